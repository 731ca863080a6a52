/**
 * The base salary (lương cơ sở; until 30/06/2013 mức lương tối thiểu chung) as dated rows, the latest first.
 * What somebody earned is (coefficient + allowances) × the row of that month.
 */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface BaseSalaryRow {
  /** Đồng a month. */
  readonly value: number;
  readonly validFrom: CivilDate;
  readonly source: string;
  /** The decree itself was not read. */
  readonly unverified?: true;
}

export const baseSalaries: readonly BaseSalaryRow[] = [
  { value: 2_530_000, validFrom: '2026-07-01', source: 'NĐ 161/2026/NĐ-CP, Điều 3 khoản 2' },
  { value: 2_340_000, validFrom: '2024-07-01', source: 'NĐ 73/2024/NĐ-CP, Điều 3 khoản 2' },
  { value: 1_800_000, validFrom: '2023-07-01', source: 'NĐ 24/2023/NĐ-CP, Điều 3 khoản 2' },
  { value: 1_490_000, validFrom: '2019-07-01', source: 'NĐ 38/2019/NĐ-CP, Điều 3 khoản 2' },
  { value: 1_390_000, validFrom: '2018-07-01', source: 'NĐ 72/2018/NĐ-CP', unverified: true },
  { value: 1_300_000, validFrom: '2017-07-01', source: 'NĐ 47/2017/NĐ-CP', unverified: true },
  { value: 1_210_000, validFrom: '2016-05-01', source: 'NĐ 47/2016/NĐ-CP', unverified: true },
  { value: 1_150_000, validFrom: '2013-07-01', source: 'NĐ 66/2013/NĐ-CP' },
  { value: 1_050_000, validFrom: '2012-05-01', source: 'NĐ 31/2012/NĐ-CP' },
  { value: 830_000, validFrom: '2011-05-01', source: 'NĐ 22/2011/NĐ-CP', unverified: true },
  { value: 730_000, validFrom: '2010-05-01', source: 'NĐ 28/2010/NĐ-CP', unverified: true },
  { value: 650_000, validFrom: '2009-05-01', source: 'NĐ 33/2009/NĐ-CP', unverified: true },
  { value: 540_000, validFrom: '2008-01-01', source: 'NĐ 166/2007/NĐ-CP', unverified: true },
  { value: 450_000, validFrom: '2006-10-01', source: 'NĐ 94/2006/NĐ-CP', unverified: true },
  { value: 350_000, validFrom: '2005-10-01', source: 'NĐ 118/2005/NĐ-CP', unverified: true },
  { value: 290_000, validFrom: '2004-10-01', source: 'NĐ 203/2004/NĐ-CP', unverified: true },
];

/** The base salary of a day; undefined before 01/10/2004, when pay was not yet by NĐ 204/2004/NĐ-CP. */
export const baseSalaryAt = (day: CivilDate): BaseSalaryRow | undefined =>
  baseSalaries.find(({ validFrom }) => validFrom <= day);
