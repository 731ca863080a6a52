/** Titles of honour given by the State (danh hiệu nhà nước phong tặng). */
import { listing } from '../listing.ts';

export const stateHonourRows = listing(
  { source: 'Luật Thi đua, khen thưởng 06/2022/QH15, Điều 60 đến 67', unverified: true },
  [
    ['me-vnah', 'Bà mẹ Việt Nam anh hùng', ['Bà mẹ VNAH', 'Mẹ VNAH']],
    ['anh-hung-llvt', 'Anh hùng Lực lượng vũ trang nhân dân', ['Anh hùng LLVT', 'AHLLVT']],
    ['anh-hung-lao-dong', 'Anh hùng Lao động', ['AHLĐ']],
    ['nha-giao-nhan-dan', 'Nhà giáo nhân dân', ['NGND']],
    ['nha-giao-uu-tu', 'Nhà giáo ưu tú', ['NGƯT']],
    ['thay-thuoc-nhan-dan', 'Thầy thuốc nhân dân', ['TTND']],
    ['thay-thuoc-uu-tu', 'Thầy thuốc ưu tú', ['TTƯT']],
    ['nghe-si-nhan-dan', 'Nghệ sĩ nhân dân', ['NSND']],
    ['nghe-si-uu-tu', 'Nghệ sĩ ưu tú', ['NSƯT']],
    ['nghe-nhan-nhan-dan', 'Nghệ nhân nhân dân', ['NNND']],
    ['nghe-nhan-uu-tu', 'Nghệ nhân ưu tú', ['NNƯT']],
    ['giai-thuong-hcm', 'Giải thưởng Hồ Chí Minh'],
    ['giai-thuong-nha-nuoc', 'Giải thưởng Nhà nước'],
  ],
);
