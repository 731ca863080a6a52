/** Professional positions in culture, construction, science, finance, trade and banking (Phụ lục II). */
import { jobs } from './listing.ts';

export const cultureJobs = jobs('professional', 'Phụ lục II, Văn hóa, Thể thao và Du lịch', [
  [
    [1, 5],
    [
      ['cm-vh-thu-vien', 'Thư viện viên'],
      ['cm-vh-di-san', 'Di sản viên'],
      ['cm-vh-dao-dien', 'Đạo diễn nghệ thuật'],
      ['cm-vh-dien-vien', 'Diễn viên'],
      ['cm-vh-hoa-si', 'Họa sĩ'],
      ['cm-vh-huan-luyen-vien', 'Huấn luyện viên', ['HLV']],
      ['cm-vh-am-thanh', 'Âm thanh viên'],
      ['cm-vh-dung-phim', 'Dựng phim'],
      ['cm-vh-phat-thanh', 'Phát thanh viên'],
      ['cm-vh-quay-phim', 'Quay phim'],
    ],
  ],
  [
    [1, 4],
    [
      ['cm-vh-phuong-phap', 'Phương pháp viên'],
      ['cm-vh-hdv-van-hoa', 'Hướng dẫn viên văn hóa'],
      ['cm-vh-tuyen-truyen', 'Tuyên truyền viên văn hóa', ['Tuyên truyền viên']],
      ['cm-vh-anh-sang', 'Ánh sáng viên', ['Ánh sáng']],
    ],
  ],
  [[1, 2], [['cm-vh-huong-dan-vien', 'Hướng dẫn viên']]],
  [
    [3, 5],
    [
      ['cm-vh-bien-tap', 'Biên tập viên'],
      ['cm-vh-phong-vien', 'Phóng viên'],
      ['cm-vh-bien-dich', 'Biên dịch viên'],
      ['cm-vh-dao-dien-th', 'Đạo diễn truyền hình'],
    ],
  ],
]);

export const constructionJobs = jobs('professional', 'Phụ lục II, Xây dựng', [
  [
    [3, 5],
    [
      ['cm-xd-kien-truc-su', 'Kiến trúc sư'],
      ['cm-xd-an-ninh-hang-hai', 'Thông tin an ninh hàng hải'],
      ['cm-xd-tim-kiem-cuu-nan', 'Tìm kiếm cứu nạn hàng hải', ['TKCN']],
    ],
  ],
  [
    [1, 5],
    [
      ['cm-xd-tham-ke', 'Thẩm kế viên'],
      ['cm-xd-quan-ly-du-an', 'Quản lý dự án', ['QLDA']],
      ['cm-xd-duong-bo', 'Kỹ thuật viên đường bộ'],
      ['cm-xd-ben-pha', 'Bến phà'],
      ['cm-xd-dang-kiem', 'Đăng kiểm viên'],
      ['cm-xd-dao-tao-lai-xe', 'Đào tạo lái xe'],
      ['cm-xd-cang-vu-hang-khong', 'Cảng vụ viên hàng không'],
      ['cm-xd-cang-vu-hang-hai', 'Cảng vụ viên hàng hải'],
      ['cm-xd-cang-vu-dtnd', 'Cảng vụ viên đường thủy nội địa'],
    ],
  ],
]);

export const scienceJobs = jobs('professional', 'Phụ lục II, Khoa học và Công nghệ', [
  [
    [1, 5],
    [
      ['cm-kh-nghien-cuu-vien', 'Nghiên cứu viên'],
      ['cm-kh-ky-su', 'Kỹ sư'],
      ['cm-kh-cntt', 'Công nghệ thông tin và chuyển đổi số', ['CNTT và CĐS', 'Chuyển đổi số']],
      ['cm-kh-doi-moi', 'Đổi mới sáng tạo', ['ĐMST']],
      ['cm-kh-so-huu-tri-tue', 'Sở hữu trí tuệ', ['SHTT']],
    ],
  ],
  [
    [3, 5],
    [
      ['cm-kh-attt', 'An toàn thông tin', ['ATTT']],
      ['cm-kh-hop-chuan', 'Hợp chuẩn, hợp quy'],
      ['cm-kh-nang-suat', 'Năng suất, chất lượng'],
      ['cm-kh-kiem-nghiem', 'Kiểm nghiệm chất lượng'],
      ['cm-kh-giao-dich-dien-tu', 'Quản lý giao dịch điện tử'],
      ['cm-kh-internet', 'Quản lý tài nguyên Internet'],
      ['cm-kh-quan-ly', 'Quản lý khoa học và công nghệ'],
    ],
  ],
]);

export const economyJobs = [
  ...jobs('professional', 'Phụ lục II, Tài chính', [
    [[1, 5], [['cm-tc-ke-toan', 'Kế toán viên', ['Kế toán chuyên ngành']]]],
  ]),
  ...jobs('professional', 'Phụ lục II, Công thương', [
    [[3, 5], [['cm-ct-chuyen-nganh', 'Vị trí chuyên môn ngành Công thương']]],
  ]),
  ...jobs('professional', 'Phụ lục II, Ngân hàng', [
    [[3, 5], [['cm-nh-chuyen-nganh', 'Vị trí chuyên môn ngành Ngân hàng']]],
  ]),
];
