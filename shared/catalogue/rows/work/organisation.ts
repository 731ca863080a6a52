/** Political and social organisations that a person belongs to (mục 16 and 33). */
import { formItem, listing } from '../listing.ts';

export const organisationRows = listing({ source: formItem('16'), unverified: true }, [
  [
    'doan',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    ['Đoàn', 'Đoàn TNCS HCM', 'Đoàn Thanh niên', 'ĐTN'],
  ],
  ['cong-doan', 'Công đoàn Việt Nam', ['Công đoàn', 'CĐ', 'Đoàn viên công đoàn']],
  ['phu-nu', 'Hội Liên hiệp Phụ nữ Việt Nam', ['Hội Phụ nữ', 'Hội LHPN']],
  ['nong-dan', 'Hội Nông dân Việt Nam', ['Hội Nông dân']],
  ['cuu-chien-binh', 'Hội Cựu chiến binh Việt Nam', ['Hội Cựu chiến binh', 'Hội CCB']],
  ['mat-tran', 'Mặt trận Tổ quốc Việt Nam', ['Mặt trận Tổ quốc', 'MTTQ']],
  ['lien-hiep-thanh-nien', 'Hội Liên hiệp Thanh niên Việt Nam', ['Hội LHTN']],
  ['chu-thap-do', 'Hội Chữ thập đỏ Việt Nam', ['Hội Chữ thập đỏ']],
  ['cuu-giao-chuc', 'Hội Cựu giáo chức Việt Nam', ['Hội Cựu giáo chức']],
  ['khuyen-hoc', 'Hội Khuyến học Việt Nam', ['Hội Khuyến học']],
  ['to-chuc-khac', 'Tổ chức khác', ['Khác']],
]);
