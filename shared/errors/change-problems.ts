import type { ProblemKind } from './problem.ts';

/** Why a change or an approval is refused by intake. */
export const changeProblems = {
  CHANGE_WRONG_UNIT: {
    status: 403,
    retry: 'never',
    vi: 'Hồ sơ này không thuộc đơn vị của tài khoản.',
    en: 'The dossier belongs to another unit.',
  },
  CHANGE_WRONG_AUTHOR: {
    status: 403,
    retry: 'never',
    vi: 'Người lập thay đổi không trùng với tài khoản đang đăng nhập.',
    en: 'The author is not the signed-in account.',
  },
  CHANGE_ILLEGAL_TRANSITION: {
    status: 409,
    retry: 'after-action',
    vi: 'Không thể chuyển thay đổi từ “{from}” sang “{to}”.',
    en: 'No transition from {from} to {to} for this account.',
  },
  CHANGE_REASON_REQUIRED: {
    status: 422,
    retry: 'after-action',
    vi: 'Cần ghi lý do.',
    en: 'A reason is required.',
  },
  CHANGE_NOTHING_CHANGED: {
    status: 422,
    retry: 'after-action',
    vi: 'Không có trường nào thay đổi.',
    en: 'Nothing changed.',
  },
  CHANGE_CONTENT_FIXED: {
    status: 409,
    retry: 'never',
    vi: 'Nội dung đã trình không sửa được; hãy rút lại hoặc chờ trả lại để sửa.',
    en: 'Submitted content cannot be edited.',
  },
  CHANGE_TOO_MANY_OPEN: {
    status: 429,
    retry: 'after-action',
    vi: 'Tài khoản đang có quá nhiều thay đổi chưa xử lý xong trong đơn vị này (tối đa {most}). Phần nhập vẫn được giữ; hãy chờ phê duyệt hoặc rút bớt rồi gửi lại.',
    en: 'Too many open changes of this account in the unit (at most {most}).',
  },
  CHANGE_OUT_OF_DATE: {
    status: 409,
    retry: 'after-action',
    vi: 'Thay đổi này đã được xử lý ở nơi khác. Phần nhập của bạn vẫn được giữ trong mục Bị từ chối.',
    en: 'The change was moved on elsewhere.',
  },
  CONFLICT_CLOSED: {
    status: 409,
    retry: 'after-action',
    vi: 'Trường hợp trùng lặp này không còn chờ quyết định: thay đổi đã được rút hoặc đã giải quyết xong. Không có gì bị mất; hãy mở lại danh sách để xem.',
    en: 'The conflict case is no longer open.',
  },
  CONFLICT_DECISION_EXISTS: {
    status: 409,
    retry: 'after-action',
    vi: 'Trường hợp trùng lặp này đã có một quyết định đang chờ đối chiếu hoặc phê duyệt. Phần nhập của bạn vẫn được giữ; hãy xem quyết định đó trước.',
    en: 'The conflict case has a decision under way.',
  },
  CONFLICT_NOT_ASSIGNED: {
    status: 403,
    retry: 'after-action',
    vi: 'Trường hợp trùng lặp này được giao cho người khác quyết định. Phần nhập vẫn được giữ; nếu cần, đề nghị giao lại.',
    en: 'Another person is assigned to decide.',
  },
  CONFLICT_FIELD_UNDECIDED: {
    status: 422,
    retry: 'after-action',
    vi: 'Còn trường chưa quyết định: {path}. Chọn một giá trị và ghi lý do cho từng trường trùng lặp.',
    en: 'A field without a decision: {path}.',
  },
  CONFLICT_DECISION_INVALID: {
    status: 422,
    retry: 'after-action',
    vi: 'Quyết định không khớp với thay đổi đang xử lý ({path}: {reason}). Chưa có gì thay đổi; hãy mở lại trường hợp và quyết định lại.',
    en: 'The decision does not fit the case ({path}: {reason}).',
  },
  CONFLICT_ASSIGNEE_UNFIT: {
    status: 422,
    retry: 'after-action',
    vi: 'Người được giao không còn tài khoản hoạt động hoặc không được lập thay đổi tại đơn vị này. Chưa giao lại; hãy chọn người khác.',
    en: 'The person cannot be assigned: no active account that enters changes in this unit.',
  },
  DOSSIER_UNKNOWN: {
    status: 404,
    retry: 'never',
    vi: 'Hồ sơ không tồn tại trên máy chủ.',
    en: 'Unknown dossier.',
  },
  DOSSIER_EXISTS: {
    status: 409,
    retry: 'never',
    vi: 'Hồ sơ này đã tồn tại.',
    en: 'The dossier exists already.',
  },
  IDENTITY_NUMBER_TAKEN: {
    status: 409,
    retry: 'after-action',
    vi: 'Số định danh cá nhân này đã có hồ sơ trong tỉnh.',
    en: 'The identity number already has a dossier.',
  },
  APPROVAL_ALREADY_USED: {
    status: 409,
    retry: 'never',
    vi: 'Lần phê duyệt này đã được ghi nhận trước đó.',
    en: 'The approval was already recorded.',
  },
  APPROVAL_MANIFEST_MISMATCH: {
    status: 422,
    retry: 'after-action',
    vi: 'Nội dung đã ký không khớp với thay đổi trên máy chủ. Hãy đồng bộ và ký lại.',
    en: 'The signed manifest does not match the changes.',
  },
  APPROVAL_SIGNATURE_INVALID: {
    status: 422,
    retry: 'after-action',
    vi: 'Chữ ký số không hợp lệ: {reason}.',
    en: 'Invalid signature: {reason}.',
  },
  APPROVAL_CERTIFICATE_UNREGISTERED: {
    status: 403,
    retry: 'after-action',
    vi: 'Chứng thư số chưa được đăng ký cho tài khoản này. Đề nghị Sở Nội vụ đăng ký chứng thư.',
    en: 'The certificate is not registered to this account.',
  },
  APPROVAL_NOT_SEALED: {
    status: 409,
    retry: 'never',
    vi: 'Bản ghi phê duyệt trong kho dữ liệu không do máy chủ tiếp nhận nên không được áp dụng. Hồ sơ không thay đổi; đề nghị quản trị hệ thống kiểm tra nhật ký.',
    en: 'The stored approval does not bear the seal of its acceptance.',
  },
  APPROVAL_SCAN_MISSING: {
    status: 409,
    retry: 'after-action',
    vi: 'Trung tâm chưa nhận đủ bản chụp minh chứng của các thay đổi được phê duyệt (còn thiếu {count}). Các thay đổi vẫn giữ nguyên; hãy chờ máy đã thêm bản chụp gửi xong rồi phê duyệt lại.',
    en: '{count} scans of the approved changes have not reached the centre yet.',
  },
  APPROVAL_CHANGE_NOT_VERIFIED: {
    status: 409,
    retry: 'after-action',
    vi: 'Có thay đổi chưa được đối chiếu hoặc đã xử lý; không thể phê duyệt.',
    en: 'A change in the manifest is not in state verified.',
  },
} as const satisfies Record<string, ProblemKind>;
