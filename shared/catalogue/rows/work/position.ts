/**
 * Positions of leadership (chức vụ, chức danh lãnh đạo, quản lý) in the provincial machine, with the coefficient of
 * the position allowance where a decree that was read names it. Coefficients are those of a province: the two
 * largest cities have higher ones.
 */
import type { PositionRow } from '../../catalogue.ts';
import { listing, type Line } from '../listing.ts';

type PositionLine = readonly [
  code: string,
  label: string,
  aliases?: readonly string[],
  coefficient?: number,
];
type Allowance = Pick<PositionRow, 'allowance'>;

const paidBy = (
  decree: Omit<NonNullable<PositionRow['allowance']>, 'coefficient'>,
  lines: readonly PositionLine[],
): readonly Line<Allowance>[] =>
  lines.map(([code, label, aliases, coefficient]) => [
    code,
    label,
    aliases,
    coefficient === undefined ? {} : { allowance: { ...decree, coefficient } },
  ]);

const unverified = true;
const decree204 = {
  validFrom: '2004-10-01',
  source: 'NĐ 204/2004/NĐ-CP, Bảng phụ cấp chức vụ lãnh đạo',
};
const decree7 = { validFrom: '2026-01-01', source: 'NĐ 07/2026/NĐ-CP' };

const province = listing(
  { source: 'Luật Tổ chức chính quyền địa phương 72/2025/QH15; NĐ 204/2004/NĐ-CP', unverified },
  paidBy(decree204, [
    ['ct-hdnd-tinh', 'Chủ tịch Hội đồng nhân dân tỉnh', ['Chủ tịch HĐND tỉnh']],
    ['pct-hdnd-tinh', 'Phó Chủ tịch Hội đồng nhân dân tỉnh', ['Phó Chủ tịch HĐND tỉnh']],
    ['truong-ban-hdnd-tinh', 'Trưởng ban Hội đồng nhân dân tỉnh', ['Trưởng ban HĐND tỉnh']],
    ['pho-ban-hdnd-tinh', 'Phó Trưởng ban Hội đồng nhân dân tỉnh', ['Phó Trưởng ban HĐND tỉnh']],
    ['ct-ubnd-tinh', 'Chủ tịch Ủy ban nhân dân tỉnh', ['Chủ tịch UBND tỉnh']],
    [
      'pct-ubnd-tinh',
      'Phó Chủ tịch Ủy ban nhân dân tỉnh',
      ['Phó Chủ tịch UBND tỉnh', 'PCT UBND tỉnh'],
    ],
    ['giam-doc-so', 'Giám đốc sở', ['GĐ sở', 'Giám đốc sở và tương đương'], 0.9],
    ['pho-giam-doc-so', 'Phó Giám đốc sở', ['PGĐ sở', 'Phó GĐ sở'], 0.7],
    [
      'chanh-van-phong-ubnd-tinh',
      'Chánh Văn phòng Ủy ban nhân dân tỉnh',
      ['Chánh Văn phòng UBND tỉnh'],
    ],
    [
      'pho-van-phong-ubnd-tinh',
      'Phó Chánh Văn phòng Ủy ban nhân dân tỉnh',
      ['Phó Chánh Văn phòng UBND tỉnh'],
    ],
    ['chanh-thanh-tra-tinh', 'Chánh Thanh tra tỉnh'],
    ['pho-thanh-tra-tinh', 'Phó Chánh Thanh tra tỉnh'],
    ['truong-ban-kkt', 'Trưởng ban Ban Quản lý khu kinh tế', ['Trưởng ban BQL KKT']],
    ['pho-ban-kkt', 'Phó Trưởng ban Ban Quản lý khu kinh tế', ['Phó Trưởng ban BQL KKT']],
    ['truong-phong-so', 'Trưởng phòng thuộc sở', ['Trưởng phòng sở', 'TP sở'], 0.5],
    [
      'pho-phong-so',
      'Phó Trưởng phòng thuộc sở',
      ['Phó Trưởng phòng sở', 'Phó phòng sở', 'PTP sở'],
      0.3,
    ],
    ['chanh-van-phong-so', 'Chánh Văn phòng sở', [], 0.5],
    ['pho-van-phong-so', 'Phó Chánh Văn phòng sở', [], 0.3],
    ['chi-cuc-truong', 'Chi cục trưởng'],
    ['pho-chi-cuc-truong', 'Phó Chi cục trưởng', ['Chi cục phó']],
    ['truong-phong-chi-cuc', 'Trưởng phòng thuộc chi cục'],
    ['pho-phong-chi-cuc', 'Phó Trưởng phòng thuộc chi cục'],
  ]),
);

