/** Professional positions in home affairs, justice, agriculture, and the services of a commune (Phụ lục II). */
import { jobs } from './listing.ts';

export const homeAffairsJobs = jobs('professional', 'Phụ lục II, Nội vụ', [
  [[1, 5], [['cm-nv-luu-tru', 'Lưu trữ viên']]],
  [
    [1, 4],
    [
      ['cm-nv-kiem-dinh-atld', 'Kiểm định kỹ thuật an toàn lao động'],
      ['cm-nv-tu-van-viec-lam', 'Tư vấn viên dịch vụ việc làm'],
      ['cm-nv-quan-he-lao-dong', 'Hỗ trợ phát triển quan hệ lao động'],
      ['cm-nv-nuoi-duong-ncc', 'Nuôi dưỡng người có công'],
      ['cm-nv-huan-luyen-atvsld', 'Huấn luyện an toàn, vệ sinh lao động'],
    ],
  ],
]);

export const justiceJobs = jobs('professional', 'Phụ lục II, Tư pháp', [
  [
    [3, 5],
    [
      ['cm-tp-dang-ky-bpbd', 'Đăng ký biện pháp bảo đảm'],
      ['cm-tp-tro-giup-phap-ly', 'Trợ giúp viên pháp lý'],
      ['cm-tp-cong-chung', 'Công chứng viên'],
      ['cm-tp-dau-gia', 'Đấu giá viên'],
      ['cm-tp-tranh-chap-dtqt', 'Phòng ngừa tranh chấp đầu tư quốc tế'],
    ],
  ],
  [
    [3, 4],
    [
      ['cm-tp-ho-tro-phap-ly', 'Hỗ trợ pháp lý'],
      ['cm-tp-ho-tro-nghiep-vu', 'Hỗ trợ nghiệp vụ'],
    ],
  ],
]);

/** Twenty-eight jobs of agriculture and environment share these grades; they stand as one until listed. */
export const agricultureJobs = jobs('professional', 'Phụ lục II, Nông nghiệp và Môi trường', [
  [[1, 4], [['cm-nn-chuyen-nganh', 'Vị trí chuyên môn ngành Nông nghiệp và Môi trường']]],
]);

export const otherJobs = jobs('professional', 'Phụ lục II, lĩnh vực khác', [
  [[1, 5], [['cm-khac-chuyen-vien', 'Chuyên viên', ['CV']]]],
]);

export const communeServiceJobs = jobs('professional', 'Phụ lục II, Dịch vụ tổng hợp ở cấp xã', [
  [
    [1, 4],
    [
      ['cm-xa-van-hoa-du-lich', 'Văn hóa, du lịch (dịch vụ cấp xã)'],
      ['cm-xa-the-duc-the-thao', 'Thể dục, thể thao (dịch vụ cấp xã)'],
      ['cm-xa-truyen-thong', 'Thông tin, truyền thông, chuyển đổi số (dịch vụ cấp xã)'],
      ['cm-xa-tai-nguyen', 'Tài nguyên, môi trường, đô thị (dịch vụ cấp xã)'],
      ['cm-xa-khuyen-nong', 'Nông nghiệp, khuyến nông (dịch vụ cấp xã)'],
      ['cm-xa-khuyen-cong', 'Công thương, khuyến công (dịch vụ cấp xã)'],
      ['cm-xa-giao-thong', 'Giao thông, xây dựng (dịch vụ cấp xã)'],
      ['cm-xa-tu-phap', 'Tư pháp (dịch vụ cấp xã)'],
      ['cm-xa-an-sinh', 'Lao động, việc làm, an sinh xã hội (dịch vụ cấp xã)'],
      ['cm-xa-dat-dai', 'Đăng ký đất đai (dịch vụ cấp xã)'],
      ['cm-xa-quan-ly-du-an', 'Quản lý dự án (dịch vụ cấp xã)'],
      ['cm-xa-quan-ly-cho', 'Quản lý chợ (dịch vụ cấp xã)'],
    ],
  ],
]);
