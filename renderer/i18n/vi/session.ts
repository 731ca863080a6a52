/** Signing in and the address of the centre. */
export const session = {
  user: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  userRequired: 'Nhập tên đăng nhập.',
  passwordRequired: 'Nhập mật khẩu.',
  capsLock: 'Phím Caps Lock đang bật.',
  failedTitle: 'Chưa đăng nhập được',
  unreachableTitle: 'Không kết nối được máy chủ',
  unreachableKnown:
    'Các tài khoản đã từng đăng nhập trên máy này vẫn mở được khi không có mạng: {{names}}.',
  unreachableUnknown:
    'Chưa có tài khoản nào từng đăng nhập trên máy này, nên lần đầu cần có mạng. Kiểm tra dây mạng và địa chỉ máy chủ.',
  unreachableEnded:
    'Tài khoản đã dùng trên máy này hết thời hạn mở khi không có mạng. Nối mạng rồi đăng nhập; những gì đã lưu vẫn còn trên máy này.',
  unreachableBrowser: 'Kiểm tra kết nối mạng rồi thử lại.',
  known: 'Đã dùng trên máy này (mở được khi mất mạng, tối đa {{days}} ngày kể từ lần cuối có mạng)',
  knownNeedsLine: 'phải có mạng mới mở được',
  server: 'Máy chủ: {{url}}',
  changeServer: 'Đổi địa chỉ máy chủ',
  demo: 'Dữ liệu trình diễn: mọi người và đơn vị đều là giả định.',
  expired: 'Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại.',
  opening: 'Đang mở hồ sơ…',
  infoFailed: 'Chương trình chưa khởi động được',
} as const;

export const password = {
  title: 'Đổi mật khẩu',
  issuedTitle: 'Đổi mật khẩu được cấp',
  issuedText:
    'Mật khẩu này do người quản trị đặt. Hãy đổi thành mật khẩu chỉ mình bạn biết, rồi mới vào chương trình.',
  current: 'Mật khẩu hiện tại',
  next: 'Mật khẩu mới',
  repeated: 'Nhập lại mật khẩu mới',
  rule: 'Mật khẩu mới cần ít nhất {{minLength}} ký tự, có chữ hoa, chữ thường, chữ số và ký tự đặc biệt (ví dụ @ # !), không chứa tên đăng nhập.',
  source: 'Theo {{source}}.',
  submit: 'Đổi mật khẩu',
  done: 'Đã đổi mật khẩu. Nơi khác đang dùng tài khoản này phải đăng nhập lại.',
  failedTitle: 'Chưa đổi được mật khẩu',
  fault: {
    required: 'Chưa nhập ô này.',
    rule: 'Chưa đủ mạnh: cần ít nhất {{minLength}} ký tự, có chữ hoa, chữ thường, chữ số và ký tự đặc biệt, không chứa tên đăng nhập.',
    same: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    differs: 'Hai lần nhập mật khẩu mới chưa giống nhau.',
    wrong: 'Mật khẩu hiện tại không đúng. Nhập sai nhiều lần sẽ bị khóa tài khoản.',
  },
} as const;

export const server = {
  title: 'Kết nối máy chủ',
  intro:
    'Nhập địa chỉ máy chủ do Sở Nội vụ hoặc quản trị đơn vị cung cấp. Chỉ cần làm một lần trên máy này.',
  url: 'Địa chỉ máy chủ',
  example: 'Ví dụ: https://hoso.dongthap.gov.vn',
  save: 'Lưu và tiếp tục',
  urlRequired: 'Nhập địa chỉ máy chủ.',
} as const;
