/** Forms of reward (hình thức khen thưởng), the highest first, by group. */
import type { RewardRow } from '../../catalogue.ts';
import { listing, type Line } from '../listing.ts';

type RewardLine = readonly [code: string, label: string, aliases?: readonly string[]];

const ofGroup = (
  group: RewardRow['group'],
  lines: readonly RewardLine[],
): readonly Line<Pick<RewardRow, 'group'>>[] =>
  lines.map(([code, label, aliases]) => [code, label, aliases, { group }]);

const classes = ['nhat', 'nhi', 'ba'] as const;
const classNames = { nhat: 'hạng Nhất', nhi: 'hạng Nhì', ba: 'hạng Ba' } as const;

/** An order or medal that is given in three classes. */
const inClasses = (code: string, label: string, short: string): readonly RewardLine[] =>
  classes.map((rank) => [
    `${code}-${rank}`,
    `${label} ${classNames[rank]}`,
    [`${short} ${classNames[rank]}`],
  ]);

const law = 'Luật Thi đua, khen thưởng 06/2022/QH15';
const unverified = true;

export const rewardRows: readonly RewardRow[] = [
  ...listing(
    { source: `${law}, Điều 33 đến 46`, unverified },
    ofGroup('order', [
      ['hc-sao-vang', 'Huân chương Sao vàng', ['HCSV']],
      ['hc-ho-chi-minh', 'Huân chương Hồ Chí Minh', ['HCHCM']],
      ...inClasses('hc-doc-lap', 'Huân chương Độc lập', 'HCĐL'),
      ...inClasses('hc-quan-cong', 'Huân chương Quân công', 'HCQC'),
      ...inClasses('hc-lao-dong', 'Huân chương Lao động', 'HCLĐ'),
      ...inClasses('hc-bao-ve-to-quoc', 'Huân chương Bảo vệ Tổ quốc', 'HCBVTQ'),
      ...inClasses('hc-chien-cong', 'Huân chương Chiến công', 'HCCC'),
      ['hc-dai-doan-ket', 'Huân chương Đại đoàn kết dân tộc', ['Huân chương Đại đoàn kết']],
      ['hc-dung-cam', 'Huân chương Dũng cảm'],
      ['hc-huu-nghi', 'Huân chương Hữu nghị'],
    ]),
  ),
  ...listing(
    { source: `${law}, Điều 53 đến 59`, unverified },
    ofGroup('medal', [
      ['hch-quan-ky', 'Huy chương Quân kỳ quyết thắng'],
      ['hch-an-ninh', 'Huy chương Vì an ninh Tổ quốc'],
      ...inClasses('hch-chien-si-ve-vang', 'Huy chương Chiến sĩ vẻ vang', 'HCCSVV'),
      ['hch-huu-nghi', 'Huy chương Hữu nghị'],
    ]),
  ),
  ...listing(
    { source: `${law}, Điều 71`, unverified },
    ofGroup('commemoration', [
      ['kn-chuong', 'Kỷ niệm chương', ['KNC']],
      ['kn-giao-duc', 'Kỷ niệm chương Vì sự nghiệp giáo dục', ['Vì sự nghiệp giáo dục']],
      ['kn-noi-vu', 'Kỷ niệm chương Vì sự nghiệp ngành Nội vụ', ['Vì sự nghiệp ngành Nội vụ']],
      ['kn-suc-khoe', 'Kỷ niệm chương Vì sức khỏe nhân dân', ['Vì sức khỏe nhân dân']],
      ['huy-hieu-dang', 'Huy hiệu Đảng'],
    ]),
  ),
  ...listing(
    { source: `${law}, Điều 72 đến 74`, unverified },
    ofGroup('certificate', [
      [
        'bk-thu-tuong',
        'Bằng khen của Thủ tướng Chính phủ',
        ['Bằng khen Thủ tướng', 'BK TTg', 'BKTTg'],
      ],
      [
        'bk-bo',
        'Bằng khen của bộ, ngành, đoàn thể trung ương',
        ['Bằng khen Bộ', 'BK Bộ', 'Bằng khen cấp bộ'],
      ],
      [
        'bk-tinh',
        'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
        [
          'Bằng khen UBND tỉnh',
          'BK UBND tỉnh',
          'Bằng khen Chủ tịch UBND tỉnh',
          'Bằng khen cấp tỉnh',
          'BK tỉnh',
        ],
      ],
      ['bang-khen', 'Bằng khen (chưa rõ cấp)', ['Bằng khen', 'BK']],
    ]),
  ),
  ...listing(
    { source: `${law}, Điều 75`, unverified },
    ofGroup('citation', [
      [
        'gk-so',
        'Giấy khen của Giám đốc sở, thủ trưởng ngành',
        ['Giấy khen Sở', 'Giấy khen Giám đốc Sở', 'GK Sở'],
      ],
      [
        'gk-xa',
        'Giấy khen của Chủ tịch Ủy ban nhân dân xã',
        ['Giấy khen UBND xã', 'Giấy khen Chủ tịch UBND xã', 'GK xã'],
      ],
      [
        'gk-don-vi',
        'Giấy khen của thủ trưởng đơn vị',
        ['Giấy khen đơn vị', 'Giấy khen Hiệu trưởng'],
      ],
      ['giay-khen', 'Giấy khen (chưa rõ cấp)', ['Giấy khen', 'GK']],
    ]),
  ),
  ...listing(
    {
      source: `${law}, Điều 75; cấp huyện kết thúc theo NQ 203/2025/QH15`,
      validTo: '2025-06-30',
      successor: 'gk-xa',
      unverified,
    },
    ofGroup('citation', [
      [
        'gk-huyen',
        'Giấy khen của Chủ tịch Ủy ban nhân dân huyện',
        ['Giấy khen UBND huyện', 'Giấy khen Chủ tịch UBND huyện', 'GK huyện'],
      ],
    ]),
  ),
];
