/** How the centre's backups may stand, for screenshots. */
import type { BackupOverview } from '../../shared/contract/backups.ts';

export const backupScenes = ['good', 'running', 'failed', 'none'] as const;
export type BackupScene = (typeof backupScenes)[number];

const hourMs = 3_600_000;
const duties = { everyHours: 24, keepDays: 7, keepWeeks: 5, keepMonths: 12, drillDays: 90 };

function setOf(hoursAgo: number, readable = true): BackupOverview['sets'][number] {
  const snapshotAtUtc = new Date(Date.now() - hoursAgo * hourMs).toISOString();
  return {
    set: `${snapshotAtUtc.slice(0, 19).replaceAll(':', '-')}Z-3f9a1c`,
    snapshotAtUtc: readable ? snapshotAtUtc : null,
    bytes: readable ? 214_700_000 - hoursAgo * 90_000 : 0,
    documents: readable ? 61_432 - hoursAgo * 12 : 0,
    blobs: readable ? 8_214 : 0,
    readable,
  };
}

export function fakeBackups(scene: BackupScene): BackupOverview {
  const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString();
  const proof = { atUtc: ago(24 * 12), ok: true, documents: 60_117, blobs: 8_190, seconds: 48.2 };
  const common = {
    duties,
    splits: 0,
    unreadableUnits: 0,
    sweepHaltedAtUtc: null,
    underWay: null,
    late: false,
    failure: null,
    drillLate: false,
  };
  if (scene === 'none')
    return {
      ...common,
      snapshotAtUtc: null,
      verifiedAtUtc: null,
      late: true,
      drill: null,
      drillLate: true,
      sameDisk: true,
      sets: [],
    };
  const sets = [9, 33, 57, 81, 105, 129, 153, 321, 489].map((hours) => setOf(hours));
  if (scene === 'good' || scene === 'running')
    return {
      ...common,
      underWay: scene === 'running' ? { task: 'prove', documents: 41_200 } : null,
      snapshotAtUtc: ago(9),
      verifiedAtUtc: ago(8.9),
      drill: proof,
      sameDisk: false,
      sets,
    };
  return {
    ...common,
    snapshotAtUtc: ago(57),
    verifiedAtUtc: ago(57),
    late: true,
    splits: 2,
    unreadableUnits: 1,
    sweepHaltedAtUtc: ago(31),
    failure: { atUtc: ago(9), code: 'BACKUP_DISK_FULL' },
    drill: { ...proof, ok: false },
    drillLate: true,
    sameDisk: true,
    underWay: { task: 'take', documents: 23_500 },
    sets: [setOf(33, false), ...sets.slice(2)],
  };
}