const commune = listing(
  {
    source: 'Luật Tổ chức chính quyền địa phương 72/2025/QH15; NĐ 07/2026/NĐ-CP',
    unverified,
  },
  paidBy(decree7, [
    ['ct-hdnd-xa', 'Chủ tịch Hội đồng nhân dân xã', ['Chủ tịch HĐND xã', 'Chủ tịch HĐND phường']],
    ['pct-hdnd-xa', 'Phó Chủ tịch Hội đồng nhân dân xã', ['Phó Chủ tịch HĐND xã', 'PCT HĐND xã']],
    ['truong-ban-hdnd-xa', 'Trưởng ban Hội đồng nhân dân xã', ['Trưởng ban HĐND xã']],
    ['pho-ban-hdnd-xa', 'Phó Trưởng ban Hội đồng nhân dân xã', ['Phó Trưởng ban HĐND xã']],
    [
      'ct-ubnd-xa',
      'Chủ tịch Ủy ban nhân dân xã',
      ['Chủ tịch UBND xã', 'Chủ tịch UBND phường', 'CT UBND xã'],
      0.6,
    ],
    [
      'pct-ubnd-xa',
      'Phó Chủ tịch Ủy ban nhân dân xã',
      ['Phó Chủ tịch UBND xã', 'Phó Chủ tịch UBND phường', 'PCT UBND xã'],
      0.5,
    ],
    [
      'truong-phong-xa',
      'Trưởng phòng thuộc Ủy ban nhân dân xã',
      ['Trưởng phòng thuộc UBND xã'],
      0.25,
    ],
    [
      'pho-phong-xa',
      'Phó Trưởng phòng thuộc Ủy ban nhân dân xã',
      ['Phó Trưởng phòng thuộc UBND xã'],
      0.15,
    ],
    [
      'chanh-van-phong-xa',
      'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã',
      ['Chánh Văn phòng HĐND và UBND xã'],
    ],
    [
      'pho-van-phong-xa',
      'Phó Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã',
      ['Phó Chánh Văn phòng HĐND và UBND xã'],
    ],
    ['gd-hanh-chinh-cong', 'Giám đốc Trung tâm Phục vụ hành chính công', ['Giám đốc TTPVHCC']],
    [
      'pgd-hanh-chinh-cong',
      'Phó Giám đốc Trung tâm Phục vụ hành chính công',
      ['Phó Giám đốc TTPVHCC'],
    ],
    [
      'chi-huy-truong-quan-su',
      'Chỉ huy trưởng Ban Chỉ huy quân sự xã',
      ['Chỉ huy trưởng BCHQS', 'Chỉ huy trưởng quân sự'],
    ],
    [
      'pho-chi-huy-quan-su',
      'Phó Chỉ huy trưởng Ban Chỉ huy quân sự xã',
      ['Phó Chỉ huy trưởng BCHQS'],
    ],
    [
      'ct-mttq-xa',
      'Chủ tịch Ủy ban Mặt trận Tổ quốc xã',
      ['Chủ tịch UBMTTQ xã', 'Chủ tịch MTTQ xã'],
    ],
    ['pct-mttq-xa', 'Phó Chủ tịch Ủy ban Mặt trận Tổ quốc xã', ['Phó Chủ tịch UBMTTQ xã']],
    ['bi-thu-doan-xa', 'Bí thư Đoàn xã', ['Bí thư Đoàn Thanh niên xã', 'Bí thư Đoàn TNCSHCM xã']],
    [
      'ct-phu-nu-xa',
      'Chủ tịch Hội Liên hiệp Phụ nữ xã',
      ['Chủ tịch Hội LHPN xã', 'Chủ tịch Hội Phụ nữ xã'],
    ],
    ['ct-nong-dan-xa', 'Chủ tịch Hội Nông dân xã'],
    ['ct-ccb-xa', 'Chủ tịch Hội Cựu chiến binh xã', ['Chủ tịch Hội CCB xã']],
  ]),
);

