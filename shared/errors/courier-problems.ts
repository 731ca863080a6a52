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
    vi: 'Gói trả lời này không ứng với gói nào máy này còn ghi nhớ. Chưa có gì thay đổi, dữ liệu trên máy vẫn nguyên; hãy chọn đúng gói trả lời, hoặc tạo gói gửi mới.',
    en: 'The answer does not belong to any bundle that this PC remembers. Nothing was changed and the work is safe; choose the right answer, or make a new bundle.',
  },
  COURIER_ANSWER_STALE: {
    status: 409,
    retry: 'never',
    vi: 'Từ khi tạo gói, máy đã nhận dữ liệu mới hơn (qua mạng hoặc từ gói trả lời khác), nên gói trả lời này không dùng nữa. Không mất gì: các mục còn chờ vẫn ở trên máy; nếu còn mục chờ, hãy tạo gói gửi mới.',
    en: 'This PC has received newer data since the bundle was made, so this answer is of no use any more. Nothing is lost: what waits is still on this PC; make a new bundle if anything waits.',
  },
  COURIER_ANSWER_TAKEN: {
    status: 409,
    retry: 'never',
    vi: 'Gói trả lời này đã nhận vào máy rồi. Không có gì thay đổi và không cần làm gì thêm.',
    en: 'This answer was taken in before. Nothing was changed and nothing has to be done.',
  },
  COURIER_CENTRE_RESTORED: {
    status: 409,
    retry: 'after-action',
    vi: 'Trung tâm đã được phục hồi từ bản sao lưu sau khi máy này nhận dữ liệu lần trước. Dữ liệu trên máy vẫn nguyên; hãy tạo gói gửi mới: trung tâm sẽ trả lời bằng toàn bộ dữ liệu của đơn vị.',
    en: 'The centre was restored from a backup since this PC last heard of it. The work is safe; make a new bundle: its answer brings everything anew.',
  },
  COURIER_STICK_GONE: {
    status: 409,
    retry: 'after-action',
    vi: 'Không đọc, ghi được tệp: USB đã bị rút ra, bị lỗi, hoặc thư mục không còn. Dữ liệu trên máy vẫn nguyên; hãy cắm lại USB (hoặc dùng USB khác) rồi làm lại.',
    en: 'The file cannot be read or written: the stick was pulled out or is broken. The work is safe; plug it in again and try again.',
  },
  COURIER_STICK_FULL: {
    status: 507,
    retry: 'after-action',
    vi: 'USB không còn đủ chỗ, gói chưa được ghi. Dữ liệu trên máy vẫn nguyên; hãy xóa bớt tệp trên USB hoặc dùng USB khác rồi tạo lại gói.',
    en: 'There is no room on the stick; the bundle was not written. The work is safe; make room or use another stick.',
  },
  COURIER_STICK_READ_ONLY: {
    status: 409,
    retry: 'after-action',
    vi: 'Không được phép đọc, ghi ở chỗ đã chọn (USB có thể đang khóa ghi). Dữ liệu trên máy vẫn nguyên; hãy mở khóa USB hoặc chọn chỗ khác.',
    en: 'Reading or writing is not allowed there (the stick may be locked). The work is safe; unlock it or choose another place.',
  },
} as const satisfies Record<string, ProblemKind>;
