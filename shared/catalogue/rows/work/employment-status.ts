/** Where a person stands towards the unit: at work, away for a time, or gone (kết thúc quản lý). */
import type { EmploymentStatusRow } from '../../catalogue.ts';
import { listing, type Line } from '../listing.ts';

type Status = readonly [code: string, label: string, aliases?: readonly string[]];

const standing = (
  as: EmploymentStatusRow['standing'],
  statuses: readonly Status[],
): readonly Line<Pick<EmploymentStatusRow, 'standing'>>[] =>
  statuses.map(([code, label, aliases]) => [code, label, aliases, { standing: as }]);

export const employmentStatusRows: readonly EmploymentStatusRow[] = [
  ...listing(
    { source: 'NĐ 27/2026/NĐ-CP, Điều 5; QĐ 06/2024/QĐ-UBND Lào Cai, Điều 11', unverified: true },
    [
      ...standing('working', [
        ['dang-cong-tac', 'Đang công tác', ['Đang làm việc']],
        ['tap-su', 'Tập sự, thử việc', ['Tập sự', 'Thử việc']],
        ['biet-phai-den', 'Biệt phái đến'],
      ]),
      ...standing('away', [
        ['biet-phai-di', 'Biệt phái đi', ['Đi biệt phái']],
        ['nghi-khong-luong', 'Nghỉ không hưởng lương', ['Nghỉ không lương']],
        ['nghi-thai-san', 'Nghỉ thai sản', ['Thai sản']],
        ['nghi-om-dai', 'Nghỉ ốm dài ngày', ['Ốm dài ngày', 'Nghỉ ốm']],
        ['di-hoc', 'Đi học tập trung', ['Đi học']],
        ['tam-dinh-chi', 'Tạm đình chỉ công tác', ['Tạm đình chỉ', 'Đình chỉ']],
      ]),
    ],
  ),
  ...listing(
    {
      source:
        'QĐ 570/QĐ-UBND Lạng Sơn, Điều 8 khoản 2; QĐ 06/2024/QĐ-UBND Lào Cai, Điều 11 khoản 5',
    },
    standing('left', [
      ['chuyen-trong-tinh', 'Chuyển đi trong tỉnh', ['Chuyển trong tỉnh']],
      ['chuyen-ngoai-tinh', 'Chuyển ra ngoài tỉnh, bộ, ngành', ['Chuyển ngoài tỉnh']],
      ['chuyen-ngoai-khu-vuc', 'Chuyển khỏi khu vực nhà nước', ['Ra khỏi khu vực nhà nước']],
      ['nghi-huu', 'Nghỉ hưu', ['Hưu trí']],
      [
        'nghi-huu-truoc-tuoi',
        'Nghỉ hưu trước tuổi, tinh giản',
        ['Nghỉ hưu trước tuổi', 'Tinh giản'],
      ],
      ['thoi-viec', 'Thôi việc', ['Nghỉ việc']],
      ['buoc-thoi-viec', 'Buộc thôi việc', ['BTV']],
      ['tu-tran', 'Từ trần', ['Chết', 'Mất']],
    ]),
  ),
];
