/** Positions in the Party (chức vụ Đảng), from the province down to the cell. */
import { formItem, listing } from '../listing.ts';

export const partyPositionRows = [
  ...listing(
    { source: `Điều lệ Đảng Cộng sản Việt Nam (2011); ${formItem('26')}`, unverified: true },
    [
      ['bi-thu-tinh-uy', 'Bí thư Tỉnh ủy'],
      ['pho-bi-thu-tinh-uy', 'Phó Bí thư Tỉnh ủy', ['Phó Bí thư Thường trực Tỉnh ủy']],
      ['uv-btv-tinh-uy', 'Ủy viên Ban Thường vụ Tỉnh ủy', ['UV BTV Tỉnh ủy', 'UVBTV Tỉnh ủy']],
      [
        'tinh-uy-vien',
        'Tỉnh ủy viên',
        ['Ủy viên Ban Chấp hành Đảng bộ tỉnh', 'UV BCH Đảng bộ tỉnh'],
      ],
      ['bi-thu-dang-uy', 'Bí thư Đảng ủy', ['Bí thư Đảng ủy xã', 'Bí thư Đảng bộ']],
      [
        'pho-bi-thu-dang-uy',
        'Phó Bí thư Đảng ủy',
        ['Phó Bí thư Đảng ủy xã', 'Phó Bí thư Đảng bộ', 'PBT Đảng ủy'],
      ],
      ['uv-btv-dang-uy', 'Ủy viên Ban Thường vụ Đảng ủy', ['UV BTV Đảng ủy', 'UVBTV Đảng ủy']],
      ['dang-uy-vien', 'Đảng ủy viên', ['ĐUV', 'Ủy viên Ban Chấp hành Đảng bộ', 'UV BCH Đảng bộ']],
      ['cn-ubkt', 'Chủ nhiệm Ủy ban Kiểm tra Đảng ủy', ['Chủ nhiệm UBKT']],
      ['pcn-ubkt', 'Phó Chủ nhiệm Ủy ban Kiểm tra Đảng ủy', ['Phó Chủ nhiệm UBKT']],
      ['truong-ban-dang', 'Trưởng ban xây dựng Đảng', ['Trưởng ban Đảng']],
      ['pho-ban-dang', 'Phó Trưởng ban xây dựng Đảng'],
      ['bi-thu-dang-bo-bo-phan', 'Bí thư đảng bộ bộ phận'],
      ['bi-thu-chi-bo', 'Bí thư chi bộ', ['BTCB', 'Bí thư']],
      ['pho-bi-thu-chi-bo', 'Phó Bí thư chi bộ', ['PBTCB', 'Phó Bí thư']],
      ['chi-uy-vien', 'Chi ủy viên', ['CUV']],
      ['dang-vien', 'Đảng viên', ['ĐV']],
    ],
  ),
  ...listing(
    {
      source: 'Điều lệ Đảng Cộng sản Việt Nam (2011); đảng bộ cấp huyện kết thúc ngày 30/6/2025',
      validTo: '2025-06-30',
      unverified: true,
    },
    [
      ['bi-thu-huyen-uy', 'Bí thư Huyện ủy'],
      ['pho-bi-thu-huyen-uy', 'Phó Bí thư Huyện ủy'],
      ['uv-btv-huyen-uy', 'Ủy viên Ban Thường vụ Huyện ủy', ['UV BTV Huyện ủy']],
      ['huyen-uy-vien', 'Huyện ủy viên', ['HUV']],
    ],
  ),
];
