/**
 * The rules of the checks in words, with their weight and their source. An error keeps a dossier from being submitted;
 * an `overridable` one may stand with a reason, which goes with the change and is signed with it.
 */

export type Severity = 'error' | 'warning';

interface CheckWording {
  readonly severity: Severity;
  readonly overridable?: true;
  readonly vi: string;
  readonly en: string;
  /** Document and article; “quy tắc nội bộ” where the rule is ours. */
  readonly source: string;
}

const own = 'quy tắc kiểm tra của phần mềm';
const numberLaw = 'Luật Căn cước 2023, Điều 12; NĐ 137/2015/NĐ-CP, Điều 13';
const payLaw = 'NĐ 204/2004/NĐ-CP, Bảng 2 và Bảng 3';
const partyLaw = 'Điều lệ Đảng, Điều 1 và Điều 5';
const labourLaw = 'Bộ luật Lao động 45/2019/QH14, Điều 3';
const form = 'Thông tư 06/2023/TT-BNV, Sơ yếu lý lịch';

const error = (vi: string, en: string, source: string) =>
  ({ severity: 'error', vi, en, source }) as const;
const overridable = (vi: string, en: string, source: string) =>
  ({ severity: 'error', overridable: true, vi, en, source }) as const;
const warning = (vi: string, en: string, source: string) =>
  ({ severity: 'warning', vi, en, source }) as const;

export const checkWords = {
  BIRTH_DATE_IN_FUTURE: error(
    'Ngày sinh sau ngày hôm nay ({today}).',
    'Born after today ({today}).',
    own,
  ),
  GENDER_CONTRADICTS_IDENTITY_NUMBER: overridable(
    'Giới tính {gender} trái với số định danh cá nhân (chữ số thứ tư là {digit}).',
    'The gender contradicts the identity number (fourth digit {digit}).',
    numberLaw,
  ),
  BIRTH_YEAR_DIFFERS: overridable(
    'Năm sinh khác với năm trong số định danh cá nhân ({year}).',
    'The year of birth differs from that of the identity number ({year}).',
    numberLaw,
  ),
  IDENTITY_PROVINCE_UNKNOWN: warning(
    'Ba chữ số đầu của số định danh không phải mã tỉnh hay mã nước đã biết.',
    'The first three digits are no known code of a province or country.',
    numberLaw,
  ),
  /** Overridable: an office may know a code that the department added a moment ago, or miss one that it has. */
  CODE_UNKNOWN: overridable(
    'Mã “{value}” không có trong danh mục {label}.',
    'No such code in the list: “{value}”.',
    form,
  ),
  STEP_BEYOND_LAST: overridable(
    'Bậc {step} không có: ngạch {rank} chỉ có {steps} bậc.',
    'There is no step {step}: rank {rank} has {steps}.',
    payLaw,
  ),
  COEFFICIENT_DOES_NOT_FIT: overridable(
    'Hệ số {coefficient} không khớp ngạch {rank}{atStep}; theo bảng lương NĐ 204/2004/NĐ-CP là {expected}.',
    'Coefficient {coefficient} does not fit rank {rank}; the pay table says {expected}.',
    payLaw,
  ),
  PAID_BY_NEW_GROUP: warning(
    'Hệ số theo loại {group}: đúng nếu đã chuyển xếp lương theo NĐ 232/2026/NĐ-CP, Điều 18.',
    'A coefficient of group {group}: right after conversion under Decree 232/2026, Article 18.',
    'NĐ 232/2026/NĐ-CP, Điều 18 khoản 2',
  ),
  BEYOND_SCALE_BEFORE_LAST_STEP: warning(
    'Có phụ cấp thâm niên vượt khung nhưng chưa ở bậc cuối của ngạch {rank}.',
    'A beyond-scale allowance before the last step of rank {rank}.',
    'Thông tư 04/2005/TT-BNV, mục II',
  ),
  DATE_IN_FUTURE: warning(
    '“{label}” sau ngày hôm nay ({today}).',
    '“{label}” lies after today ({today}).',
    own,
  ),
  DATES_OUT_OF_ORDER: error(
    '“{later}” không thể trước “{earlier}” ({date}).',
    '“{later}” cannot lie before “{earlier}” ({date}).',
    own,
  ),
  DATES_UNUSUAL: warning(
    '“{later}” trước “{earlier}” ({date}): xem lại.',
    '“{later}” lies before “{earlier}” ({date}): please look.',
    own,
  ),
  TOO_YOUNG: warning(
    '“{label}” khi chưa đủ {age} tuổi.',
    '“{label}” before the age of {age}.',
    `${labourLaw}; ${partyLaw}`,
  ),
  PARTY_OFFICIAL_EARLY: warning(
    'Ngày chính thức chưa đủ 12 tháng sau ngày vào Đảng (thời gian dự bị).',
    'Official membership less than 12 months after joining.',
    partyLaw,
  ),
  PARTY_DATES_WITHOUT_MEMBER: warning(
    'Có ngày vào Đảng nhưng không ghi là đảng viên.',
    'A date of joining the Party without membership.',
    form,
  ),
  PERIOD_REVERSED: error('“Đến” trước “Từ” ({from}).', 'Ends before it begins ({from}).', own),
  PERIODS_OVERLAP: warning(
    'Trùng thời gian với dòng “{other}”.',
    'Overlaps the row “{other}”.',
    form,
  ),
  PERIOD_MISSING: warning(
    'Thiếu quá trình từ {from} đến {to}.',
    'Nothing is said of {from} to {to}.',
    form,
  ),
} as const satisfies Readonly<Record<string, CheckWording>>;

export type CheckCode = keyof typeof checkWords;

export const severityOfCheck = (code: CheckCode): Severity => checkWords[code].severity;
export const isOverridable = (code: CheckCode): boolean => 'overridable' in checkWords[code];
