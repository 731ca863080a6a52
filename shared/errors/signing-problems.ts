import type { ProblemKind } from './problem.ts';

/** Tokens, certificates and PINs (PKCS#11). Each case has its own message. */
export const signingProblems = {
  TOKEN_MODULE_BAD: {
    status: 500,
    retry: 'after-action',
    vi: 'Không nạp được trình điều khiển USB token ({module}). Kiểm tra phần mềm token đã cài và đường dẫn trong Cài đặt.',
    en: 'The PKCS#11 module cannot be loaded.',
  },
  TOKEN_ABSENT: {
    status: 404,
    retry: 'after-action',
    vi: 'Chưa thấy USB token. Cắm token vào máy rồi bấm Thử lại.',
    en: 'No token found.',
  },
  TOKEN_REMOVED: {
    status: 409,
    retry: 'after-action',
    vi: 'USB token đã bị rút ra trong khi ký. Chưa có gì được ký; cắm lại token rồi ký lại.',
    en: 'The token was removed.',
  },
  TOKEN_CHOICE_NEEDED: {
    status: 409,
    retry: 'after-action',
    vi: 'Có nhiều USB token đang cắm. Hãy chọn token và chứng thư số để ký.',
    en: 'Several tokens: choose one.',
  },
  TOKEN_NO_CERTIFICATE: {
    status: 404,
    retry: 'after-action',
    vi: 'Token không có chứng thư số dùng để ký.',
    en: 'No signing certificate on the token.',
  },
  CERTIFICATE_EXPIRED: {
    status: 422,
    retry: 'after-action',
    vi: 'Chứng thư số đã hết hạn ngày {notAfter}. Liên hệ đơn vị cấp để gia hạn.',
    en: 'The certificate expired on {notAfter}.',
  },
  CERTIFICATE_NOT_YET_VALID: {
    status: 422,
    retry: 'after-action',
    vi: 'Chứng thư số chưa có hiệu lực (từ ngày {notBefore}). Kiểm tra đồng hồ của máy.',
    en: 'The certificate is not valid before {notBefore}.',
  },
  CERTIFICATE_NOT_FOR_SIGNING: {
    status: 422,
    retry: 'never',
    vi: 'Chứng thư số này không được cấp để ký số.',
    en: 'The certificate is not meant for signing.',
  },
  PIN_WRONG: {
    status: 401,
    retry: 'after-action',
    vi: 'Mã PIN không đúng. Nhập sai nhiều lần token sẽ bị khóa.',
    en: 'Wrong PIN.',
  },
  PIN_LAST_TRY: {
    status: 401,
    retry: 'after-action',
    vi: 'Mã PIN không đúng. Chỉ còn MỘT lần thử: nếu sai nữa, token sẽ bị khóa.',
    en: 'Wrong PIN; one try left.',
  },
  PIN_LOCKED: {
    status: 423,
    retry: 'after-action',
    vi: 'Token đã bị khóa do nhập sai mã PIN. Liên hệ đơn vị cấp token để mở khóa.',
    en: 'The PIN is locked.',
  },
  PIN_EXPIRED: {
    status: 423,
    retry: 'after-action',
    vi: 'Mã PIN đã hết hạn. Đổi mã PIN bằng phần mềm của nhà cung cấp token.',
    en: 'The PIN has expired.',
  },
  PIN_CANCELLED: {
    status: 409,
    retry: 'after-action',
    vi: 'Đã hủy ký. Chưa có gì được ký.',
    en: 'Signing was cancelled.',
  },
  SIGNING_CONTENT_REFUSED: {
    status: 422,
    retry: 'never',
    vi: 'Nội dung gửi đến cửa sổ ký không phải bản phê duyệt của tài khoản đang đăng nhập. Chưa có gì được ký; đăng nhập lại rồi ký lại, nếu vẫn gặp hãy báo người quản trị.',
    en: 'Only an approval of the signed-in account can be signed.',
  },
  SIGNING_KEY_MISSING: {
    status: 404,
    retry: 'after-action',
    vi: 'Không tìm thấy khóa bí mật của chứng thư số trên token.',
    en: 'The private key is not on the token.',
  },
  SIGNING_DEVICE_ERROR: {
    status: 500,
    retry: 'after-action',
    vi: 'Token báo lỗi ({reason}). Chưa có gì được ký; rút token, cắm lại rồi thử lại.',
    en: 'Device error {reason}.',
  },
  SIGNING_TIMED_OUT: {
    status: 504,
    retry: 'after-action',
    vi: 'Token không trả lời. Chưa có gì được ký; rút token, cắm lại rồi thử lại.',
    en: 'The token does not answer.',
  },
  SIGNING_IN_PROGRESS: {
    status: 409,
    retry: 'later',
    vi: 'Đang có một lần ký khác. Hoàn tất hoặc hủy lần ký đó trước.',
    en: 'Another signing is in progress.',
  },
} as const satisfies Record<string, ProblemKind>;
