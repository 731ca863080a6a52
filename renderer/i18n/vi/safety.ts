/** How safe work is: the ladder of a change, and what only this PC has. */
export const receipt = {
  label: 'Thay đổi này đã tới đâu',
  onThisDisk: 'Trên máy này',
  atCentre: 'Tại trung tâm',
  verified: 'Đã đối chiếu',
  approved: 'Đã phê duyệt',
  inBackup: 'Đã sao lưu',
  reached: 'đã tới',
  refused: 'bị từ chối',
  notYet: 'chưa',
  notSent: 'chờ gửi',
  notVerified: 'chưa đối chiếu',
  notApproved: 'chưa phê duyệt',
  notBackedUp: 'chưa sao lưu',
} as const;

export const atRisk = {
  title: 'Nếu máy này hỏng ngay bây giờ, mất gì?',
  nothing: 'Không mất gì',
  nothingText: 'Mọi thứ đã lưu trên máy này đều đã có tại trung tâm.',
  noContact:
    'Từ khi mở chương trình, máy này chưa liên hệ được trung tâm; cũng chưa có gì mới để gửi.',
  lastContact: 'Đồng bộ lần cuối lúc {{time}}.',
  some: '{{count}} mục chỉ có trên máy này',
  sending: 'Đang gửi. Giữ máy bật cho đến khi danh sách này trống.',
  connect: 'Chưa có mạng: giữ máy an toàn và kết nối mạng, các mục chờ sẽ tự gửi.',
  portal: 'Mạng này đòi đăng nhập: mở trình duyệt, đăng nhập vào mạng, rồi bấm “Gửi ngay”.',
  centreTrouble:
    'Máy chủ tỉnh đang gặp sự cố: giữ máy an toàn, các mục chờ sẽ tự gửi khi máy chủ hoạt động lại.',
  paused: 'Đồng bộ đang tạm dừng: bấm “Gửi ngay” để tiếp tục.',
  signIn: 'Cần đăng nhập lại thì các mục chờ mới được gửi.',
  refused: '{{count}} mục bị trung tâm từ chối, cần người nhập quyết định.',
  openRefused: 'Xem mục bị từ chối',
  sendNow: 'Gửi ngay',
  tableLabel: 'Những gì chỉ có trên máy này',
  what: 'Nội dung',
  step: 'Thao tác',
  signature: 'Ký phê duyệt',
  since: 'Thực hiện lúc',
  why: 'Vì sao còn ở đây',
  whyWaiting: 'Chờ gửi tới trung tâm',
  whyRefused: 'Bị trung tâm từ chối',
} as const;
