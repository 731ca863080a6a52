/** Training in state management and for a rank (quản lý nhà nước), lowest first. */
import { formItem, listing } from '../listing.ts';

export const stateManagementRows = [
  ...listing({ source: `NĐ 171/2025/NĐ-CP; ${formItem('32.3')}`, unverified: true }, [
    ['chua-qua', 'Chưa qua bồi dưỡng', ['Chưa', 'Chưa qua', 'Không', 'Chưa có']],
    ['can-su', 'Cán sự và tương đương', ['Cán sự', 'CS', 'QLNN ngạch cán sự']],
    [
      'chuyen-vien',
      'Chuyên viên và tương đương',
      ['Chuyên viên', 'CV', 'QLNN chuyên viên', 'QLNN ngạch chuyên viên', 'BD chuyên viên'],
    ],
    [
      'chuyen-vien-chinh',
      'Chuyên viên chính và tương đương',
      ['Chuyên viên chính', 'CVC', 'QLNN chuyên viên chính', 'QLNN ngạch chuyên viên chính'],
    ],
    [
      'chuyen-vien-cao-cap',
      'Chuyên viên cao cấp và tương đương',
      ['Chuyên viên cao cấp', 'CVCC', 'QLNN chuyên viên cao cấp'],
    ],
    ['lanh-dao-cap-phong', 'Lãnh đạo, quản lý cấp phòng', ['Lãnh đạo cấp phòng', 'LĐ cấp phòng']],
    ['lanh-dao-cap-xa', 'Lãnh đạo, quản lý cấp xã', ['Lãnh đạo cấp xã']],
    ['lanh-dao-cap-so', 'Lãnh đạo, quản lý cấp sở', ['Lãnh đạo cấp sở', 'LĐ cấp sở']],
    [
      'chuc-danh-nghe-nghiep',
      'Tiêu chuẩn chức danh nghề nghiệp',
      ['Chức danh nghề nghiệp', 'CDNN', 'Bồi dưỡng CDNN'],
    ],
    ['quan-ly-giao-duc', 'Cán bộ quản lý giáo dục', ['Quản lý giáo dục', 'QLGD']],
    ['nghiep-vu-chuyen-nganh', 'Nghiệp vụ chuyên ngành', ['Nghiệp vụ']],
  ]),
  ...listing(
    {
      source: 'NĐ 101/2017/NĐ-CP; tổ chức cấp huyện kết thúc theo NQ 203/2025/QH15',
      validTo: '2025-06-30',
      unverified: true,
    },
    [['lanh-dao-cap-huyen', 'Lãnh đạo, quản lý cấp huyện', ['Lãnh đạo cấp huyện']]],
  ),
];
