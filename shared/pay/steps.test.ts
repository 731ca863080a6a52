import { describe, expect, it } from 'vitest';
import { coefficientFits, coefficientOf, payGroups, stepOf, stepsOf } from './index.ts';

/** What one step adds, by group (NĐ 204/2004/NĐ-CP, Bảng 1 to 4), in hundredths. */
const addedPerStep: Readonly<Record<string, number>> = {
  T1: 60,
  'A3.1': 36,
  'A3.2': 36,
  'A2.1': 34,
  'A2.2': 34,
  A1: 33,
  A0: 31,
  B: 20,
};

describe('coefficient tables of NĐ 204/2004/NĐ-CP', () => {
  it.each(payGroups.map((row) => [row.group, row] as const))('%s rises evenly', (group, row) => {
    const steps = row.coefficients.map((value) => Math.round(value * 100));
    const rises = steps.slice(1).map((value, index) => value - (steps[index] ?? 0));
    expect(new Set(rises)).toEqual(new Set([addedPerStep[group] ?? 18]));
  });

  it.each([
    ['A3.1', 6, 6.2, 8],
    ['A3.2', 6, 5.75, 7.55],
    ['A2.1', 8, 4.4, 6.78],
    ['A2.2', 8, 4, 6.38],
    ['A1', 9, 2.34, 4.98],
    ['A0', 10, 2.1, 4.89],
    ['B', 12, 1.86, 4.06],
    ['C1', 12, 1.65, 3.63],
    ['C2', 12, 1.5, 3.48],
    ['C3', 12, 1.35, 3.33],
    ['T1', 3, 8.8, 10],
  ])('%s has %i steps from %d to %d', (group, steps, first, last) => {
    expect(stepsOf(group)).toHaveLength(steps);
    expect(coefficientOf(group, 1)).toBe(first);
    expect(coefficientOf(group, steps)).toBe(last);
    expect(coefficientOf(group, steps + 1)).toBeUndefined();
  });

  it('waits 36 months up to A0, 24 months from B on (Thông tư 08/2013/TT-BNV, Điều 2)', () => {
    const months = new Map(payGroups.map((row) => [row.group, row.monthsPerStep]));
    expect([months.get('A1'), months.get('A0')]).toEqual([36, 36]);
    expect([months.get('B'), months.get('T4-lai-xe')]).toEqual([24, 24]);
    expect(months.get('T1')).toBe(60);
  });
});

describe('steps', () => {
  it('are found from the coefficient, also when arithmetic left dust on it', () => {
    expect(stepOf('A1', 3)).toBe(3);
    expect(stepOf('A2.2', 4.340000000000001)).toBe(2);
    expect(stepOf('A1', 9.99)).toBeUndefined();
    expect(stepOf('unknown', 3)).toBeUndefined();
  });

  it('fit or do not', () => {
    expect(coefficientFits('A1', 4, 3.33)).toBe(true);
    expect(coefficientFits('A1', 3, 3.33)).toBe(false);
  });

  it('agree with themselves in every group', () => {
    for (const { group } of payGroups) {
      for (const { step, coefficient } of stepsOf(group)) {
        expect(stepOf(group, coefficient)).toBe(step);
      }
    }
  });
});
