/**
 * The messages of what only the reading of a list can find. The first table holds the errors, the second the warnings.
 * What holds of any dossier is found, weighed and worded by shared/checks.
 */

/** A row with one of these is not accepted. */
export const errorFindings = {
  NAME_MISSING: 'Thiếu họ và tên.',
  NAME_NOT_A_NAME: 'Họ và tên “{value}” không có chữ cái.',
  GENDER_MISSING: 'Thiếu giới tính.',
  GENDER_UNKNOWN: 'Giới tính “{value}” không đọc được; ghi Nam hoặc Nữ.',
  GENDER_AMBIGUOUS: 'Dòng này vừa ghi Nam vừa ghi Nữ.',
  BIRTH_DATE_MISSING: 'Thiếu ngày sinh.',
  BIRTH_DATE_IMPOSSIBLE: 'Ngày sinh “{value}” không có thật.',
  IDENTITY_NUMBER_MISSING: 'Thiếu số định danh cá nhân (CCCD).',
  IDENTITY_NUMBER_OLD:
    'Số giấy tờ có 9 chữ số là số chứng minh nhân dân cũ; cần số định danh cá nhân 12 chữ số.',
  IDENTITY_NUMBER_NOT_12_DIGITS: 'Số định danh cá nhân phải có 12 chữ số; ô này có {digits}.',
  IDENTITY_NUMBER_REPEATED: 'Số định danh cá nhân này còn ghi ở {places}.',
  RANK_UNKNOWN: 'Mã ngạch, chức danh nghề nghiệp “{value}” không có trong danh mục.',
  NOTE_TOO_LONG: 'Ghi chú cùng các giá trị giữ lại dài quá {limit} ký tự.',
  VALUE_INVALID: 'Giá trị không hợp lệ: {reason}.',
} as const;

/** A row with these only is accepted. */
export const warningFindings = {
  IDENTITY_NUMBER_PADDED:
    'Ô ghi số định danh dưới dạng số nên mất số 0 ở đầu; đã thêm lại thành 12 chữ số.',
  GENDER_FROM_IDENTITY_NUMBER:
    'Danh sách không ghi giới tính; lấy theo số định danh cá nhân: {gender}.',
  STEP_TOTAL_DIFFERS: 'Ghi tổng số bậc là {total}, nhưng ngạch {rank} có {steps} bậc.',
  STEP_READ_FROM_DATE: 'Excel đã đổi bậc lương thành ngày; đọc lại là bậc {step}/{total}.',
  RANK_NAME_DIFFERS: 'Tên “{value}” khác tên của mã {rank} ({label}); giữ tên này ở Ghi chú.',
  VALUE_NOT_IN_CATALOGUE: '“{value}” không có trong danh mục {label}; giữ ở Ghi chú.',
  VALUE_UNREADABLE: 'Không đọc được “{value}” ở cột {label}; giữ ở Ghi chú.',
  CELL_ERROR: 'Ô bị lỗi công thức Excel ({value}); coi như trống.',
  COLUMN_UNKNOWN: 'Cột “{label}” không có trong hồ sơ; giá trị được giữ ở Ghi chú.',
  COLUMN_REPEATED: 'Cột “{label}” trùng nghĩa với cột {first}; giá trị được giữ ở Ghi chú.',
  ROW_NOT_READ: 'Dòng “{value}” không đọc như một người nên bỏ qua.',
  TOTAL_DIFFERS: 'Dòng tổng cộng ghi {total} người nhưng đọc được {people} người.',
  SHEET_WITHOUT_HEADER: 'Không thấy dòng tiêu đề có “Họ và tên” nên không đọc trang này.',
} as const;
