import { describe, expect, it } from 'vitest';
import { backupDutiesOn, backupsToKeep, type BackupRuleRow } from './backup-rule.ts';

const dayMs = 86_400_000;
const backupsOfDays = (count: number, lastUtc = '2026-11-27T18:00:00.000Z') =>
  Array.from({ length: count }, (_, back) => ({
    snapshotAtUtc: new Date(Date.parse(lastUtc) - back * dayMs).toISOString(),
  }));

describe('duties of backup', () => {
  it('are daily, kept 7 days, 5 weeks, 12 months, proven every quarter', () => {
    expect(backupDutiesOn('2026-11-27', 'H20')).toEqual({
      everyHours: 24,
      keepDays: 7,
      keepWeeks: 5,
      keepMonths: 12,
      drillDays: 90,
    });
  });

  it('take the stricter of two rows for each number by itself', () => {
    const row = (value: BackupRuleRow['value'], scope = 'national'): BackupRuleRow => ({
      scope,
      value,
      unit: 'hours, days, weeks, months',
      validFrom: '2026-01-01',
      validTo: null,
      source: 'thử',
    });
    const rows = [
      row({ everyHours: 24, keepMonths: 12 }),
      row({ everyHours: 6, keepMonths: 3 }, 'H20'),
      row({ everyHours: 1 }, 'H99'),
    ];
    expect(backupDutiesOn('2026-11-27', 'H20', rows)).toMatchObject({
      everyHours: 6,
      keepMonths: 12,
    });
  });

  it('hold on a day before the first row too: a wrong clock frees nobody', () => {
    expect(backupDutiesOn('1999-01-01', 'H20').everyHours).toBe(24);
  });
});

describe('what is kept', () => {
  const duties = backupDutiesOn('2026-11-27', 'H20');

  it('is one a day for a week, one a week for five, one a month for twelve', () => {
    const kept = backupsToKeep(backupsOfDays(800), duties);
    const days = kept.map(({ snapshotAtUtc }) => snapshotAtUtc.slice(0, 10));
    expect(days.slice(0, 7)).toEqual([
      '2026-11-27',
      '2026-11-26',
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
    ]);
    expect(kept.length).toBeLessThanOrEqual(7 + 5 + 12);
    // The newest of the month twelve months back; each instant is the next day in Viet Nam.
    expect(days.at(-1)).toBe('2025-12-30');
  });

  it('counts days as they are in Viet Nam', () => {
    const two = [
      { snapshotAtUtc: '2026-11-26T16:59:00.000Z' },
      { snapshotAtUtc: '2026-11-26T17:01:00.000Z' },
    ];
    const oneDay = { ...duties, keepDays: 2, keepWeeks: 0, keepMonths: 0 };
    expect(backupsToKeep(two, oneDay)).toHaveLength(2);
  });

  it('never lets the newest go, nor the old ones of a server that stood still', () => {
    const none = { ...duties, keepDays: 0, keepWeeks: 0, keepMonths: 0 };
    expect(backupsToKeep(backupsOfDays(3), none)).toHaveLength(1);
    const old = backupsOfDays(3, '2020-01-01T00:00:00.000Z');
    expect(backupsToKeep(old, duties)).toHaveLength(3);
  });
});
