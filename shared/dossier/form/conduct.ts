/** History of the person, rewards, discipline, evaluations: items 34 and 35; evaluations of NĐ 335/2025 and 233/2026/NĐ-CP. */
import { choice, date, decimal, longText, text, year, yesNo } from './field.ts';
import { section, table } from './section.ts';
import { decision } from './work.ts';

/** Personal history is private and political: sealed like religion and Party (NĐ 356/2025/NĐ-CP). */
export const history = section(
  {
    vi: 'Đặc điểm lịch sử bản thân',
    en: 'Personal history',
    item: '34.1',
    sensitive: true,
  },
  {
    arrested: longText({
      vi: 'Bị bắt, bị tù (khi nào, ở đâu, đã khai báo gì; không có ghi “Không”)',
      en: 'Arrests and prison (or “None”)',
      item: '34.1',
      need: 'always',
    }),
  },
);

export const oldRegimeWork = table(
  { vi: 'Làm việc cho chế độ cũ', en: 'Work for the former regime', item: '34.2', sensitive: true },
  { named: ['unit'], ordered: 'from' },
  {
    from: date({ vi: 'Từ', en: 'From', item: '34.2' }),
    to: date({ vi: 'Đến', en: 'To', item: '34.2' }),
    position: text({ vi: 'Chức danh', en: 'Title', item: '34.2' }),
    unit: text({ vi: 'Đơn vị', en: 'Unit', item: '34.2', required: true }),
    place: text({ vi: 'Địa điểm', en: 'Place', item: '34.2', max: 300 }),
  },
);

export const foreignTies = table(
  {
    vi: 'Quan hệ với tổ chức chính trị, kinh tế, xã hội ở nước ngoài',
    en: 'Ties with organisations abroad',
    item: '34.3',
    sensitive: true,
  },
  { named: ['organisation'], ordered: 'from' },
  {
    from: date({ vi: 'Từ', en: 'From', item: '34.3' }),
    to: date({ vi: 'Đến', en: 'To', item: '34.3' }),
    organisation: text({
      vi: 'Tổ chức, trụ sở',
      en: 'Organisation, seat',
      item: '34.3',
      max: 300,
      required: true,
    }),
    work: text({ vi: 'Công việc, lý do tham gia', en: 'Work, reason', item: '34.3', max: 300 }),
  },
);

export const rewards = table(
  { vi: 'Thi đua, khen thưởng', en: 'Emulation and rewards', item: '35.1' },
  { named: ['year', 'form'], ordered: 'year' },
  {
    year: year({ vi: 'Năm', en: 'Year', item: '35.1', required: true }),
    workGrade: choice('evaluationGrade', {
      vi: 'Xếp loại chuyên môn',
      en: 'Work grade',
      item: '35.1',
    }),
    emulationTitle: choice('emulationTitle', {
      vi: 'Xếp loại thi đua',
      en: 'Emulation title',
      item: '35.1',
    }),
    form: choice('reward', { vi: 'Hình thức khen thưởng', en: 'Reward', item: '35.1' }),
    ...decision,
  },
);

export const discipline = table(
  { vi: 'Kỷ luật', en: 'Discipline', item: '35.2' },
  { named: ['form'], ordered: 'from' },
  {
    from: date({ vi: 'Từ', en: 'From', item: '35.2', required: true }),
    to: date({ vi: 'Đến', en: 'To', item: '35.2' }),
    form: choice('discipline', { vi: 'Hình thức', en: 'Form', item: '35.2', required: true }),
    byParty: yesNo({ vi: 'Kỷ luật Đảng', en: 'Party discipline', item: '35.2' }),
    act: text({ vi: 'Hành vi vi phạm chính', en: 'Main act', item: '35.2', max: 500 }),
    ...decision,
  },
);

export const evaluations = table(
  { vi: 'Đánh giá, xếp loại', en: 'Evaluations' },
  { named: ['year', 'period'], ordered: 'year' },
  {
    year: year({ vi: 'Năm', en: 'Year', required: true }),
    /** Empty for the whole year, else the quarter or month. */
    period: text({ vi: 'Kỳ (quý, tháng)', en: 'Period', max: 20 }),
    grade: choice('evaluationGrade', { vi: 'Xếp loại', en: 'Grade' }),
    score: decimal({ vi: 'Điểm', en: 'Score', max: 100 }),
    ...decision,
  },
);
