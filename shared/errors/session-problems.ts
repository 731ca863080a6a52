import type { ProblemKind } from './problem.ts';

/** Signing in, sessions and rights. */
export const sessionProblems = {
  SIGN_IN_FAILED: {
    status: 401,
    retry: 'after-action',
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'Wrong user name or password.',
  },
  ACCOUNT_LOCKED: {
    status: 423,
    retry: 'after-action',
    vi: 'Tài khoản đã bị khóa do nhập sai mật khẩu quá nhiều lần. Khóa tự mở sau 12 giờ; cần sớm hơn, liên hệ quản trị đơn vị.',
    en: 'The account is locked after too many wrong passwords.',
  },
  ACCOUNT_DISABLED: {
    status: 403,
    retry: 'after-action',
    vi: 'Tài khoản đã ngừng sử dụng. Liên hệ quản trị đơn vị.',
    en: 'The account is disabled.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    retry: 'later',
    vi: 'Gửi quá nhiều yêu cầu. Vui lòng chờ {seconds} giây rồi thử lại.',
    en: 'Too many requests; wait {seconds} s.',
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    retry: 'later',
    vi: 'Máy chủ tạm thời không ghi được nhật ký nên chưa thực hiện. Công việc vẫn được giữ trên máy này; vui lòng thử lại sau.',
    en: 'The server cannot keep its audit trail and does nothing until it can.',
  },
  SESSION_EXPIRED: {
    status: 401,
    retry: 'after-action',
    vi: 'Phiên làm việc đã hết hạn. Dữ liệu đang nhập vẫn được giữ; vui lòng đăng nhập lại.',
    en: 'The session has expired.',
  },
  FORBIDDEN: {
    status: 403,
    retry: 'never',
    vi: 'Tài khoản không có quyền thực hiện việc này.',
    en: 'This account may not do that.',
  },
  PASSWORD_TOO_WEAK: {
    status: 422,
    retry: 'after-action',
    vi: 'Mật khẩu phải có ít nhất {minLength} ký tự, gồm chữ hoa, chữ thường, chữ số và ký tự đặc biệt, không chứa tên đăng nhập.',
    en: 'The password is too weak.',
  },
  PASSWORD_UNCHANGED: {
    status: 422,
    retry: 'after-action',
    vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    en: 'The new password equals the current one.',
  },
  PASSWORD_CHANGE_REQUIRED: {
    status: 403,
    retry: 'after-action',
    vi: 'Phải đổi mật khẩu được cấp trước khi sử dụng.',
    en: 'The issued password must be changed first.',
  },
  ACCOUNT_EXISTS: {
    status: 409,
    retry: 'after-action',
    vi: 'Tên đăng nhập này đã được dùng.',
    en: 'The user name is taken.',
  },
  CERTIFICATE_UNREADABLE: {
    status: 422,
    retry: 'after-action',
    vi: 'Tệp không phải chứng thư số dạng PEM hoặc đã hỏng.',
    en: 'Not a PEM certificate.',
  },
  CERTIFICATE_OTHER_HOLDER: {
    status: 409,
    retry: 'after-action',
    vi: 'Tên trên chứng thư số khác tên của tài khoản nên chưa được đăng ký. Hãy kiểm tra người giữ chứng thư; nếu đúng là người này, gửi lại kèm xác nhận “{path}”.',
    en: 'The certificate bears another name than the account; confirm its holder with {path}.',
  },
  CERTIFICATE_TAKEN: {
    status: 409,
    retry: 'after-action',
    vi: 'Chứng thư số này đã được đăng ký cho một tài khoản khác.',
    en: 'The certificate is registered to another account.',
  },
} as const satisfies Record<string, ProblemKind>;
