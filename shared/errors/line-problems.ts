import type { ProblemKind } from './problem.ts';

/** The line between an office and the centre: each kind of trouble asks for something else of the person. */
export const lineProblems = {
  CAPTIVE_PORTAL: {
    status: 511,
    retry: 'later',
    vi: 'Mạng này đòi đăng nhập trước khi cho dùng Internet (thường gặp ở Wi-Fi công cộng hoặc mạng có proxy). Công việc vẫn nằm trên máy này. Mở trình duyệt, đăng nhập vào mạng, rồi bấm “Đồng bộ ngay”.',
    en: 'This network wants you to sign in before it lets you reach the Internet. Your work is safe on this PC. Open a browser, sign in to the network, then choose “Sync now”.',
  },
  ANSWER_CUT_SHORT: {
    status: 502,
    retry: 'later',
    vi: 'Đường truyền bị ngắt giữa chừng, câu trả lời của trung tâm chỉ đến một phần. Những gì đã nhận và đã lưu vẫn còn; máy tự nhận tiếp phần còn lại.',
    en: 'The line broke in the middle of an answer. What was received and saved stays; the rest follows by itself.',
  },
  ANSWER_NOT_UNDERSTOOD: {
    status: 502,
    retry: 'later',
    vi: 'Máy chủ ở địa chỉ này trả lời không giống trung tâm HoSo. Công việc vẫn nằm trên máy này. Kiểm tra địa chỉ máy chủ; nếu đúng, báo người quản trị.',
    en: 'What answers at this address is not a HoSo centre. Your work is safe on this PC. Check the address of the server.',
  },
  LINE_STALLED: {
    status: 504,
    retry: 'later',
    vi: 'Đường truyền đứng yên quá {seconds} giây nên đã ngắt để thử lại. Công việc vẫn nằm trên máy này và sẽ tự gửi.',
    en: 'Nothing came over the line for {seconds} s; it was cut to try again. Your work is safe on this PC.',
  },
  CENTRE_IN_TROUBLE: {
    status: 503,
    retry: 'later',
    vi: 'Mạng vẫn thông nhưng máy chủ của tỉnh đang gặp sự cố (mã {status}). Công việc vẫn nằm trên máy này và sẽ tự gửi khi máy chủ hoạt động lại; nếu kéo dài, báo người quản trị.',
    en: 'The network works but the centre is in trouble (status {status}). Your work is safe on this PC and goes by itself when the centre is back.',
  },
  CERTIFICATE_NOT_TRUSTED: {
    status: 526,
    retry: 'later',
    vi: 'Không kiểm chứng được chứng chỉ của máy chủ nên không gửi gì qua mạng này. Công việc vẫn nằm trên máy này. Thử mạng khác; nếu vẫn vậy, báo người quản trị.',
    en: 'The certificate of the server cannot be verified, so nothing was sent. Try another network; if it stays so, tell the administrator.',
  },
  CERTIFICATE_DATE_WRONG: {
    status: 526,
    retry: 'later',
    vi: 'Theo đồng hồ của máy này, chứng chỉ của máy chủ chưa hoặc không còn hiệu lực, nên chưa kết nối được. Thường là do ngày giờ của máy sai: chỉnh lại ngày giờ rồi bấm “Đồng bộ ngay”. Công việc vẫn nằm trên máy này.',
    en: 'By the clock of this PC the certificate of the server is not valid. Most often the clock is wrong: set date and time, then choose “Sync now”. Your work is safe on this PC.',
  },
} as const satisfies Record<string, ProblemKind>;
