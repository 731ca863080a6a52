import { describe, expect, it } from 'vitest';
import { openPeriods, periodWindow } from './periods.ts';

describe('the month that is approved', () => {
  it('is the month in Vietnam, not in UTC', () => {
    expect(openPeriods('2026-11-30T18:00:00.000Z')).toEqual(['2026-12', '2026-11']);
  });

  it('may be the month before, across the year too', () => {
    expect(openPeriods('2027-01-02T03:00:00.000Z')).toEqual(['2027-01', '2026-12']);
  });

  it('shows the window of the province with its citation', () => {
    const window = periodWindow('H20.81', '2026-11', '2026-11-22T03:00:00.000Z');
    expect(window).toMatchObject({ first: '26/11/2026', last: '30/11/2026', timing: 'early' });
    expect(window?.source).toContain('Điều 11');
  });
});
