/** Levels of professional training, lowest first. The code is what item 20 of the form records. */
import type { CatalogueRow } from '../../catalogue.ts';

const source =
  'Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục 20 và 32.1; Luật Giáo dục 2019, Điều 6';
const health =
  'Luật Khám bệnh, chữa bệnh 2023; Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục 32.1';

const row = (code: string, label: string, aliases: readonly string[]): CatalogueRow => ({
  code,
  label,
  aliases,
  source,
  unverified: true,
});

export const educationRows: readonly CatalogueRow[] = [
  row('chua-qua-dao-tao', 'Chưa qua đào tạo', ['Không', 'Chưa đào tạo', 'CQĐT']),
  row('so-cap', 'Sơ cấp', ['SC', 'Sơ cấp nghề']),
  row('trung-cap', 'Trung cấp', ['TC', 'TCCN', 'Trung cấp chuyên nghiệp']),
  row('cao-dang', 'Cao đẳng', ['CĐ', 'Cử nhân cao đẳng', 'CĐN', 'Cao đẳng nghề']),
  row('dai-hoc', 'Đại học', ['ĐH', 'Cử nhân', 'CN', 'Kỹ sư', 'KS', 'Bác sĩ', 'BS', 'Kiến trúc sư']),
  row('thac-si', 'Thạc sĩ', ['ThS', 'Th.S', 'Thạc sỹ', 'Cao học']),
  row('tien-si', 'Tiến sĩ', ['TS', 'Tiến sỹ']),
  row('tien-si-khoa-hoc', 'Tiến sĩ khoa học', ['TSKH', 'Tiến sỹ khoa học']),
  {
    ...row('chuyen-khoa-1', 'Chuyên khoa I', [
      'CKI',
      'CK1',
      'CK I',
      'Bác sĩ CKI',
      'BSCKI',
      'BS CKI',
      'Bác sĩ chuyên khoa I',
      'Chuyên khoa cấp I',
      'DSCKI',
      'Dược sĩ CKI',
    ]),
    source: health,
  },
  {
    ...row('chuyen-khoa-2', 'Chuyên khoa II', [
      'CKII',
      'CK2',
      'CK II',
      'Bác sĩ CKII',
      'BSCKII',
      'BS CKII',
      'Bác sĩ chuyên khoa II',
      'Chuyên khoa cấp II',
      'DSCKII',
      'Dược sĩ CKII',
    ]),
    source: health,
  },
  { ...row('noi-tru', 'Bác sĩ nội trú', ['BSNT', 'Nội trú']), source: health },
];
