/** What kind of staff a person is: decides which law rules the dossier. */
import type { CatalogueRow } from '../catalogue.ts';

export const categoryRows: readonly CatalogueRow[] = [
  {
    code: 'can-bo',
    label: 'Cán bộ',
    aliases: ['CB'],
    validFrom: '2025-07-01',
    source: 'Luật Cán bộ, công chức 80/2025/QH15, Điều 1',
  },
  {
    code: 'cong-chuc',
    label: 'Công chức',
    aliases: ['CC'],
    validFrom: '2025-07-01',
    source: 'Luật Cán bộ, công chức 80/2025/QH15, Điều 1',
  },
  {
    code: 'vien-chuc',
    label: 'Viên chức',
    aliases: ['VC'],
    validFrom: '2026-07-01',
    source: 'Luật Viên chức 129/2025/QH15, Điều 1',
    unverified: true,
  },
  {
    code: 'hop-dong',
    label: 'Hợp đồng lao động',
    aliases: [
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
    validFrom: '2023-02-22',
    source: 'NĐ 111/2022/NĐ-CP, Điều 1; NĐ 235/2026/NĐ-CP, Điều 4',
  },
];
