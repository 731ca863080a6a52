import { describe, expect, it } from 'vitest';
import { baseSalaries, baseSalaryAt, coefficientOf } from './index.ts';

describe('the base salary', () => {
  it.each([
    ['2026-11-28', 2_530_000],
    ['2026-07-01', 2_530_000],
    ['2026-06-30', 2_340_000],
    ['2024-07-01', 2_340_000],
    ['2024-06-30', 1_800_000],
    ['2023-06-30', 1_490_000],
    ['2019-06-30', 1_390_000],
    ['2018-06-30', 1_300_000],
    ['2017-06-30', 1_210_000],
    ['2016-04-30', 1_150_000],
    ['2013-06-30', 1_050_000],
    ['2012-04-30', 830_000],
    ['2011-04-30', 730_000],
    ['2010-04-30', 650_000],
    ['2009-04-30', 540_000],
    ['2007-12-31', 450_000],
    ['2006-09-30', 350_000],
    ['2005-09-30', 290_000],
  ])('on %s is %i đồng', (day, value) => {
    expect(baseSalaryAt(day)?.value).toBe(value);
  });

  it('is not known before NĐ 204/2004/NĐ-CP', () => {
    expect(baseSalaryAt('2004-09-30')).toBeUndefined();
  });

  it('has sixteen rows, each with its decree, and only ever rose', () => {
    expect(baseSalaries).toHaveLength(16);
    for (const [place, row] of baseSalaries.entries()) {
      expect(row.source).toMatch(/^NĐ \d+\/20\d\d\/NĐ-CP/);
      const before = baseSalaries[place + 1];
      if (before) {
        expect(row.validFrom > before.validFrom).toBe(true);
        expect(row.value).toBeGreaterThan(before.value);
      }
    }
  });

  it('pays step 1 of A1 5.920.200 đồng since 01/07/2026', () => {
    const coefficient = coefficientOf('A1', 1) ?? 0;
    const salary = baseSalaryAt('2026-07-01')?.value ?? 0;
    expect(Math.round(coefficient * salary)).toBe(5_920_200);
  });
});
