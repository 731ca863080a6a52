/** Information technology skills. Certificates A, B and C ended with Thông tư 03/2014/TT-BTTTT but stay valid papers. */
import type { CatalogueRow } from '../../catalogue.ts';

const standard = 'Thông tư 03/2014/TT-BTTTT, Điều 2';
const former = 'QĐ 21/2000/QĐ-BGD&ĐT; Thông tư liên tịch 17/2016/TTLT-BGDĐT-BTTTT, Điều 23';
const form = 'Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục 32.5';

const row = (
  code: string,
  label: string,
  aliases: readonly string[],
  source: string,
  validFrom?: string,
): CatalogueRow => ({
  code,
  label,
  aliases,
  source,
  ...(validFrom === undefined ? {} : { validFrom }),
  unverified: true,
});

export const informationTechnologyRows: readonly CatalogueRow[] = [
  row(
    'co-ban',
    'Ứng dụng CNTT cơ bản',
    [
      'CNTT cơ bản',
      'Cơ bản',
      'CB',
      'ƯDCNTT cơ bản',
      'Tin học cơ bản',
      'CNTTCB',
      'THCB',
      'UDCNTTCB',
    ],
    standard,
    '2014-04-28',
  ),
  row(
    'nang-cao',
    'Ứng dụng CNTT nâng cao',
    ['CNTT nâng cao', 'Nâng cao', 'NC', 'ƯDCNTT nâng cao', 'Tin học nâng cao', 'CNTTNC'],
    standard,
    '2014-04-28',
  ),
  row(
    'chung-chi-a',
    'Chứng chỉ A',
    ['A', 'Tin học A', 'Trình độ A', 'CC A', 'THA'],
    former,
    '2000-07-03',
  ),
  row(
    'chung-chi-b',
    'Chứng chỉ B',
    ['B', 'Tin học B', 'Trình độ B', 'CC B', 'THB'],
    former,
    '2000-07-03',
  ),
  row(
    'chung-chi-c',
    'Chứng chỉ C',
    ['C', 'Tin học C', 'Trình độ C', 'CC C', 'THC'],
    former,
    '2000-07-03',
  ),
  row('trung-cap', 'Trung cấp tin học', ['TC', 'Trung cấp', 'Trung cấp CNTT'], form),
  row('cao-dang', 'Cao đẳng tin học', ['CĐ', 'Cao đẳng', 'Cao đẳng CNTT'], form),
  row(
    'dai-hoc',
    'Đại học trở lên về tin học',
    ['ĐH', 'Đại học', 'Đại học CNTT', 'Cử nhân CNTT', 'Kỹ sư CNTT', 'Kỹ sư tin học'],
    form,
  ),
];
