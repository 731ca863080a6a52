/** Titles of emulation (danh hiệu thi đua), the highest first. */
import { listing } from '../listing.ts';

const law = 'Luật Thi đua, khen thưởng 06/2022/QH15, Điều 20 đến 24';

export const emulationTitleRows = listing({ source: law, unverified: true }, [
  ['cstd-toan-quoc', 'Chiến sĩ thi đua toàn quốc', ['CSTĐTQ', 'CSTĐ toàn quốc']],
  [
    'cstd-bo-tinh',
    'Chiến sĩ thi đua bộ, ban, ngành, tỉnh',
    [
      'CSTĐ cấp bộ',
      'CSTĐ cấp tỉnh',
      'CSTĐ tỉnh',
      'CSTĐ ngành',
      'Chiến sĩ thi đua cấp tỉnh',
      'Chiến sĩ thi đua cấp bộ',
    ],
  ],
  [
    'cstd-co-so',
    'Chiến sĩ thi đua cơ sở',
    ['CSTĐCS', 'CSTĐ cơ sở', 'Chiến sỹ thi đua cơ sở', 'CSTĐ'],
  ],
  ['lao-dong-tien-tien', 'Lao động tiên tiến', ['LĐTT', 'Lao động TT']],
  ['chien-si-tien-tien', 'Chiến sĩ tiên tiến', ['CSTT']],
  ['khong-dat', 'Không đạt danh hiệu', ['Không', 'Không xét']],
]);
