import { describe, expect, it } from 'vitest';
import { backupDutiesOn } from '../../shared/regulation/backup-rule.ts';
import { backedUpUntil, noBackupYet, type LastBackup } from '../documents/last-backup.ts';
import { taskDue } from './backup-schedule.ts';

const duties = backupDutiesOn('2026-11-27', 'H20');
const due = (last: LastBackup, nowUtc: string) => taskDue(last, duties, Date.parse(nowUtc));
const finished = (atUtc: string, more: Partial<LastBackup> = {}): LastBackup => ({
  ...noBackupYet,
  snapshotAtUtc: atUtc,
  finishedAtUtc: atUtc,
  set: 'a set',
  drill: { atUtc, set: 'a set', ok: true, documents: 1, blobs: 0, seconds: 1 },
  ...more,
});

describe('when a backup is due', () => {
  it('is at once when there is none', () => {
    expect(due(noBackupYet, '2026-11-27T03:00:00Z')).toBe('take');
  });

  it('is each night at one o’clock in Viet Nam, once', () => {
    const evening = finished('2026-11-27T12:00:00Z');
    expect(due(evening, '2026-11-27T17:59:00Z')).toBeNull();
    expect(due(evening, '2026-11-27T18:01:00Z')).toBe('take');
    expect(due(finished('2026-11-27T18:03:00Z'), '2026-11-28T17:59:00Z')).toBeNull();
  });

  it('is soon after the start of a server that slept through the night', () => {
    expect(due(finished('2026-11-25T18:03:00Z'), '2026-11-27T02:00:00Z')).toBe('take');
  });

  it('is when the last one says a time that is yet to come: some clock was ahead', () => {
    expect(due(finished('2027-11-27T18:03:00Z'), '2026-12-20T12:00:00Z')).toBe('take');
    const failure = { atUtc: '2027-11-27T18:05:00Z', code: 'BACKUP_DISK_FULL' };
    expect(due({ ...noBackupYet, failure }, '2026-12-20T12:00:00Z')).toBe('take');
    // Another gateway's clock may be a minute ahead.
    expect(due(finished('2026-12-19T18:03:00Z'), '2026-12-19T18:02:00Z')).toBeNull();
  });

  it('waits an hour after one that failed', () => {
    const failure = { atUtc: '2026-11-27T18:05:00Z', code: 'BACKUP_DISK_FULL' };
    const failed = finished('2026-11-26T18:03:00Z', { failure });
    expect(due(failed, '2026-11-27T19:00:00Z')).toBeNull();
    expect(due(failed, '2026-11-27T19:06:00Z')).toBe('take');
  });
});

describe('when a proof is due', () => {
  const backedUp = '2026-11-27T18:03:00Z';
  const drill = (atUtc: string, ok: boolean) => ({
    drill: { atUtc, set: 'a set', ok, documents: 1, blobs: 0, seconds: 1 },
  });
  it('is when the newest set was never proven, when the last proof is older than a quarter or failed', () => {
    const { drill: _, ...never } = finished(backedUp);
    expect(due(never, '2026-11-27T19:00:00Z')).toBe('prove');
    const old = finished(backedUp, drill('2026-08-01T00:00:00Z', true));
    expect(due(old, '2026-11-27T19:00:00Z')).toBe('prove');
    const failed = finished(backedUp, drill('2026-11-26T00:00:00Z', false));
    expect(due(failed, '2026-11-27T19:00:00Z')).toBe('prove');
    expect(due(finished(backedUp), '2026-11-27T19:00:00Z')).toBeNull();
    const ahead = finished(backedUp, drill('2027-11-26T00:00:00Z', true));
    expect(due(ahead, '2026-11-27T19:00:00Z')).toBe('prove');
  });
});

describe('what is told of a backup', () => {
  const now = Date.parse('2026-11-27T19:00:00Z');
  it.each([
    [null, null],
    ['2026-11-27T18:00:00.000Z', '2026-11-27T18:00:00.000Z'],
    ['2026-11-27T19:01:00.000Z', '2026-11-27T19:00:00.000Z'],
    ['2027-11-27T18:00:00.000Z', null],
  ])('of %s at 19:00 is %s', (snapshotAtUtc, told) => {
    expect(backedUpUntil({ ...noBackupYet, snapshotAtUtc }, now)).toBe(told);
  });
});
