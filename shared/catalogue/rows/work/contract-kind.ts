/** Kinds of contract: those of public employees, those of workers, and what came before. */
import { listing } from '../listing.ts';

export const contractKindRows = [
  ...listing({ source: 'Luật Viên chức 129/2025/QH15, Điều 20', unverified: true }, [
    [
      'hdlv-xac-dinh',
      'Hợp đồng làm việc xác định thời hạn',
      ['HĐLV xác định thời hạn', 'HĐLV XĐTH'],
    ],
    [
      'hdlv-khong-xac-dinh',
      'Hợp đồng làm việc không xác định thời hạn',
      ['HĐLV không xác định thời hạn', 'HĐLV KXĐTH'],
    ],
  ]),
  ...listing(
    { source: 'Bộ luật Lao động 45/2019/QH14, Điều 20', validFrom: '2021-01-01', unverified: true },
    [
      [
        'hdld-xac-dinh',
        'Hợp đồng lao động xác định thời hạn',
        ['HĐLĐ xác định thời hạn', 'HĐLĐ XĐTH'],
      ],
      [
        'hdld-khong-xac-dinh',
        'Hợp đồng lao động không xác định thời hạn',
        ['HĐLĐ không xác định thời hạn', 'HĐLĐ KXĐTH'],
      ],
    ],
  ),
  ...listing({ source: 'NĐ 235/2026/NĐ-CP, Điều 4, 6 và 8', validFrom: '2026-07-01' }, [
    ['hd-duoi-12-thang', 'Hợp đồng lao động dưới 12 tháng', ['HĐLĐ dưới 12 tháng']],
    ['hd-dich-vu', 'Hợp đồng dịch vụ', ['HĐDV']],
  ]),
  ...listing(
    { source: 'NĐ 111/2022/NĐ-CP, Điều 4 và 9', validFrom: '2023-02-22', unverified: true },
    [
      [
        'hd-111-ho-tro',
        'Hợp đồng hỗ trợ, phục vụ theo NĐ 111/2022/NĐ-CP',
        ['HĐ 111', 'Hợp đồng 111', 'HĐ NĐ 111'],
      ],
      [
        'hd-111-chuyen-mon',
        'Hợp đồng chuyên môn, nghiệp vụ theo NĐ 111/2022/NĐ-CP',
        ['HĐ 111 chuyên môn'],
      ],
    ],
  ),
  ...listing(
    {
      source: 'NĐ 68/2000/NĐ-CP, NĐ 161/2018/NĐ-CP; thay bằng NĐ 111/2022/NĐ-CP',
      validTo: '2023-02-21',
      successor: 'hd-111-ho-tro',
      unverified: true,
    },
    [['hd-68', 'Hợp đồng theo NĐ 68/2000/NĐ-CP', ['HĐ 68', 'Hợp đồng 68', 'HĐ 161']]],
  ),
  ...listing(
    {
      source: 'NĐ 29/2012/NĐ-CP; Luật Viên chức 58/2010/QH12, Điều 25',
      validTo: '2026-06-30',
      unverified: true,
    },
    [
      [
        'hdlv-lan-dau',
        'Hợp đồng làm việc lần đầu',
        ['HĐLV lần đầu'],
        { successor: 'hdlv-xac-dinh' },
      ],
      ['hdlv-dac-biet', 'Hợp đồng làm việc đặc biệt', [], { successor: 'hdlv-xac-dinh' }],
    ],
  ),
];
