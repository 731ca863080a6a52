import { describe, expect, it } from 'vitest';
import { offlineLease, offlineLeaseOn } from './offline-lease.ts';

const row = offlineLeaseOn('2026-11-22');
const confirmed = '2026-11-01T00:00:00.000Z';

describe('30 days without the centre (internal rule)', () => {
  it.each([
    ['2026-11-01T00:00:00.000Z', 'holds'],
    ['2026-12-01T00:00:00.000Z', 'holds'],
    ['2026-12-01T00:00:00.001Z', 'ended'],
    ['2030-01-01T00:00:00.000Z', 'ended'],
    // A clock that was an hour fast when the centre answered.
    ['2026-10-31T23:00:00.000Z', 'holds'],
    ['2026-10-30T23:59:59.999Z', 'clockBehind'],
    ['2000-01-01T00:00:00.000Z', 'clockBehind'],
  ])('at %s the lease %s', (now, outcome) => {
    expect(offlineLease(row, confirmed, now)).toBe(outcome);
  });

  it('never began when the centre was never heard', () => {
    expect(offlineLease(row, null, confirmed)).toBe('ended');
  });

  it('is a dated row in days that says it is no law', () => {
    expect(row).toMatchObject({ value: 30, unit: 'days' });
    expect(row.source).toContain('Quy tắc nội bộ');
    expect(offlineLeaseOn('2020-01-01')).toBe(row);
  });
});
