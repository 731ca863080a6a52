/** Which PCs may open an account. */
export const devices = {
  own: 'Máy tính của tôi',
  of: 'Máy tính của {{account}}',
  openOwn: 'Xem máy tính của tôi',
  intro:
    'Máy bị mất hoặc không dùng nữa thì thu hồi: máy đó bị đăng xuất và tự hủy khóa dữ liệu khi có mạng lại.',
  person: 'Xem máy tính của',
  name: 'Tên máy',
  rename: 'Đổi tên',
  current: 'Máy này',
  firstSeen: 'Đăng nhập lần đầu',
  lastSeen: 'Đăng nhập gần nhất',
  state: 'Tình trạng',
  good: 'Đang dùng được',
  revoke: 'Thu hồi',
  revoked: 'Đã thu hồi lúc {{time}} bởi {{by}}',
  revokeTitle: 'Thu hồi “{{name}}”?',
  revokeText:
    'Không hoàn tác được. Dữ liệu trên máy đó không mở lại được nữa, kể cả thay đổi chưa gửi; những gì đã gửi vẫn ở trung tâm.',
  revokeOwnText:
    'Đây là máy đang dùng. Chương trình sẽ đăng xuất ngay và dữ liệu trên máy này không mở lại được nữa, kể cả thay đổi chưa gửi.',
  emptyTitle: 'Chưa có máy tính nào',
  emptyAdvice: 'Máy tính được ghi ở đây khi tài khoản đăng nhập bằng chương trình trên máy.',
} as const;
