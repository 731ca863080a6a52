/** How a position is given and taken (bổ nhiệm, bầu, phê chuẩn và thôi giữ chức vụ). */
import type { AppointmentKindRow } from '../../catalogue.ts';
import { listing, type Line } from '../listing.ts';

type Kind = readonly [code: string, label: string, aliases?: readonly string[]];

const doing = (
  effect: AppointmentKindRow['effect'],
  kinds: readonly Kind[],
): readonly Line<Pick<AppointmentKindRow, 'effect'>>[] =>
  kinds.map(([code, label, aliases]) => [code, label, aliases, { effect }]);

export const appointmentKindRows: readonly AppointmentKindRow[] = listing(
  {
    source:
      'Luật Cán bộ, công chức 80/2025/QH15; NĐ 170/2025/NĐ-CP; NĐ 259/2026/NĐ-CP (viên chức quản lý)',
    unverified: true,
  },
  [
    ...doing('gives', [
      ['bo-nhiem', 'Bổ nhiệm', ['Bổ nhiệm lần đầu', 'BN']],
      ['bo-nhiem-lai', 'Bổ nhiệm lại', ['BNL']],
      ['keo-dai', 'Kéo dài thời gian giữ chức vụ', ['Kéo dài']],
      ['dieu-dong-bo-nhiem', 'Điều động, bổ nhiệm', ['Điều động và bổ nhiệm']],
      ['luan-chuyen-bo-nhiem', 'Luân chuyển, bổ nhiệm'],
      [
        'giao-phu-trach',
        'Giao phụ trách, giao quyền',
        ['Giao phụ trách', 'Giao quyền', 'Quyền', 'Phụ trách'],
      ],
      ['bau', 'Bầu giữ chức vụ', ['Bầu', 'Bầu cử', 'Trúng cử']],
      ['phe-chuan', 'Phê chuẩn kết quả bầu', ['Phê chuẩn']],
      ['chi-dinh', 'Chỉ định'],
      ['cong-nhan', 'Công nhận'],
    ]),
    ...doing('ends', [
      ['mien-nhiem', 'Miễn nhiệm', ['MN']],
      ['tu-chuc', 'Từ chức'],
      ['bai-nhiem', 'Bãi nhiệm'],
      ['cach-chuc', 'Cách chức'],
      ['thoi-giu-chuc-vu', 'Thôi giữ chức vụ', ['Thôi giữ chức']],
      ['tam-dinh-chi-chuc-vu', 'Tạm đình chỉ chức vụ', ['Tạm đình chỉ']],
    ]),
  ],
);
