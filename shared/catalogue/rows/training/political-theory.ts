/** Levels of political theory (lý luận chính trị), lowest first. */
import { listing } from '../listing.ts';

const source =
  'Quy định 57-QĐ/TW ngày 08/02/2022 về đào tạo lý luận chính trị; Thông tư 06/2023/TT-BNV, mẫu Sơ yếu lý lịch, mục 32.2';

export const politicalTheoryRows = listing({ source, unverified: true }, [
  ['chua-qua', 'Chưa qua đào tạo', ['Chưa', 'Chưa qua', 'Không', 'Chưa có']],
  [
    'so-cap',
    'Sơ cấp',
    ['SC', 'SCCT', 'Sơ cấp chính trị', 'Sơ cấp LLCT', 'Sơ cấp lý luận chính trị'],
  ],
  [
    'trung-cap',
    'Trung cấp',
    [
      'TC',
      'TCCT',
      'Trung cấp chính trị',
      'Trung cấp LLCT',
      'Trung cấp lý luận chính trị',
      'TCLLCT',
    ],
  ],
  [
    'cao-cap',
    'Cao cấp',
    ['CC', 'CCCT', 'Cao cấp chính trị', 'Cao cấp LLCT', 'Cao cấp lý luận chính trị', 'CCLLCT'],
  ],
  ['cu-nhan', 'Cử nhân', ['CN', 'CNCT', 'Cử nhân chính trị', 'Cử nhân LLCT', 'Đại học chính trị']],
]);
