/**
 * The fields of a dossier as people see them: official label, item of the "Sơ yếu lý lịch"
 * (Thông tư 06/2023/TT-BNV), kind of input. Forms, differences, imports and search read this table.
 */
import type { CatalogueName } from '../catalogue/catalogue.ts';

export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'partialDate'
  | 'choice'
  | 'gender'
  | 'yesNo'
  | 'integer'
  | 'decimal'
  | 'digits';

export interface Field {
  /** `section.key`; a JSON pointer is `/section/key`. */
  readonly path: string;
  readonly label: string;
  /** Item number of the form; empty when the form has none. */
  readonly item: string;
  readonly kind: FieldKind;
  readonly catalogue?: CatalogueName;
  readonly required?: boolean;
  /** NĐ 356/2025: religion, party membership. Masked by default. */
  readonly sensitive?: boolean;
  readonly unit?: string;
}

export interface Section {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

export const sections: readonly Section[] = [
  {
    name: 'identity',
    label: 'Thông tin cá nhân',
    fields: [
      {
        path: 'identity.fullName',
        label: 'Họ và tên khai sinh',
        item: '1',
        kind: 'text',
        required: true,
      },
      { path: 'identity.otherName', label: 'Tên gọi khác', item: '2', kind: 'text' },
      { path: 'identity.gender', label: 'Giới tính', item: '1', kind: 'gender', required: true },
      {
        path: 'identity.birthDate',
        label: 'Ngày sinh',
        item: '3',
        kind: 'partialDate',
        required: true,
      },
      { path: 'identity.birthPlace', label: 'Nơi sinh', item: '4', kind: 'text' },
      { path: 'identity.homeTown', label: 'Quê quán', item: '5', kind: 'text' },
      {
        path: 'identity.ethnicity',
        label: 'Dân tộc',
        item: '6',
        kind: 'choice',
        catalogue: 'ethnicity',
      },
      {
        path: 'identity.identityNumber',
        label: 'Số định danh cá nhân/CCCD',
        item: '8',
        kind: 'digits',
        required: true,
      },
      { path: 'identity.identityIssuedOn', label: 'Ngày cấp CCCD', item: '8', kind: 'date' },
      { path: 'identity.socialInsuranceNumber', label: 'Số BHXH', item: '9', kind: 'digits' },
    ],
  },
  {
    name: 'belief',
    label: 'Tôn giáo',
    fields: [
      {
        path: 'belief.religion',
        label: 'Tôn giáo',
        item: '7',
        kind: 'choice',
        catalogue: 'religion',
        sensitive: true,
      },
    ],
  },
  {
    name: 'contact',
    label: 'Liên hệ',
    fields: [
      { path: 'contact.phone', label: 'Số điện thoại', item: '8', kind: 'text' },
      { path: 'contact.email', label: 'Thư điện tử', item: '', kind: 'text' },
      { path: 'contact.residence', label: 'Nơi ở hiện nay', item: '10', kind: 'text' },
    ],
  },
  {
    name: 'party',
    label: 'Đảng Cộng sản Việt Nam',
    fields: [
      { path: 'party.member', label: 'Là đảng viên', item: '15', kind: 'yesNo', sensitive: true },
      {
        path: 'party.joinedOn',
        label: 'Ngày vào Đảng',
        item: '15',
        kind: 'partialDate',
        sensitive: true,
      },
      {
        path: 'party.officialOn',
        label: 'Ngày chính thức',
        item: '15',
        kind: 'partialDate',
        sensitive: true,
      },
    ],
  },
  {
    name: 'employment',
    label: 'Tuyển dụng và công tác',
    fields: [
      {
        path: 'employment.category',
        label: 'Đối tượng',
        item: '',
        kind: 'choice',
        catalogue: 'category',
      },
      { path: 'employment.position', label: 'Chức vụ, chức danh', item: '23', kind: 'text' },
      { path: 'employment.positionSince', label: 'Ngày bổ nhiệm', item: '23', kind: 'partialDate' },
      { path: 'employment.mainTask', label: 'Công việc chính được giao', item: '28', kind: 'text' },
      {
        path: 'employment.firstRecruitedOn',
        label: 'Ngày được tuyển dụng lần đầu',
        item: '13',
        kind: 'partialDate',
      },
      { path: 'employment.recruitedBy', label: 'Cơ quan tuyển dụng', item: '13', kind: 'text' },
      {
        path: 'employment.joinedUnitOn',
        label: 'Ngày vào cơ quan hiện nay',
        item: '14',
        kind: 'partialDate',
      },
    ],
  },
  {
    name: 'pay',
    label: 'Ngạch, chức danh nghề nghiệp và lương',
    fields: [
      {
        path: 'pay.rankCode',
        label: 'Ngạch/chức danh nghề nghiệp',
        item: '30.1',
        kind: 'choice',
        catalogue: 'rank',
      },
      { path: 'pay.rankSince', label: 'Ngày bổ nhiệm ngạch', item: '30.1', kind: 'partialDate' },
      { path: 'pay.step', label: 'Bậc lương', item: '30.1', kind: 'integer' },
      { path: 'pay.coefficient', label: 'Hệ số lương', item: '30.1', kind: 'decimal' },
      {
        path: 'pay.stepSince',
        label: 'Mốc tính nâng lương lần sau',
        item: '30.1',
        kind: 'partialDate',
      },
      {
        path: 'pay.beyondScalePercent',
        label: 'Phụ cấp thâm niên vượt khung',
        item: '30.1',
        kind: 'integer',
        unit: '%',
      },
    ],
  },
  {
    name: 'education',
    label: 'Trình độ',
    fields: [
      { path: 'education.general', label: 'Giáo dục phổ thông', item: '19', kind: 'text' },
      {
        path: 'education.highest',
        label: 'Trình độ chuyên môn cao nhất',
        item: '20',
        kind: 'choice',
        catalogue: 'education',
      },
      { path: 'education.major', label: 'Chuyên ngành', item: '20', kind: 'text' },
      {
        path: 'education.politicalTheory',
        label: 'Lý luận chính trị',
        item: '32.2',
        kind: 'choice',
        catalogue: 'politicalTheory',
      },
      {
        path: 'education.informationTechnology',
        label: 'Tin học',
        item: '32.5',
        kind: 'choice',
        catalogue: 'informationTechnology',
      },
    ],
  },
  {
    name: 'note',
    label: 'Ghi chú',
    fields: [{ path: 'note.text', label: 'Ghi chú', item: '', kind: 'longText' }],
  },
];

/** Ngoại ngữ, tiếng dân tộc (mục 32.6): a repeated section. */
export const languageFields: readonly Field[] = [
  {
    path: 'languages.*.language',
    label: 'Ngoại ngữ/tiếng dân tộc',
    item: '32.6',
    kind: 'text',
    required: true,
  },
  { path: 'languages.*.level', label: 'Trình độ', item: '32.6', kind: 'text' },
  { path: 'languages.*.certificate', label: 'Chứng chỉ', item: '32.6', kind: 'text' },
];

export const allFields: readonly Field[] = [
  ...sections.flatMap((section) => section.fields),
  ...languageFields,
];

const byPath = new Map(allFields.map((field) => [field.path, field]));

/** The field of a path such as `pay.step` or `languages.01J….level`. */
export function fieldAt(path: string): Field | undefined {
  return byPath.get(path) ?? byPath.get(path.replace(/^(\w+)\.[^.]+\./, '$1.*.'));
}
