/** How the backups stand, and starting one. The work itself goes on after the answer. */
import type { FastifyInstance } from 'fastify';
import { startBackupRequestSchema, type BackupOverview } from '../../../shared/contract/backups.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { backupDutiesOn } from '../../../shared/regulation/backup-rule.ts';
import type { BackupRuns } from '../../backup/backup-runs.ts';
import { drillDue } from '../../backup/backup-schedule.ts';
import { listSets, onSameDisk, type ListedSet } from '../../backup/set-folder.ts';
import { backedUpUntil, readLastBackup } from '../../documents/last-backup.ts';
import { isLeased } from '../../documents/lease.ts';
import { sweepHaltedAtUtc } from '../../scans/run-sweep.ts';
import { countSplits } from '../../splits/settle-splits.ts';
import { demand, principalOf } from '../authentication.ts';
import { parsed } from '../errors.ts';
import type { Services } from '../services.ts';

export interface BackupDesk {
  readonly runs: BackupRuns;
  readonly place: string;
  readonly dataDir: string;
}

const hourMs = 3_600_000;

export function registerBackupRoutes(
  scope: FastifyInstance,
  services: Services,
  desk: BackupDesk,
): void {
  const { settings, onFailure } = services;

  scope.get('/api/backups', async (request): Promise<BackupOverview> => {
    demand(principalOf(request), 'backup.view', settings.province);
    return overviewOf(services, desk);
  });

  scope.post('/api/backups', async (request, reply) => {
    const { task } = parsed(startBackupRequestSchema, request.body);
    demand(principalOf(request), 'backup.run', settings.province);
    if (desk.runs.underWay() || (await isLeased(services.store, 'backup', services.nowMs())))
      throw new ProblemError('BACKUP_RUNNING');
    const by = principalOf(request).subject.account;
    desk.runs.run(task, by).catch((error: unknown) => {
      // What has a name is in `backup:last` already.
      if (!(error instanceof ProblemError)) onFailure(error);
    });
    return reply.status(202).send({ started: true });
  });
}

async function overviewOf(
  { store, units, settings, nowMs }: Services,
  { runs, place, dataDir }: BackupDesk,
): Promise<BackupOverview> {
  const now = nowMs();
  const duties = backupDutiesOn(civilDateInVietnam(new Date(now).toISOString()), settings.province);
  const [last, sets, sameDisk, leased, splits, unreadable, sweepHalted] = await Promise.all([
    readLastBackup(store),
    listSets(place),
    onSameDisk(place, dataDir),
    isLeased(store, 'backup', now),
    countSplits(store),
    units.unreadable(),
    sweepHaltedAtUtc(store),
  ]);
  const { verifiedAtUtc, failure, drill } = last;
  const snapshotAtUtc = backedUpUntil(last, now);
  // The nightly round needs its time, and a night's start may be late: two hours are no lateness.
  const lateAfterMs = (duties.everyHours + 2) * hourMs;
  const elsewhere = leased ? { task: 'elsewhere', documents: 0 } : null;
  return {
    snapshotAtUtc,
    verifiedAtUtc,
    late: snapshotAtUtc === null || now - Date.parse(snapshotAtUtc) > lateAfterMs,
    failure: failure ?? null,
    drill: drill ?? null,
    drillLate: drillDue(last, duties, now),
    sameDisk,
    duties,
    splits,
    unreadableUnits: unreadable.length,
    sweepHaltedAtUtc: sweepHalted,
    underWay: runs.underWay() ?? elsewhere,
    sets: sets.map(shown),
  };
}

function shown({ set, manifest, bytes }: ListedSet): BackupOverview['sets'][number] {
  const databases = manifest?.databases ?? [];
  return {
    set,
    snapshotAtUtc: manifest?.snapshotAtUtc ?? null,
    bytes,
    documents: databases.reduce((sum, each) => sum + each.documents + each.deleted, 0),
    blobs: manifest?.blobs.count ?? 0,
    readable: manifest !== null,
  };
}
