/** Academic titles (học hàm). */
import { listing } from '../listing.ts';

export const academicTitleRows = listing(
  {
    source: 'QĐ 37/2018/QĐ-TTg (tiêu chuẩn, thủ tục công nhận giáo sư, phó giáo sư)',
    unverified: true,
  },
  [
    ['giao-su', 'Giáo sư', ['GS']],
    ['pho-giao-su', 'Phó giáo sư', ['PGS']],
  ],
);
