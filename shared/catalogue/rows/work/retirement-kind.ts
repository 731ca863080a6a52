/** How service ends in retirement (nghỉ hưu). */
import { listing } from '../listing.ts';

export const retirementKindRows = [
  ...listing({ source: 'NĐ 135/2020/NĐ-CP, Điều 4 đến 6', validFrom: '2021-01-01' }, [
    ['dung-tuoi', 'Nghỉ hưu đúng tuổi', ['Đúng tuổi', 'Nghỉ hưu', 'Nghỉ hưu theo chế độ']],
    ['tuoi-thap-hon', 'Nghỉ hưu ở tuổi thấp hơn', ['Tuổi thấp hơn', 'Suy giảm khả năng lao động']],
    ['tuoi-cao-hon', 'Nghỉ hưu ở tuổi cao hơn', ['Kéo dài thời gian công tác', 'Tuổi cao hơn']],
  ]),
  ...listing(
    {
      source: 'NĐ 178/2024/NĐ-CP (sửa đổi bởi NĐ 67/2025/NĐ-CP)',
      validFrom: '2025-01-01',
      unverified: true,
    },
    [
      [
        'truoc-tuoi-sap-xep',
        'Nghỉ hưu trước tuổi do sắp xếp bộ máy',
        ['Nghỉ hưu trước tuổi', 'NĐ 178'],
      ],
    ],
  ),
  ...listing(
    { source: 'NĐ 154/2025/NĐ-CP (tinh giản biên chế)', validFrom: '2025-06-16', unverified: true },
    [['tinh-gian', 'Nghỉ hưu do tinh giản biên chế', ['Tinh giản biên chế', 'TGBC']]],
  ),
  ...listing(
    { source: 'Luật Cán bộ, công chức 80/2025/QH15; NĐ 170/2025/NĐ-CP', unverified: true },
    [['theo-nguyen-vong', 'Nghỉ hưu theo nguyện vọng', ['Theo nguyện vọng']]],
  ),
];