const publicUnit = listing(
  {
    source: 'NĐ 232/2026/NĐ-CP, Phụ lục I; điều lệ nhà trường của Bộ Giáo dục và Đào tạo',
    unverified,
  },
  paidBy(decree204, [
    ['hieu-truong', 'Hiệu trưởng', ['HT']],
    ['pho-hieu-truong', 'Phó Hiệu trưởng', ['PHT', 'Hiệu phó', 'P. Hiệu trưởng']],
    ['giam-doc-don-vi', 'Giám đốc đơn vị sự nghiệp', ['Giám đốc trung tâm', 'Giám đốc bệnh viện']],
    [
      'pho-giam-doc-don-vi',
      'Phó Giám đốc đơn vị sự nghiệp',
      ['Phó Giám đốc trung tâm', 'Phó Giám đốc bệnh viện'],
    ],
    ['truong-khoa', 'Trưởng khoa'],
    ['pho-truong-khoa', 'Phó Trưởng khoa'],
    ['truong-phong-don-vi', 'Trưởng phòng thuộc đơn vị sự nghiệp'],
    ['pho-phong-don-vi', 'Phó Trưởng phòng thuộc đơn vị sự nghiệp'],
    ['truong-bo-mon', 'Trưởng bộ môn'],
    ['pho-bo-mon', 'Phó Trưởng bộ môn'],
    [
      'to-truong-chuyen-mon',
      'Tổ trưởng chuyên môn',
      ['TTCM', 'Tổ trưởng', 'Tổ trưởng tổ chuyên môn'],
    ],
    ['to-pho-chuyen-mon', 'Tổ phó chuyên môn', ['TPCM', 'Tổ phó']],
    ['to-truong-van-phong', 'Tổ trưởng văn phòng', ['Tổ trưởng hành chính']],
    ['tong-phu-trach-doi', 'Tổng phụ trách Đội', ['TPT Đội', 'Tổng phụ trách']],
    ['tram-truong-y-te', 'Trưởng trạm Y tế', ['Trạm trưởng', 'Trạm trưởng trạm Y tế']],
    ['pho-tram-y-te', 'Phó Trưởng trạm Y tế', ['Phó Trạm trưởng']],
    ['dieu-duong-truong', 'Điều dưỡng trưởng'],
    ['ke-toan-truong', 'Kế toán trưởng', ['KTT', 'Phụ trách kế toán']],
  ]),
);

const abolished = listing(
  {
    source: 'Luật Tổ chức chính quyền địa phương 77/2015/QH13; kết thúc theo NQ 203/2025/QH15',
    validTo: '2025-06-30',
    unverified,
  },
  [
    ['ct-ubnd-huyen', 'Chủ tịch Ủy ban nhân dân huyện', ['Chủ tịch UBND huyện']],
    ['pct-ubnd-huyen', 'Phó Chủ tịch Ủy ban nhân dân huyện', ['Phó Chủ tịch UBND huyện']],
    [
      'truong-phong-huyen',
      'Trưởng phòng thuộc Ủy ban nhân dân huyện',
      ['Trưởng phòng huyện', 'Trưởng phòng thuộc UBND huyện'],
    ],
    [
      'pho-phong-huyen',
      'Phó Trưởng phòng thuộc Ủy ban nhân dân huyện',
      ['Phó Trưởng phòng huyện', 'Phó Trưởng phòng thuộc UBND huyện'],
    ],
  ],
);

export const positionRows: readonly PositionRow[] = [
  ...province,
  ...commune,
  ...publicUnit,
  ...abolished,
];
