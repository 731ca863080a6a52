import type { ProblemKind } from './problem.ts';

/** Scans (bản chụp minh chứng): adding, sending, keeping, showing. */
export const scanProblems = {
  SCAN_EMPTY: {
    status: 422,
    retry: 'after-action',
    vi: 'Tệp rỗng nên chưa được thêm. Hãy quét lại văn bản hoặc chọn tệp khác.',
    en: 'The file is empty and was not added.',
  },
  SCAN_TOO_LARGE: {
    status: 413,
    retry: 'after-action',
    vi: 'Tệp lớn hơn {mostMegabytes} MB nên chưa được thêm. Hãy quét lại ở độ phân giải thấp hơn (200–300 dpi) hoặc tách thành nhiều tệp.',
    en: 'The file is larger than {mostMegabytes} MB and was not added.',
  },
  SCAN_TYPE_UNKNOWN: {
    status: 415,
    retry: 'after-action',
    vi: 'Nội dung tệp không phải PDF, JPEG hoặc PNG nên chưa được thêm. Hãy quét hoặc xuất văn bản thành một trong ba loại này.',
    en: 'The content is neither PDF, JPEG nor PNG; the file was not added.',
  },
  SCAN_TYPE_MISMATCH: {
    status: 415,
    retry: 'after-action',
    vi: 'Phần mở rộng của tệp là {said} nhưng nội dung là {found}, nên chưa được thêm. Hãy kiểm tra lại tệp, rồi đổi tên cho đúng loại.',
    en: 'The file is named {said} but its content is {found}; it was not added.',
  },
  SCAN_TOO_MANY: {
    status: 422,
    retry: 'after-action',
    vi: 'Mỗi thay đổi có tối đa {most} bản chụp. Hãy gộp các trang vào một tệp PDF.',
    en: 'A change has at most {most} scans.',
  },
  SCAN_HASH_MISMATCH: {
    status: 422,
    retry: 'later',
    vi: 'Bản chụp đến trung tâm không còn nguyên vẹn nên bị bỏ; máy này vẫn giữ bản gốc và sẽ gửi lại.',
    en: 'What arrived is not the scan that was announced; it is sent again.',
  },
  SCAN_OFFSET: {
    status: 409,
    retry: 'later',
    vi: 'Phần bản chụp gửi lên không nối tiếp phần trung tâm đang có; máy này sẽ tự gửi tiếp từ chỗ đúng.',
    en: 'The part does not follow what the centre has; sending goes on from the right place.',
  },
  SCAN_NOT_AT_CENTRE: {
    status: 404,
    retry: 'later',
    vi: 'Trung tâm chưa nhận được bản chụp này. Máy đã thêm bản chụp cần có mạng để gửi; hãy thử lại sau.',
    en: 'The centre has not received this scan yet.',
  },
  SCAN_DAMAGED: {
    status: 500,
    retry: 'after-action',
    vi: 'Bản chụp lưu ở đây bị hỏng nên không mở được. Nếu trung tâm đã nhận, hãy thử lại khi có mạng để tải về; nếu chưa, hãy thêm lại tệp gốc.',
    en: 'The stored scan is damaged.',
  },
  SCAN_DISK_FULL: {
    status: 507,
    retry: 'after-action',
    vi: 'Ổ đĩa của máy này không đủ chỗ để lưu bản chụp, nên tệp chưa được thêm. Phần đã nhập vẫn còn; hãy giải phóng dung lượng rồi thêm lại.',
    en: 'The disk of this PC is full; the file was not added.',
  },
  SCAN_CENTRE_FULL: {
    status: 507,
    retry: 'later',
    vi: 'Máy chủ hết chỗ chứa bản chụp. Bản chụp vẫn được giữ trên máy này và sẽ tự gửi khi máy chủ có chỗ; hãy báo người quản trị.',
    en: 'The centre has no room for scans; they stay on this PC and go later.',
  },
  SCAN_UPLOADS_TOO_MANY: {
    status: 429,
    retry: 'later',
    vi: 'Tài khoản đang có quá nhiều bản chụp gửi dở. Bản chụp vẫn được giữ trên máy này và sẽ tự gửi sau.',
    en: 'Too many unfinished uploads of this account.',
  },
  SCAN_UNREFERENCED_TOO_MUCH: {
    status: 429,
    retry: 'later',
    vi: 'Tài khoản đã gửi hơn {mostMegabytes} MB bản chụp mà chưa có thay đổi nào dùng đến. Bản chụp vẫn được giữ trên máy này và sẽ tự gửi sau khi các thay đổi đang chờ được gửi đi.',
    en: 'This account has sent more than {mostMegabytes} MB of scans that no change refers to. The scan stays on this PC and goes by itself once the changes that wait were sent.',
  },
  SCAN_IN_USE: {
    status: 409,
    retry: 'never',
    vi: 'Bản chụp đã thuộc về một thay đổi nên không xóa khỏi máy được.',
    en: 'A change refers to this scan; it cannot be removed.',
  },
  SCAN_UNREADABLE: {
    status: 422,
    retry: 'never',
    vi: 'Không hiển thị được bản chụp: tệp bị lỗi hoặc được đặt mật khẩu. Bản chụp vẫn được giữ nguyên; hãy đề nghị người lập gửi lại bản khác.',
    en: 'The scan cannot be shown: it is broken or protected by a password.',
  },
} as const satisfies Record<string, ProblemKind>;
