/** How a person comes to work elsewhere (điều động, luân chuyển, biệt phái, chuyển công tác). */
import { listing } from '../listing.ts';

export const movementKindRows = listing(
  {
    source: 'Luật Cán bộ, công chức 80/2025/QH15; NĐ 170/2025/NĐ-CP; NĐ 259/2026/NĐ-CP',
    unverified: true,
  },
  [
    ['dieu-dong', 'Điều động', ['ĐĐ', 'Điều động công tác']],
    ['luan-chuyen', 'Luân chuyển', ['LC']],
    ['biet-phai', 'Biệt phái', ['BP', 'Cử biệt phái']],
    ['het-biet-phai', 'Hết thời hạn biệt phái', ['Kết thúc biệt phái']],
    ['chuyen-cong-tac', 'Chuyển công tác', ['Thuyên chuyển', 'Thuyên chuyển công tác']],
    ['chuyen-doi-vi-tri', 'Chuyển đổi vị trí công tác', ['Chuyển đổi vị trí']],
    ['tiep-nhan', 'Tiếp nhận', ['Tiếp nhận vào làm công chức', 'Tiếp nhận vào làm viên chức']],
    ['sap-xep-bo-may', 'Chuyển do sắp xếp tổ chức bộ máy', ['Sắp xếp bộ máy', 'Sáp nhập']],
  ],
);
