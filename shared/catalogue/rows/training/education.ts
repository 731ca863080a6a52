/** Levels of professional training, lowest first. The code is what item 20 of the form records. */
import { listing } from '../listing.ts';

const source =
  'Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục 20 và 32.1; Luật Giáo dục 2019, Điều 6';
const health =
  'Luật Khám bệnh, chữa bệnh 2023; Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục 32.1';

export const educationRows = [
  ...listing({ source, unverified: true }, [
    ['chua-qua-dao-tao', 'Chưa qua đào tạo', ['Không', 'Chưa đào tạo', 'CQĐT']],
    ['so-cap', 'Sơ cấp', ['SC', 'Sơ cấp nghề']],
    ['trung-cap', 'Trung cấp', ['TC', 'TCCN', 'Trung cấp chuyên nghiệp']],
    ['cao-dang', 'Cao đẳng', ['CĐ', 'Cử nhân cao đẳng', 'CĐN', 'Cao đẳng nghề']],
    ['dai-hoc', 'Đại học', ['ĐH', 'Cử nhân', 'CN', 'Kỹ sư', 'KS', 'Bác sĩ', 'BS', 'Kiến trúc sư']],
    ['thac-si', 'Thạc sĩ', ['ThS', 'Th.S', 'Thạc sỹ', 'Cao học']],
    ['tien-si', 'Tiến sĩ', ['TS', 'Tiến sỹ']],
    ['tien-si-khoa-hoc', 'Tiến sĩ khoa học', ['TSKH', 'Tiến sỹ khoa học']],
  ]),
  ...listing({ source: health, unverified: true }, [
    [
      'chuyen-khoa-1',
      'Chuyên khoa I',
      [
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
      ],
    ],
    [
      'chuyen-khoa-2',
      'Chuyên khoa II',
      [
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
      ],
    ],
    ['noi-tru', 'Bác sĩ nội trú', ['BSNT', 'Nội trú']],
  ]),
];
