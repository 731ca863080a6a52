/** Yearly grades of work: the four of today, best first, then the names that earlier decrees gave. */
import { listing } from '../listing.ts';

export const evaluationGradeRows = [
  ...listing(
    {
      source: 'NĐ 335/2025/NĐ-CP (công chức); NĐ 233/2026/NĐ-CP, Điều 10 đến 12 (viên chức)',
      validFrom: '2020-08-20',
    },
    [
      ['xuat-sac', 'Hoàn thành xuất sắc nhiệm vụ', ['HTXSNV', 'HTXS', 'Xuất sắc', 'XS']],
      ['tot', 'Hoàn thành tốt nhiệm vụ', ['HTTNV', 'HTT', 'Tốt']],
      ['hoan-thanh', 'Hoàn thành nhiệm vụ', ['HTNV', 'HT', 'Hoàn thành']],
      ['khong-hoan-thanh', 'Không hoàn thành nhiệm vụ', ['KHTNV', 'KHT', 'Không hoàn thành']],
    ],
  ),
  ...listing(
    {
      source: 'NĐ 56/2015/NĐ-CP; thay bằng NĐ 90/2020/NĐ-CP',
      validFrom: '2015-08-01',
      validTo: '2020-08-19',
      unverified: true,
    },
    [
      [
        'han-che-nang-luc',
        'Hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực',
        ['Hạn chế về năng lực', 'HTNV còn hạn chế về năng lực'],
        { successor: 'hoan-thanh' },
      ],
    ],
  ),
  ...listing(
    {
      source: 'Cách xếp loại trước NĐ 56/2015/NĐ-CP (viên chức, giáo viên)',
      validTo: '2015-07-31',
      unverified: true,
    },
    [
      ['loai-xuat-sac', 'Xếp loại xuất sắc', ['Loại xuất sắc'], { successor: 'xuat-sac' }],
      ['loai-kha', 'Xếp loại khá', ['Khá', 'Loại khá'], { successor: 'tot' }],
      ['loai-trung-binh', 'Xếp loại trung bình', ['Trung bình', 'TB'], { successor: 'hoan-thanh' }],
      ['loai-kem', 'Xếp loại kém', ['Kém', 'Yếu'], { successor: 'khong-hoan-thanh' }],
    ],
  ),
];
