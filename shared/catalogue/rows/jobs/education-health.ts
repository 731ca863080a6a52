/** Professional positions in education, training and health (Phụ lục II). */
import { jobs } from './listing.ts';

export const educationJobs = jobs('professional', 'Phụ lục II, Giáo dục và Đào tạo', [
  [[2, 4], [['cm-gd-mam-non', 'Giáo viên mầm non', ['GV mầm non', 'GVMN']]]],
  [
    [3, 4],
    [
      ['cm-gd-tieu-hoc', 'Giáo viên tiểu học', ['GV tiểu học', 'GVTH']],
      ['cm-gd-thcs', 'Giáo viên trung học cơ sở', ['Giáo viên THCS', 'GV THCS']],
      ['cm-gd-thpt', 'Giáo viên trung học phổ thông', ['Giáo viên THPT', 'GV THPT']],
      ['cm-gd-du-bi-dai-hoc', 'Giáo viên dự bị đại học'],
      ['cm-gd-gdtx', 'Giáo viên giáo dục thường xuyên', ['Giáo viên GDTX', 'GV GDTX']],
    ],
  ],
  [[2, 5], [['cm-gd-so-cap', 'Giáo viên sơ cấp']]],
  [
    [3, 5],
    [
      ['cm-gd-trung-cap', 'Giáo viên trung cấp, trung học nghề', ['Giáo viên trung cấp']],
      [
        'cm-gd-giang-vien',
        'Giảng viên (bậc 3), giảng viên chính (bậc 4), giảng viên cao cấp (bậc 5)',
        ['Giảng viên', 'GV đại học'],
      ],
      ['cm-gd-quan-ly-dao-tao', 'Quản lý đào tạo'],
      ['cm-gd-quan-ly-clgd', 'Quản lý chất lượng giáo dục'],
    ],
  ],
]);

export const healthJobs = jobs('professional', 'Phụ lục II, Y tế', [
  [
    [3, 5],
    [
      ['cm-yt-bac-si', 'Bác sĩ', ['BS']],
      ['cm-yt-bac-si-yhdp', 'Bác sĩ y học dự phòng', ['BS YHDP']],
      ['cm-yt-y-te-cong-cong', 'Y tế công cộng', ['YTCC']],
      ['cm-yt-dieu-duong-truong', 'Điều dưỡng trưởng'],
      ['cm-yt-ho-sinh-truong', 'Hộ sinh trưởng'],
      ['cm-yt-kty-truong', 'Kỹ thuật y trưởng'],
      ['cm-yt-duoc-truong', 'Dược trưởng'],
      ['cm-yt-khuc-xa', 'Khúc xạ nhãn khoa', ['Khúc xạ']],
      ['cm-yt-tam-ly', 'Tâm lý lâm sàng'],
      ['cm-yt-dinh-duong-ls', 'Dinh dưỡng lâm sàng'],
      ['cm-yt-kiem-nghiem', 'Kiểm định, kiểm nghiệm y tế'],
    ],
  ],
  [[1, 2], [['cm-yt-y-si', 'Y sĩ', ['YS']]]],
  [
    [2, 5],
    [
      ['cm-yt-duoc', 'Dược', ['Dược sĩ', 'DS']],
      ['cm-yt-dieu-duong', 'Điều dưỡng', ['ĐD']],
      ['cm-yt-ho-sinh', 'Hộ sinh', ['HS']],
      ['cm-yt-dinh-duong', 'Dinh dưỡng'],
    ],
  ],
  [
    [2, 4],
    [
      ['cm-yt-ky-thuat-y', 'Kỹ thuật y', ['KTY']],
      ['cm-yt-thiet-bi', 'Kỹ thuật thiết bị y tế'],
    ],
  ],
  [
    [1, 4],
    [
      ['cm-yt-dan-so', 'Dân số'],
      ['cm-yt-cong-tac-xa-hoi', 'Công tác xã hội', ['CTXH']],
    ],
  ],
]);
