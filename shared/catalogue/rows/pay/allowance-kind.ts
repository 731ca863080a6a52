/**
 * The sixteen kinds of allowance (phụ cấp): whether each is a coefficient of the base salary or a percentage of
 * pay, and the levels the decree knows.
 */
import type { AllowanceKindRow } from '../../catalogue.ts';
import { listing } from '../listing.ts';

type Terms = Pick<AllowanceKindRow, 'form' | 'levels'>;

const unverified = true;
const articleSix = 'NĐ 204/2004/NĐ-CP, Điều 6';

export const allowanceKindRows: readonly AllowanceKindRow[] = [
  ...listing<Terms>({ source: articleSix, validFrom: '2004-10-01', unverified }, [
    [
      'chuc-vu',
      'Phụ cấp chức vụ lãnh đạo',
      ['PCCV', 'Phụ cấp chức vụ', 'PC chức vụ'],
      { form: 'coefficient' },
    ],
    [
      'vuot-khung',
      'Phụ cấp thâm niên vượt khung',
      ['PCTNVK', 'PC vượt khung', 'Vượt khung'],
      { form: 'percent' },
    ],
    [
      'kiem-nhiem',
      'Phụ cấp kiêm nhiệm chức danh lãnh đạo',
      ['PC kiêm nhiệm', 'Phụ cấp kiêm nhiệm'],
      { form: 'percent', levels: [10] },
    ],
    [
      'khu-vuc',
      'Phụ cấp khu vực',
      ['PCKV', 'PC khu vực'],
      { form: 'coefficient', levels: [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1] },
    ],
    ['dac-biet', 'Phụ cấp đặc biệt', ['PC đặc biệt'], { form: 'percent', levels: [30, 50, 100] }],
    ['thu-hut', 'Phụ cấp thu hút', ['PC thu hút'], { form: 'percent', levels: [70] }],
    [
      'luu-dong',
      'Phụ cấp lưu động',
      ['PC lưu động'],
      { form: 'coefficient', levels: [0.2, 0.4, 0.6] },
    ],
    [
      'doc-hai',
      'Phụ cấp độc hại, nguy hiểm',
      ['PC độc hại', 'Phụ cấp độc hại'],
      { form: 'coefficient', levels: [0.1, 0.2, 0.3, 0.4] },
    ],
    [
      'tham-nien-nghe',
      'Phụ cấp thâm niên nghề',
      ['PCTN', 'PC thâm niên', 'PCTNNG', 'Phụ cấp thâm niên nhà giáo'],
      { form: 'percent' },
    ],
    [
      'trach-nhiem-nghe',
      'Phụ cấp trách nhiệm theo nghề',
      ['PC trách nhiệm theo nghề'],
      { form: 'percent' },
    ],
    [
      'trach-nhiem-cong-viec',
      'Phụ cấp trách nhiệm công việc',
      ['PCTNCV', 'PC trách nhiệm', 'Phụ cấp trách nhiệm'],
      { form: 'coefficient', levels: [0.1, 0.2, 0.3, 0.5] },
    ],
    [
      'bao-luu',
      'Hệ số chênh lệch bảo lưu',
      ['Chênh lệch bảo lưu', 'HSCL bảo lưu'],
      { form: 'coefficient' },
    ],
  ]),
  ...listing<Terms>({ source: `${articleSix}; NĐ 182/2026/NĐ-CP (nhà giáo, từ 07/7/2026)` }, [
    [
      'uu-dai-nghe',
      'Phụ cấp ưu đãi theo nghề',
      ['PCƯĐ', 'PC ưu đãi', 'Phụ cấp ưu đãi', 'PC đứng lớp'],
      { form: 'percent', levels: [20, 25, 30, 35, 40, 45, 60, 70, 80] },
    ],
  ]),
  ...listing<Terms>(
    { source: 'NĐ 34/2012/NĐ-CP (phụ cấp công vụ)', validFrom: '2012-05-01', unverified },
    [['cong-vu', 'Phụ cấp công vụ', ['PCCVU', 'PC công vụ'], { form: 'percent', levels: [25] }]],
  ),
  ...listing<Terms>(
    { source: 'Hướng dẫn 05-HD/BTCTW ngày 01/7/2011 (công tác Đảng, đoàn thể)', unverified },
    [
      [
        'cong-tac-dang',
        'Phụ cấp công tác Đảng, đoàn thể',
        ['PC công tác Đảng', 'PC Đảng, đoàn thể'],
        { form: 'percent', levels: [30] },
      ],
    ],
  ),
  ...listing<Terms>(
    { source: 'Quy định 169-QĐ/TW ngày 24/6/2008 (phụ cấp trách nhiệm cấp ủy viên)', unverified },
    [
      [
        'cap-uy',
        'Phụ cấp trách nhiệm cấp ủy viên',
        ['PC cấp ủy', 'Phụ cấp cấp ủy'],
        { form: 'coefficient', levels: [0.3, 0.4] },
      ],
    ],
  ),
];
