/**
 * Forms of discipline, by whom they may meet: cán bộ, công chức, viên chức, contract workers, those retired, and
 * the Party's. `hạ bậc lương` and `giáng chức` ended on 01/07/2025 and stand as history.
 */
import type { DisciplineRow } from '../../catalogue.ts';
import { listing, type Line } from '../listing.ts';

type Form = readonly [code: string, label: string, aliases?: readonly string[]];

const meeting = (
  target: DisciplineRow['target'],
  forms: readonly Form[],
): readonly Line<Pick<DisciplineRow, 'target'>>[] =>
  forms.map(([code, label, aliases]) => [code, label, aliases, { target }]);

export const disciplineRows: readonly DisciplineRow[] = [
  ...listing(
    { source: 'NĐ 172/2025/NĐ-CP (công chức); NĐ 234/2026/NĐ-CP, Điều 7 (viên chức)' },
    meeting('administrative', [
      ['khien-trach', 'Khiển trách', ['KT']],
      ['canh-cao', 'Cảnh cáo', ['CC']],
      ['cach-chuc', 'Cách chức'],
      ['buoc-thoi-viec', 'Buộc thôi việc', ['BTV']],
    ]),
  ),
  ...listing(
    { source: 'NĐ 172/2025/NĐ-CP (cán bộ)', unverified: true },
    meeting('administrative', [['bai-nhiem', 'Bãi nhiệm']]),
  ),
  ...listing(
    { source: 'NĐ 172/2025/NĐ-CP; NĐ 234/2026/NĐ-CP (người đã nghỉ việc, nghỉ hưu)' },
    meeting('retired', [
      ['xoa-tu-cach', 'Xóa tư cách chức vụ, chức danh', ['Xóa tư cách chức vụ']],
    ]),
  ),
  ...listing(
    {
      source: 'Luật Cán bộ, công chức 22/2008/QH12, Điều 79; bỏ theo NĐ 172/2025/NĐ-CP',
      validTo: '2025-06-30',
    },
    meeting('administrative', [
      ['ha-bac-luong', 'Hạ bậc lương'],
      ['giang-chuc', 'Giáng chức'],
    ]),
  ),
  ...listing(
    {
      source:
        'Pháp lệnh Cán bộ, công chức 1998, Điều 39; bỏ theo Luật Cán bộ, công chức 22/2008/QH12',
      validTo: '2009-12-31',
      unverified: true,
    },
    meeting('administrative', [['ha-ngach', 'Hạ ngạch']]),
  ),
  ...listing(
    { source: 'Bộ luật Lao động 45/2019/QH14, Điều 124', unverified: true },
    meeting('contract', [
      ['nld-khien-trach', 'Khiển trách (hợp đồng lao động)'],
      [
        'nld-keo-dai-nang-luong',
        'Kéo dài thời hạn nâng lương không quá 6 tháng',
        ['Kéo dài thời hạn nâng lương'],
      ],
      ['nld-cach-chuc', 'Cách chức (hợp đồng lao động)'],
      ['sa-thai', 'Sa thải'],
    ]),
  ),
  ...listing(
    { source: 'Điều lệ Đảng Cộng sản Việt Nam (2011), Điều 35', unverified: true },
    meeting('party', [
      ['dang-khien-trach', 'Khiển trách (Đảng)', ['Khiển trách về Đảng', 'KT Đảng']],
      ['dang-canh-cao', 'Cảnh cáo (Đảng)', ['Cảnh cáo về Đảng', 'CC Đảng']],
      ['dang-cach-chuc', 'Cách chức (Đảng)', ['Cách chức về Đảng']],
      ['khai-tru', 'Khai trừ khỏi Đảng', ['Khai trừ', 'Khai trừ Đảng']],
    ]),
  ),
];
