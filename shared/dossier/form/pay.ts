/** Rank, steps, pay and allowances: items 30 and 37 (NĐ 204/2004/NĐ-CP; NĐ 232/2026/NĐ-CP for posts and grades). */
import { choice, date, decimal, integer, money, text } from './field.ts';
import { section, table } from './section.ts';

const percent = { max: 100, unit: '%' } as const;

export const pay = section(
  { vi: 'Ngạch, chức danh nghề nghiệp và lương', en: 'Rank, professional title and pay' },
  {
    rankCode: choice('rank', {
      vi: 'Ngạch/chức danh nghề nghiệp',
      en: 'Rank / professional title',
      item: '30.1',
      need: 'conditional',
    }),
    rankSince: date({
      vi: 'Ngày bổ nhiệm ngạch',
      en: 'In this rank since',
      item: '30.1',
      need: 'conditional',
    }),
    step: integer({
      vi: 'Bậc lương',
      en: 'Pay step',
      item: '30.1',
      min: 1,
      max: 16,
      need: 'conditional',
    }),
    coefficient: decimal({
      vi: 'Hệ số lương',
      en: 'Pay coefficient',
      item: '30.1',
      max: 15,
      need: 'conditional',
    }),
    stepSince: date({
      vi: 'Mốc tính nâng lương lần sau',
      en: 'Next raise counts from',
      item: '30.1',
      need: 'conditional',
    }),
    /** 85 during probation, else 100. */
    percent: integer({ vi: 'Phần trăm hưởng', en: 'Share of pay', item: '30.1', ...percent }),
    beyondScalePercent: integer({
      vi: 'Phụ cấp thâm niên vượt khung',
      en: 'Beyond-scale seniority allowance',
      item: '30.1',
      ...percent,
    }),
    beyondScaleSince: date({
      vi: 'Ngày hưởng phụ cấp thâm niên vượt khung',
      en: 'Beyond-scale allowance since',
      item: '30.1',
    }),
    positionAllowance: decimal({
      vi: 'Phụ cấp chức vụ',
      en: 'Position allowance',
      item: '30.2',
      max: 5,
    }),
    concurrentAllowance: decimal({
      vi: 'Phụ cấp kiêm nhiệm',
      en: 'Concurrent-post allowance',
      item: '30.2',
      max: 5,
    }),
    otherAllowance: decimal({ vi: 'Phụ cấp khác', en: 'Other allowance', item: '30.2', max: 10 }),
  },
);

export const jobPosition = section(
  { vi: 'Vị trí việc làm', en: 'Job position', item: '30.3' },
  {
    code: choice('jobPosition', {
      vi: 'Vị trí việc làm',
      en: 'Job position',
      item: '30.3',
      need: 'always',
    }),
    /** Bậc nghề nghiệp 1–5 (NĐ 232/2026/NĐ-CP, Điều 7). */
    careerGrade: integer({
      vi: 'Bậc nghề nghiệp',
      en: 'Career grade',
      item: '30.3',
      min: 1,
      max: 5,
    }),
    step: integer({ vi: 'Bậc lương', en: 'Pay step', item: '30.3', min: 1, max: 16 }),
    amount: money({ vi: 'Lương theo mức tiền', en: 'Pay as an amount', item: '30.3' }),
    since: date({ vi: 'Ngày hưởng', en: 'Since', item: '30.3' }),
    percent: integer({ vi: 'Phần trăm hưởng', en: 'Share of pay', item: '30.3', ...percent }),
    beyondScalePercent: integer({
      vi: 'Phụ cấp thâm niên vượt khung',
      en: 'Beyond-scale seniority allowance',
      item: '30.3',
      ...percent,
    }),
    beyondScaleSince: date({
      vi: 'Ngày hưởng phụ cấp thâm niên vượt khung',
      en: 'Beyond-scale allowance since',
      item: '30.3',
    }),
  },
);

export const payHistory = table(
  { vi: 'Quá trình lương', en: 'Pay history', item: '37.1' },
  { named: ['from'], ordered: 'from' },
  {
    from: date({ vi: 'Từ', en: 'From', item: '37.1', required: true }),
    to: date({ vi: 'Đến', en: 'To', item: '37.1' }),
    rankCode: choice('rank', { vi: 'Mã số', en: 'Rank code', item: '37.1' }),
    step: integer({ vi: 'Bậc lương', en: 'Step', item: '37.1', min: 1, max: 16 }),
    coefficient: decimal({ vi: 'Hệ số lương', en: 'Coefficient', item: '37.1', max: 15 }),
    amount: money({
      vi: 'Tiền lương theo vị trí việc làm',
      en: 'Pay by job position',
      item: '37.1',
    }),
  },
);

export const allowances = table(
  { vi: 'Các loại phụ cấp khác', en: 'Other allowances', item: '37.2' },
  { named: ['kind'], ordered: 'from' },
  {
    from: date({ vi: 'Từ', en: 'From', item: '37.2', required: true }),
    to: date({ vi: 'Đến', en: 'To', item: '37.2' }),
    kind: choice('allowanceKind', {
      vi: 'Loại phụ cấp',
      en: 'Kind',
      item: '37.2',
      required: true,
    }),
    percent: integer({ vi: 'Phần trăm hưởng', en: 'Percent', item: '37.2', max: 200, unit: '%' }),
    coefficient: decimal({ vi: 'Hệ số', en: 'Coefficient', item: '37.2', max: 15 }),
    form: text({ vi: 'Hình thức hưởng', en: 'How it is paid', item: '37.2' }),
    amount: money({ vi: 'Giá trị', en: 'Amount', item: '37.2' }),
  },
);
