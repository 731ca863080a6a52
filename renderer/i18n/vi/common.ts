/** Words used everywhere, and the frame of the application. */
export const common = {
  appName: 'Hồ sơ cán bộ, công chức, viên chức',
  shortName: 'HoSo',
  loading: 'Đang tải…',
  retry: 'Thử lại',
  close: 'Đóng',
  cancel: 'Hủy',
  show: 'Hiện',
  hide: 'Ẩn',
  yes: 'Có',
  no: 'Không',
  none: 'Chưa có',
  unknown: 'Không rõ',
  unit: 'Đơn vị',
  allUnits: 'Tất cả đơn vị',
  pageTotal: '{{first}}–{{last}} trong {{total}}',
  skipToContent: 'Bỏ qua, đến nội dung chính',
  loadFailed: 'Chưa đọc được dữ liệu',
} as const;

export const crash = {
  title: 'Màn hình này gặp lỗi ngoài dự kiến',
  safe: 'Dữ liệu đã lưu vẫn an toàn: những gì đã trình được giữ trên máy này hoặc tại trung tâm. Chỉ phần đang nhập dở trên màn hình này có thể phải nhập lại.',
  next: 'Bấm “Mở lại màn hình”. Nếu lỗi lặp lại, hãy báo quản trị đơn vị kèm dòng chi tiết dưới đây.',
  again: 'Mở lại màn hình',
  home: 'Về trang đầu',
  details: 'Chi tiết kỹ thuật',
} as const;

export const navigation = {
  label: 'Các phần của chương trình',
  own: 'Hồ sơ của tôi',
  dossiers: 'Hồ sơ',
  desk: 'Bàn làm việc',
  import: 'Nhập danh sách',
  approvals: 'Phê duyệt',
  refused: 'Bị từ chối',
  backups: 'Sao lưu',
  catalogues: 'Danh mục',
  atRisk: 'Chỉ ở máy này',
  courier: 'Chuyển bằng USB',
  carrier: 'Nhận gói USB',
  overview: 'Tổng quan',
  overviewUnit: 'Tổng quan đơn vị',
  nothingAllowed: 'Tài khoản này chưa được giao quyền nào. Liên hệ quản trị đơn vị.',
  notFound: 'Không có trang này',
  notFoundAdvice: 'Địa chỉ có thể đã cũ. Chọn một mục ở bên trái.',
} as const;

export const account = {
  menu: 'Tài khoản',
  signOut: 'Đăng xuất',
  offline: 'Ngoại tuyến',
  offlineHint:
    'Đã mở khóa bằng mật khẩu trên máy này, chưa có xác nhận của máy chủ. Thay đổi được giữ trên máy và tự gửi khi có mạng.',
  signOutWaiting:
    'Còn {{count}} thay đổi chưa gửi. Chúng được giữ trên máy này và sẽ gửi khi tài khoản này đăng nhập lại.',
  signOutTitle: 'Đăng xuất khỏi máy này?',
} as const;

export const ago = {
  now: 'vừa xong',
  minutes: '{{count}} phút trước',
  hours: '{{count}} giờ trước',
  days: '{{count}} ngày trước',
} as const;
