import type { ProblemKind } from './problem.ts';

/** Bundles on a stick, between an office without a line and the centre. */
export const courierProblems = {
  COURIER_WRONG_FILE: {
    status: 422,
    retry: 'after-action',
    vi: 'Tệp này không phải gói dữ liệu cần chọn. Gói gửi đi có đuôi .hoso-goi, gói trả lời có đuôi .hoso-tra.',
    en: 'Not the right kind of bundle. Nothing was changed; choose another file.',
  },
  COURIER_DAMAGED: {
    status: 422,
    retry: 'after-action',
    vi: 'Gói dữ liệu bị hỏng hoặc bị cắt ngắn. Chưa có gì thay đổi; hãy chép lại gói từ máy đã tạo ra nó.',
    en: 'The bundle is damaged or cut short. Nothing was changed; copy it again.',
  },
  COURIER_NOT_FOR_US: {
    status: 422,
    retry: 'after-action',
    vi: 'Gói dữ liệu này gửi cho nơi khác, không mở được ở đây. Chưa có gì thay đổi.',
    en: 'The bundle is meant for another place. Nothing was changed.',
  },
  COURIER_SIGNATURE_BAD: {
    status: 422,
    retry: 'never',
    vi: 'Chữ ký của gói dữ liệu không đúng: gói đã bị sửa. Chưa có gì thay đổi; hãy tạo gói mới.',
    en: 'The signature of the bundle is wrong: it was altered. Nothing was changed.',
  },
  COURIER_DEVICE_UNKNOWN: {
    status: 403,
    retry: 'after-action',
    vi: 'Máy tạo gói dữ liệu chưa đăng ký với trung tâm. Máy phải đăng nhập qua mạng ít nhất một lần.',
    en: 'The device is not registered at the centre. It must sign in over a line once.',
  },
  COURIER_PASSWORD_CHANGED: {
    status: 403,
    retry: 'after-action',
    vi: 'Mật khẩu của tài khoản đã được đổi sau lần máy này đăng nhập qua mạng gần nhất, nên gói chưa được nhận. Dữ liệu vẫn an toàn trên máy gửi; hãy đăng nhập qua mạng trên máy đó một lần bằng mật khẩu mới rồi mang lại gói này.',
    en: 'The password of the account was changed since this PC last signed in over a line, so the bundle was not taken. The work is safe on the PC that sent it; sign in there over a line once with the new password, then bring this bundle again.',
  },
  COURIER_ALREADY_USED: {
    status: 409,
    retry: 'never',
    vi: 'Mã của gói dữ liệu này đã dùng cho một gói khác. Gói bị từ chối; hãy tạo gói mới trên máy gửi.',
    en: 'The id of this bundle was used by another bundle. It is refused; make a new one.',
  },
  COURIER_NO_CENTRE_KEY: {
    status: 409,
    retry: 'after-action',
    vi: 'Máy này chưa nhận khóa của trung tâm. Dữ liệu vẫn an toàn trên máy; hãy đăng nhập qua mạng một lần rồi tạo gói.',
    en: 'This PC has no key of the centre yet. Sign in over a line once.',
  },
  COURIER_ANSWER_UNKNOWN: {
    status: 409,
    retry: 'never',
    vi: 'Gói trả lời này không ứng với gói gửi gần nhất của máy. Chưa có gì thay đổi; hãy chọn đúng gói trả lời, hoặc tạo gói gửi mới.',
    en: 'The answer does not belong to the last bundle of this PC. Nothing was changed.',
  },
  COURIER_ANSWER_STALE: {
    status: 409,
    retry: 'never',
    vi: 'Máy đã đồng bộ qua mạng sau khi tạo gói, nên gói trả lời đã cũ và không cần nữa. Không mất gì.',
    en: 'This PC has synchronised over a line since; the answer is out of date and not needed.',
  },
} as const satisfies Record<string, ProblemKind>;
