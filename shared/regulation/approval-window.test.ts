import { describe, expect, it } from 'vitest';
import {
  approvalTiming,
  approvalWindowOf,
  approvalWindows,
  windowDays,
} from './approval-window.ts';

describe('approval window', () => {
  it.each([
    [
      'H20.81.11',
      '2026-11-26',
      '2026-11',
      '2026-11-26',
      '2026-11-30',
      'QĐ 34/2026/QĐ-UBND Đồng Tháp, Điều 11',
    ],
    [
      'H20',
      '2026-02-27',
      '2026-02',
      '2026-02-24',
      '2026-02-28',
      'QĐ 34/2026/QĐ-UBND Đồng Tháp, Điều 11',
    ],
    [
      'H38.05',
      '2026-11-21',
      '2026-11',
      '2026-11-21',
      '2026-11-25',
      'QĐ 06/2024/QĐ-UBND Lào Cai, Điều 7 khoản 2',
    ],
    [
      'H37',
      '2028-02-29',
      '2028-02',
      '2028-02-25',
      '2028-02-29',
      'Thông tư 06/2023/TT-BNV, Điều 7 khoản 1',
    ],
  ])('%s on %s, month %s: %s to %s (%s)', (unit, on, period, first, last, source) => {
    const row = approvalWindowOf(unit, on);
    expect(row?.source).toBe(source);
    expect(row && windowDays(row, period)).toEqual({ first, last });
  });

  it('before the rule of the province the national one holds', () => {
    expect(approvalWindowOf('H20', '2026-02-26')?.scope).toBe('national');
  });

  it.each([
    ['2026-11-25', 'early'],
    ['2026-11-26', 'inWindow'],
    ['2026-11-30', 'inWindow'],
    ['2026-12-01', 'late'],
  ])('Đồng Tháp, Điều 11: signed on %s for November is %s', (day, timing) => {
    const row = approvalWindowOf('H20', '2026-11-26');
    expect(row && approvalTiming(row, '2026-11', day)).toBe(timing);
  });

  it('every row has its source', () => {
    for (const row of approvalWindows) expect(row.source).toMatch(/Điều \d+/);
  });
});
