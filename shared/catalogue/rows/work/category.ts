/** What kind of staff a person is: decides which law rules the dossier. */
import { listing } from '../listing.ts';

export const categoryRows = [
  ...listing(
    {
      source: 'Luật Cán bộ, công chức 80/2025/QH15, Điều 1; trước đó Luật 22/2008/QH12, Điều 4',
      validFrom: '2010-01-01',
    },
    [
      ['can-bo', 'Cán bộ', ['CB']],
      ['cong-chuc', 'Công chức', ['CC']],
    ],
  ),
  ...listing(
    {
      source: 'Luật Viên chức 129/2025/QH15, Điều 1; trước đó Luật 58/2010/QH12, Điều 2',
      validFrom: '2012-01-01',
      unverified: true,
    },
    [['vien-chuc', 'Viên chức', ['VC']]],
  ),
  ...listing(
    {
      source:
        'NĐ 235/2026/NĐ-CP, Điều 4; NĐ 111/2022/NĐ-CP, Điều 1; trước đó NĐ 68/2000/NĐ-CP, NĐ 161/2018/NĐ-CP',
      validFrom: '2000-12-02',
    },
    [
      [
        'hop-dong',
        'Hợp đồng lao động',
        [
          'HĐLĐ',
          'Hợp đồng',
          'HĐ',
          'Người lao động',
          'NLĐ',
          'HĐ 68',
          'HĐ 111',
          'Hợp đồng 68',
          'Hợp đồng 111',
          'Hợp đồng theo NĐ 111',
        ],
      ],
    ],
  ),
];
