/**
 * Provinces and cities under the centre: the 34 since 01/07/2025 by their two digits, and the 63 before them by
 * the three digits that begin an identity number. Each former one names the province that took it in.
 */
import { listing, type Line } from '../listing.ts';

type Former = readonly [code: string, label: string, aliases?: readonly string[]];

/** Each province of today with the former ones that make it up (NQ 202/2025/QH15, Điều 1). */
const provinces: readonly (readonly [
  code: string,
  label: string,
  former: readonly Former[],
  aliases?: readonly string[],
])[] = [
  ['01', 'Hà Nội', [['001', 'Hà Nội']], ['Thành phố Hà Nội', 'TP Hà Nội', 'HN']],
  ['04', 'Cao Bằng', [['004', 'Cao Bằng']]],
  [
    '08',
    'Tuyên Quang',
    [
      ['002', 'Hà Giang'],
      ['008', 'Tuyên Quang'],
    ],
  ],
  ['11', 'Điện Biên', [['011', 'Điện Biên']]],
  ['12', 'Lai Châu', [['012', 'Lai Châu']]],
  ['14', 'Sơn La', [['014', 'Sơn La']]],
  [
    '15',
    'Lào Cai',
    [
      ['010', 'Lào Cai'],
      ['015', 'Yên Bái'],
    ],
  ],
  [
    '19',
    'Thái Nguyên',
    [
      ['006', 'Bắc Kạn', ['Bắc Cạn']],
      ['019', 'Thái Nguyên'],
    ],
  ],
  ['20', 'Lạng Sơn', [['020', 'Lạng Sơn']]],
  ['22', 'Quảng Ninh', [['022', 'Quảng Ninh']]],
  [
    '24',
    'Bắc Ninh',
    [
      ['024', 'Bắc Giang'],
      ['027', 'Bắc Ninh'],
    ],
  ],
  [
    '25',
    'Phú Thọ',
    [
      ['017', 'Hòa Bình', ['Hoà Bình']],
      ['025', 'Phú Thọ'],
      ['026', 'Vĩnh Phúc'],
    ],
  ],
  [
    '31',
    'Hải Phòng',
    [
      ['030', 'Hải Dương'],
      ['031', 'Hải Phòng'],
    ],
    ['Thành phố Hải Phòng', 'TP Hải Phòng'],
  ],
  [
    '33',
    'Hưng Yên',
    [
      ['033', 'Hưng Yên'],
      ['034', 'Thái Bình'],
    ],
  ],
  [
    '37',
    'Ninh Bình',
    [
      ['035', 'Hà Nam'],
      ['036', 'Nam Định'],
      ['037', 'Ninh Bình'],
    ],
  ],
  ['38', 'Thanh Hóa', [['038', 'Thanh Hóa']]],
  ['40', 'Nghệ An', [['040', 'Nghệ An']]],
  ['42', 'Hà Tĩnh', [['042', 'Hà Tĩnh']]],
  [
    '44',
    'Quảng Trị',
    [
      ['044', 'Quảng Bình'],
      ['045', 'Quảng Trị'],
    ],
  ],
  [
    '46',
    'Huế',
    [['046', 'Thừa Thiên Huế', ['Thừa Thiên - Huế', 'TT Huế']]],
    ['Thành phố Huế', 'TP Huế'],
  ],
  [
    '48',
    'Đà Nẵng',
    [
      ['048', 'Đà Nẵng'],
      ['049', 'Quảng Nam'],
    ],
    ['Thành phố Đà Nẵng', 'TP Đà Nẵng'],
  ],
  [
    '51',
    'Quảng Ngãi',
    [
      ['051', 'Quảng Ngãi'],
      ['062', 'Kon Tum', ['Kontum']],
    ],
  ],
  [
    '52',
    'Gia Lai',
    [
      ['052', 'Bình Định'],
      ['064', 'Gia Lai'],
    ],
  ],
  [
    '56',
    'Khánh Hòa',
    [
      ['056', 'Khánh Hòa'],
      ['058', 'Ninh Thuận'],
    ],
  ],
  [
    '66',
    'Đắk Lắk',
    [
      ['054', 'Phú Yên'],
      ['066', 'Đắk Lắk'],
    ],
    ['Đắc Lắc', 'Daklak', 'Đăk Lăk'],
  ],
  [
    '68',
    'Lâm Đồng',
    [
      ['060', 'Bình Thuận'],
      ['067', 'Đắk Nông', ['Đắc Nông', 'Daknong', 'Đăk Nông']],
      ['068', 'Lâm Đồng'],
    ],
  ],
  [
    '75',
    'Đồng Nai',
    [
      ['070', 'Bình Phước'],
      ['075', 'Đồng Nai'],
    ],
  ],
  [
    '79',
    'Thành phố Hồ Chí Minh',
    [
      ['074', 'Bình Dương'],
      ['077', 'Bà Rịa - Vũng Tàu', ['BR-VT', 'Bà Rịa Vũng Tàu']],
      ['079', 'Thành phố Hồ Chí Minh'],
    ],
    ['TP Hồ Chí Minh', 'Hồ Chí Minh', 'TPHCM', 'TP.HCM', 'HCM', 'Sài Gòn'],
  ],
  [
    '80',
    'Tây Ninh',
    [
      ['072', 'Tây Ninh'],
      ['080', 'Long An'],
    ],
  ],
  [
    '82',
    'Đồng Tháp',
    [
      ['082', 'Tiền Giang'],
      ['087', 'Đồng Tháp'],
    ],
  ],
  [
    '86',
    'Vĩnh Long',
    [
      ['083', 'Bến Tre'],
      ['084', 'Trà Vinh'],
      ['086', 'Vĩnh Long'],
    ],
  ],
  [
    '91',
    'An Giang',
    [
      ['089', 'An Giang'],
      ['091', 'Kiên Giang'],
    ],
  ],
  [
    '92',
    'Cần Thơ',
    [
      ['092', 'Cần Thơ'],
      ['093', 'Hậu Giang'],
      ['094', 'Sóc Trăng'],
    ],
    ['Thành phố Cần Thơ', 'TP Cần Thơ'],
  ],
  [
    '96',
    'Cà Mau',
    [
      ['095', 'Bạc Liêu'],
      ['096', 'Cà Mau'],
    ],
  ],
];

const present: readonly Line[] = provinces.map(([code, label, , aliases]) => [
  code,
  label,
  [`Tỉnh ${label}`, ...(aliases ?? [])],
]);

const former: readonly Line<{ readonly successor: string }>[] = provinces.flatMap(
  ([successor, , once]) =>
    once.map(
      ([code, label, aliases]) =>
        [code, label, [`Tỉnh ${label}`, ...(aliases ?? [])], { successor }] as const,
    ),
);

export const provinceRows = [
  ...listing(
    {
      source: 'QĐ 19/2025/QĐ-TTg, Phụ lục I (mã số đơn vị hành chính cấp tỉnh)',
      validFrom: '2025-07-01',
      unverified: true,
    },
    present,
  ),
  ...listing(
    {
      source: 'QĐ 124/2004/QĐ-TTg (mã tỉnh cũ); NQ 202/2025/QH15, Điều 1 (sáp nhập)',
      validTo: '2025-06-30',
      unverified: true,
    },
    former,
  ),
];
