/** Ranks of army and police (quân hàm, cấp bậc hàm), the highest first. */
import { listing } from '../listing.ts';

export const militaryRankRows = listing(
  {
    source:
      'Luật Sĩ quan Quân đội nhân dân Việt Nam 1999, Điều 10; Luật Công an nhân dân 2018, Điều 21',
    unverified: true,
  },
  [
    ['dai-tuong', 'Đại tướng'],
    ['thuong-tuong', 'Thượng tướng', ['Đô đốc Hải quân']],
    ['trung-tuong', 'Trung tướng', ['Phó Đô đốc Hải quân']],
    ['thieu-tuong', 'Thiếu tướng', ['Chuẩn Đô đốc Hải quân']],
    ['dai-ta', 'Đại tá'],
    ['thuong-ta', 'Thượng tá'],
    ['trung-ta', 'Trung tá'],
    ['thieu-ta', 'Thiếu tá'],
    ['dai-uy', 'Đại úy'],
    ['thuong-uy', 'Thượng úy'],
    ['trung-uy', 'Trung úy'],
    ['thieu-uy', 'Thiếu úy'],
    ['chuan-uy', 'Chuẩn úy'],
    [
      'thuong-ta-qncn',
      'Thượng tá quân nhân chuyên nghiệp',
      ['Thượng tá QNCN', 'Thượng tá chuyên nghiệp'],
    ],
    [
      'trung-ta-qncn',
      'Trung tá quân nhân chuyên nghiệp',
      ['Trung tá QNCN', 'Trung tá chuyên nghiệp'],
    ],
    [
      'thieu-ta-qncn',
      'Thiếu tá quân nhân chuyên nghiệp',
      ['Thiếu tá QNCN', 'Thiếu tá chuyên nghiệp'],
    ],
    ['dai-uy-qncn', 'Đại úy quân nhân chuyên nghiệp', ['Đại úy QNCN', 'Đại úy chuyên nghiệp']],
    ['thuong-uy-qncn', 'Thượng úy quân nhân chuyên nghiệp', ['Thượng úy QNCN']],
    ['trung-uy-qncn', 'Trung úy quân nhân chuyên nghiệp', ['Trung úy QNCN']],
    ['thieu-uy-qncn', 'Thiếu úy quân nhân chuyên nghiệp', ['Thiếu úy QNCN']],
    ['thuong-si', 'Thượng sĩ', ['Thượng sỹ']],
    ['trung-si', 'Trung sĩ', ['Trung sỹ']],
    ['ha-si', 'Hạ sĩ', ['Hạ sỹ']],
    ['binh-nhat', 'Binh nhất'],
    ['binh-nhi', 'Binh nhì'],
  ],
);
