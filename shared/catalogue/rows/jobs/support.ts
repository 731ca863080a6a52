/** Support positions of public units (Phụ lục III). */
import { jobs } from './listing.ts';

export const supportJobs = jobs('support', 'Phụ lục III', [
  [
    [2, 4],
    [
      ['ht-hanh-chinh', 'Hành chính, tổng hợp', ['Hành chính', 'Hành chính tổng hợp']],
      ['ht-quan-tri', 'Quản trị công sở'],
      ['ht-truyen-thong', 'Truyền thông'],
    ],
  ],
  [
    [3, 5],
    [
      ['ht-phap-che', 'Pháp chế'],
      ['ht-to-chuc', 'Tổ chức cán bộ, thi đua khen thưởng', ['TCCB', 'Tổ chức nhân sự']],
      ['ht-ke-hoach', 'Kế hoạch, đầu tư'],
      ['ht-thong-ke', 'Thống kê'],
      ['ht-tai-chinh', 'Tài chính'],
    ],
  ],
  [[1, 5], [['ht-cntt', 'Công nghệ thông tin', ['CNTT']]]],
  [
    [1, 4],
    [
      ['ht-ke-toan', 'Kế toán', ['KT']],
      ['ht-van-thu', 'Văn thư', ['VT']],
      ['ht-luu-tru', 'Lưu trữ', ['LT']],
    ],
  ],
  [
    [1, 3],
    [
      ['ht-thu-quy', 'Thủ quỹ', ['TQ']],
      ['ht-quan-trang', 'Quản trang'],
      ['ht-ky-thuat', 'Kỹ thuật', ['Nhân viên kỹ thuật']],
      ['ht-y-te-truong-hoc', 'Y tế trường học', ['Nhân viên y tế']],
      ['ht-cap-duong', 'Cấp dưỡng trường học', ['Cấp dưỡng']],
    ],
  ],
  [
    [2, 3],
    [
      ['ht-giao-vu', 'Giáo vụ'],
      ['ht-thiet-bi', 'Thiết bị, thí nghiệm', ['Thiết bị']],
      ['ht-ho-tro-khuyet-tat', 'Hỗ trợ giáo dục người khuyết tật', ['GDNKT']],
    ],
  ],
  [[3, 4], [['ht-tro-giang', 'Trợ giảng']]],
  [null, [['ht-thuyen-vien', 'Thuyền viên tàu biển (không áp dụng bậc)', ['Thuyền viên']]]],
]);
