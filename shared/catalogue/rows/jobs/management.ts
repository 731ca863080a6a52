/** Management positions of public units (Phụ lục I): paid by the holder's own grade and a position allowance. */
import { jobs } from './listing.ts';

export const managementJobs = jobs('management', 'Phụ lục I', [
  [
    null,
    [
      ['ql-dung-dau', 'Người đứng đầu đơn vị sự nghiệp công lập', ['Hiệu trưởng', 'Giám đốc']],
      [
        'ql-cap-pho',
        'Cấp phó của người đứng đầu đơn vị sự nghiệp công lập',
        ['Phó Hiệu trưởng', 'Phó Giám đốc'],
      ],
      [
        'ql-truong-phong',
        'Trưởng ban, phòng, khoa, trung tâm, chi nhánh, phân hiệu, khu vực',
        ['Trưởng phòng', 'Trưởng khoa'],
      ],
      [
        'ql-pho-phong',
        'Phó Trưởng ban, phòng, khoa, trung tâm, chi nhánh, phân hiệu, khu vực',
        ['Phó Trưởng phòng', 'Phó Trưởng khoa'],
      ],
      ['ql-truong-bo-mon', 'Trưởng bộ môn'],
      ['ql-pho-bo-mon', 'Phó Trưởng bộ môn'],
      ['ql-to-truong', 'Tổ trưởng chuyên môn', ['Tổ trưởng']],
      ['ql-to-pho', 'Tổ phó chuyên môn', ['Tổ phó']],
      ['ql-truong-bo-phan', 'Trưởng bộ phận, cơ sở'],
      ['ql-pho-bo-phan', 'Phó Trưởng bộ phận, cơ sở'],
    ],
  ],
]);
