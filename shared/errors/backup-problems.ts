import type { ProblemKind } from './problem.ts';

/** Copies of the centre and putting one back. */
export const backupProblems = {
  BACKUP_KEY_MISSING: {
    status: 409,
    retry: 'after-action',
    vi: 'Chưa có khóa sao lưu nên không sao lưu được. Dữ liệu ở trung tâm vẫn nguyên. Chạy lệnh “hoso backup key” trên máy chủ và cất bản in của khóa ở nơi khác.',
    en: 'There is no backup key. The data is safe. Run “hoso backup key” and keep the printed key elsewhere.',
  },
  BACKUP_KEY_WRONG: {
    status: 409,
    retry: 'after-action',
    vi: 'Khóa sao lưu đang dùng không mở được bản “{set}”. Bản sao lưu vẫn nguyên; hãy dùng đúng khóa đã cất khi lập bản này.',
    en: 'The backup key does not open the set {set}. The set is untouched; use the key it was made with.',
  },
  BACKUP_KEY_UNSOUND: {
    status: 409,
    retry: 'after-action',
    vi: 'Khóa sao lưu không đúng dạng (cần 64 chữ số hệ 16). Kiểm tra tệp khóa hoặc biến HOSO_BACKUP_KEY.',
    en: 'The backup key must be 64 hexadecimal digits. Check the key file or HOSO_BACKUP_KEY.',
  },
  BACKUP_DISK_FULL: {
    status: 507,
    retry: 'after-action',
    vi: 'Ổ đĩa chứa bản sao lưu đã đầy nên lần sao lưu này bỏ dở. Các bản trước và dữ liệu ở trung tâm vẫn nguyên. Hãy giải phóng chỗ hoặc đổi nơi sao lưu.',
    en: 'The disk of the backups is full; this backup was given up. Older sets and the data are safe. Free space or choose another place.',
  },
  BACKUP_PLACE_UNUSABLE: {
    status: 409,
    retry: 'after-action',
    vi: 'Không ghi được vào nơi sao lưu “{place}”. Dữ liệu ở trung tâm vẫn nguyên. Kiểm tra ổ đĩa và quyền ghi của thư mục.',
    en: 'The backup folder {place} cannot be written. The data is safe. Check the disk and the folder’s rights.',
  },
  BACKUP_RUNNING: {
    status: 409,
    retry: 'later',
    vi: 'Một lần sao lưu khác đang chạy. Chờ lần đó xong rồi thử lại.',
    en: 'Another backup is under way. Wait for it to end.',
  },
  BACKUP_DAMAGED: {
    status: 422,
    retry: 'never',
    vi: 'Bản sao lưu “{set}” bị hỏng ở “{part}” nên không dùng được. Dữ liệu ở trung tâm không bị ảnh hưởng; hãy dùng bản khác và sao lưu lại ngay.',
    en: 'The set {set} is damaged at {part} and cannot be used. The data is not affected; use another set and back up again now.',
  },
  BACKUP_INCOMPLETE: {
    status: 500,
    retry: 'after-action',
    vi: 'Kho “{database}” còn {count} văn bản không đọc được, nên bản sao này không được nhận. Dữ liệu ở trung tâm và các bản sao lưu cũ vẫn nguyên; hãy kiểm tra kho dữ liệu rồi làm lại.',
    en: 'Of the database {database} {count} documents could not be read, so this copy was not accepted. The data and older sets are as they were; check the store, then try again.',
  },
  BACKUP_NOT_FOUND: {
    status: 404,
    retry: 'after-action',
    vi: 'Không có bản sao lưu nào như vậy ở nơi sao lưu.',
    en: 'There is no such backup set.',
  },
  BACKUP_NEWER_FORMAT: {
    status: 409,
    retry: 'after-action',
    vi: 'Bản sao lưu “{set}” do phiên bản mới hơn của phần mềm lập. Hãy cài phiên bản mới rồi phục hồi.',
    en: 'The set {set} was made by a newer version. Install that version to restore it.',
  },
  BACKUP_FAILED: {
    status: 500,
    retry: 'later',
    vi: 'Sao lưu không thành công vì lỗi ngoài dự kiến. Các bản trước và dữ liệu ở trung tâm vẫn nguyên. Xem nhật ký máy chủ rồi thử lại.',
    en: 'The backup failed unexpectedly. Older sets and the data are safe. See the server’s log and try again.',
  },
  BACKUP_NOT_PROVEN: {
    status: 422,
    retry: 'after-action',
    vi: 'Thử phục hồi bản “{set}”: dữ liệu phục hồi được không khớp bản kê (kho “{database}”). Đừng dựa vào bản này; hãy sao lưu lại và thử lại.',
    en: 'What was restored from {set} does not match its manifest (database {database}). Do not rely on it; back up again.',
  },
  STORE_ADDRESS_INVALID: {
    status: 500,
    retry: 'after-action',
    vi: 'Cấu hình kho CouchDB chưa đúng ở {reason}: cần địa chỉ http(s) cùng tên và mật khẩu tài khoản quản trị. Chưa có gì được ghi.',
    en: 'The CouchDB settings are wrong at {reason}: an http(s) address with an account is needed. Nothing was written.',
  },
  RESTORE_PLACE_NOT_EMPTY: {
    status: 409,
    retry: 'after-action',
    vi: 'Nơi phục hồi phải còn trống, để không ghi đè dữ liệu nào. Hãy chọn nơi khác.',
    en: 'The place to restore into must be empty, so that nothing is overwritten.',
  },
  RESTORE_SERVER_RUNNING: {
    status: 409,
    retry: 'after-action',
    vi: 'Máy chủ đang chạy trên thư mục dữ liệu này. Hãy dừng máy chủ trước.',
    en: 'The server is running on this data folder. Stop it first.',
  },
} as const satisfies Record<string, ProblemKind>;
