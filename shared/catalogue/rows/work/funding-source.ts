/** What a post is paid from (nguồn kinh phí), by the kinds of staffing quota. */
import { listing } from '../listing.ts';

export const fundingSourceRows = listing(
  {
    source: 'QĐ 570/QĐ-UBND Lạng Sơn, Điều 2; NĐ 60/2021/NĐ-CP; NĐ 235/2026/NĐ-CP, Điều 3',
    unverified: true,
  },
  [
    [
      'nsnn-hanh-chinh',
      'Ngân sách nhà nước – biên chế hành chính',
      ['Biên chế hành chính', 'BCHC', 'Biên chế công chức'],
    ],
    [
      'nsnn-su-nghiep',
      'Ngân sách nhà nước – số lượng người làm việc',
      ['Biên chế sự nghiệp', 'BCSN', 'Biên chế viên chức', 'Ngân sách nhà nước', 'NSNN'],
    ],
    [
      'thu-su-nghiep',
      'Nguồn thu sự nghiệp của đơn vị',
      ['Nguồn thu sự nghiệp', 'Tự chủ', 'Nguồn thu'],
    ],
    ['hop-dong-nsnn', 'Hợp đồng do ngân sách hỗ trợ', ['HĐ từ ngân sách']],
    ['hoi-duoc-giao-bien-che', 'Biên chế giao cho hội', ['Biên chế hội']],
    ['khac', 'Nguồn khác', ['Khác']],
  ],
);
