/** Locking, and forms that wait for their person. */
export const lock = {
  now: 'Khóa (Ctrl+L)',
  lockedTitle: 'Chương trình đang khóa',
  lockedText: 'Nhập mật khẩu của {{account}} để mở. Nội dung đang nhập dở đã được giữ lại.',
  leaseLeft:
    'Máy này còn mở được {{count}} ngày khi không có mạng; sau đó phải nối mạng để đăng nhập.',
  broughtBackTitle: 'Dữ liệu cũ đã sẵn sàng',
  broughtBackText:
    'Đăng nhập bằng mật khẩu hiện nay của {{account}}: dữ liệu cũ được mở, phần chưa gửi tự gửi khi có mạng.',
  revokedTitle: 'Máy tính này đã bị thu hồi quyền',
  leaseEnded: 'Cần nối mạng để mở: đã hết thời hạn được mở khi không có mạng.',
} as const;

export const oldPassword = {
  title: 'Mật khẩu đã được đổi ở nơi khác',
  wrong: 'Mật khẩu cũ chưa đúng',
  text: 'Dữ liệu trên máy này còn khóa bằng mật khẩu cũ. Nhập mật khẩu cũ một lần để mang sang, kể cả thay đổi chưa gửi. Chưa có gì bị mất.',
  label: 'Mật khẩu cũ trên máy này',
  go: 'Mang dữ liệu sang mật khẩu mới',
  without: 'Không nhớ mật khẩu cũ',
  withoutTitle: 'Vào mà không có mật khẩu cũ?',
  withoutText:
    'Những gì đã gửi được tải lại từ trung tâm. Thay đổi chưa gửi vẫn nằm nguyên trên máy này; khi nhớ ra mật khẩu cũ thì mở lại ở mục “Chỉ ở máy này”.',
  withoutGo: 'Vào, để dữ liệu cũ lại',
} as const;

export const vaultClosed = {
  title: 'Chưa mở được dữ liệu trên máy này',
  tryAgain: 'Thử lại',
  anew: 'Bắt đầu lại trên máy này',
  anewTitle: 'Bắt đầu lại, để dữ liệu cũ sang một bên?',
  anewText:
    'Cần có mạng: những gì đã gửi được tải lại từ trung tâm. Thay đổi và bản chụp chưa gửi vẫn nằm trên máy này nhưng không hiện ra nữa; khi khóa cũ dùng lại được thì mở lại ở mục “Chỉ ở máy này”.',
  anewGo: 'Bắt đầu lại',
} as const;

export const oldData = {
  title: 'Trên máy này còn dữ liệu cũ, để lại lúc {{time}}',
  text: 'Khi đó tài khoản bắt đầu lại trên máy này vì dữ liệu không mở được (không có mật khẩu cũ, hoặc khóa của máy bị đóng hay hỏng). Dữ liệu cũ còn nguyên trên máy và có thể có thay đổi chưa gửi.',
  advice:
    'Có mật khẩu của lúc đó, hoặc khóa của máy đã dùng lại được, thì mở lại tại đây. Chưa có thì cứ để nguyên; đừng cài lại máy hay xóa dữ liệu.',
  nothingElse: 'Ngoài dữ liệu cũ này, mọi thứ trên máy đều đã có tại trung tâm.',
  first: 'Gửi xong hoặc xử lý hết các mục bên dưới rồi mới mở lại được dữ liệu cũ.',
  open: 'Mở lại dữ liệu cũ',
  dialog:
    'Chương trình sẽ đăng xuất. Đăng nhập lại bằng mật khẩu hiện nay thì dữ liệu cũ được mở, phần chưa gửi tự gửi đi. Nếu mật khẩu không đổi từ lúc đó thì nhập cùng một mật khẩu vào hai ô.',
  password: 'Mật khẩu hiện nay',
  oldPassword: 'Mật khẩu cũ',
  go: 'Mở lại và đăng xuất',
  passwordWrong: 'Mật khẩu hiện nay chưa đúng.',
  oldPasswordWrong:
    'Mật khẩu cũ này không mở được dữ liệu nào. Dữ liệu vẫn còn nguyên; hãy thử lại.',
} as const;

export const unfinished = {
  title: 'Có nội dung chưa gửi, nhập lúc {{time}}',
  text: 'Lần trước biểu mẫu này được đóng khi chưa trình. Nội dung đã được giữ lại.',
  resume: 'Tiếp tục',
  drop: 'Bỏ nội dung này',
  dropTitle: 'Bỏ hẳn nội dung chưa gửi?',
  notKept: 'Chưa giữ được bản nháp trên máy này. Nội dung vẫn còn trên màn hình.',
} as const;
