import type { ProblemKind } from './problem.ts';

/** What any request can meet. */
export const generalProblems = {
  INVALID_INPUT: {
    status: 400,
    retry: 'after-action',
    vi: 'Dữ liệu gửi lên không hợp lệ tại “{path}”: {reason}.',
    en: 'Invalid input at {path}: {reason}.',
  },
  NOT_FOUND: {
    status: 404,
    retry: 'never',
    vi: 'Không tìm thấy dữ liệu được yêu cầu.',
    en: 'Not found.',
  },
  ALREADY_EXISTS: {
    status: 409,
    retry: 'after-action',
    vi: 'Dữ liệu này đã tồn tại.',
    en: 'It exists already.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    retry: 'after-action',
    vi: 'Dữ liệu gửi lên quá lớn.',
    en: 'The request body is too large.',
  },
  SERVER_UNREACHABLE: {
    status: 503,
    retry: 'later',
    vi: 'Không kết nối được máy chủ. Công việc vẫn được lưu trên máy này và sẽ tự gửi khi có mạng.',
    en: 'The server cannot be reached.',
  },
  SERVER_KEY_MISSING: {
    status: 503,
    retry: 'later',
    vi: 'Máy chủ chưa được cấp khóa để mở các mục nhạy cảm. Dữ liệu và phần nhập vẫn an toàn; hãy báo quản trị máy chủ, rồi thử lại.',
    en: 'The server was not given a key that opens sensitive sections.',
  },
  SERVER_STARTING: {
    status: 503,
    retry: 'later',
    vi: 'Máy chủ vừa khởi động và đang đọc lại kho dữ liệu. Dữ liệu vẫn an toàn; hãy thử lại sau ít phút.',
    en: 'The server is still reading its store after the start.',
  },
  SERVER_DISK_FULL: {
    status: 507,
    retry: 'later',
    vi: 'Ổ đĩa của máy chủ trung tâm đã đầy nên trung tâm chưa nhận thêm được. Những gì đã gửi vẫn an toàn, phần chưa gửi vẫn được giữ trên máy này và sẽ tự gửi lại. Báo quản trị hệ thống giải phóng chỗ.',
    en: 'The disk of the centre is full, so it takes nothing more for now. What was sent is safe, the rest stays on this PC and goes by itself later. Tell the system administrator.',
  },
  INTERNAL: {
    status: 500,
    retry: 'later',
    vi: 'Máy chủ gặp lỗi ngoài dự kiến (mã {incident}). Dữ liệu chưa gửi vẫn được giữ trên máy này.',
    en: 'Unexpected error (incident {incident}).',
  },
} as const satisfies Record<string, ProblemKind>;
