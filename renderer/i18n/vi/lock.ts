/** Locking, and forms that wait for their person. */
export const lock = {
  now: 'Khóa (Ctrl+L)',
  lockedTitle: 'Chương trình đang khóa',
  lockedText: 'Nhập mật khẩu của {{account}} để mở. Nội dung đang nhập dở đã được giữ lại.',
  leaseLeft:
    'Máy này còn mở được {{count}} ngày khi không có mạng; sau đó phải nối mạng để đăng nhập.',
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
    'Những gì đã gửi được tải lại từ trung tâm. Thay đổi chưa gửi vẫn nằm trên máy này nhưng chỉ đọc được bằng mật khẩu cũ.',
  withoutGo: 'Vào, để dữ liệu cũ lại',
} as const;

export const vaultClosed = {
  title: 'Chưa mở được dữ liệu trên máy này',
  tryAgain: 'Thử lại',
  anew: 'Bắt đầu lại trên máy này',
  anewTitle: 'Bắt đầu lại, để dữ liệu cũ sang một bên?',
  anewText:
    'Những gì đã gửi được tải lại từ trung tâm. Thay đổi và tệp quét chưa gửi vẫn nằm trên máy này nhưng không hiện ra nữa, cho đến khi khóa cũ mở được.',
  anewGo: 'Bắt đầu lại',
} as const;

export const unfinished = {
  title: 'Có nội dung chưa gửi, nhập lúc {{time}}',
  text: 'Lần trước biểu mẫu này được đóng khi chưa trình. Nội dung đã được giữ lại.',
  resume: 'Tiếp tục',
  drop: 'Bỏ nội dung này',
  dropTitle: 'Bỏ hẳn nội dung chưa gửi?',
  notKept: 'Chưa giữ được bản nháp trên máy này. Nội dung vẫn còn trên màn hình.',
} as const;
