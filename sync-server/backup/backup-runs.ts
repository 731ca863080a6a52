/**
 * Runs backups and drills, one at a time over all gateways, and puts on record how each ended: in `backup:last`,
 * which everybody reads, and in the audit trail.
 */
import { ProblemError, problem, type Problem } from '../../shared/errors/index.ts';
import type { Audit } from '../documents/audit.ts';
import { readLastBackup, updateLastBackup, type LastBackup } from '../documents/last-backup.ts';
import { withLease } from '../documents/lease.ts';
import type { Settings } from '../documents/settings.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { BackupOrder, BackupOutcome } from './backup-work.ts';
import { runInWorker, type RunningBackup } from './run-in-worker.ts';
import { restingOn, stillStanding } from './standing-set.ts';
import type { Progress } from './verify-set.ts';

export interface BackupRunParts {
  readonly store: DocumentStore;
  readonly audit: Audit;
  readonly dataDir: string;
  readonly place: string;
  readonly storeUrl: string | undefined;
  readonly settings: Settings;
  readonly softwareVersion: string;
  readonly nowMs: () => number;
  readonly onFailure: (error: unknown) => void;
}

export type BackupTask = BackupOrder['task'];

export interface BackupRuns {
  /** @throws ProblemError BACKUP_RUNNING, or what went wrong */
  run(task: BackupTask, by: string, set?: string): Promise<BackupOutcome>;
  /** What this gateway is at; null when nothing. */
  underWay(): (Progress & { readonly task: BackupTask }) | null;
  stop(): Promise<void>;
}

export function openBackupRuns(parts: BackupRunParts): BackupRuns {
  const { store, audit, nowMs, onFailure } = parts;
  let progress: (Progress & { readonly task: BackupTask }) | null = null;
  let worker: RunningBackup | null = null;

  async function work(task: BackupTask, set: string | undefined): Promise<BackupOutcome> {
    const { dataDir, place, storeUrl, settings, softwareVersion } = parts;
    const order = { task, dataDir, place, storeUrl, settings, softwareVersion, set };
    worker = runInWorker(order, (told) => (progress = { ...told, task }));
    return worker.outcome;
  }

  async function run(task: BackupTask, by: string, set?: string): Promise<BackupOutcome> {
    if (progress) throw new ProblemError('BACKUP_RUNNING');
    // From this moment on, not only from when the lease is there: whoever asks next is told so.
    progress = { task, phase: 'copying', documents: 0 };
    try {
      const done = await withLease({ store, name: 'backup', nowMs, onFailure }, () =>
        work(task, set).then(
          (outcome) => recordDone(outcome, by),
          (error: unknown) => recordFailed(task, error, by, set),
        ),
      );
      if (!done) throw new ProblemError('BACKUP_RUNNING');
      return done.value;
    } finally {
      progress = null;
      worker = null;
    }
  }

  async function recordDone(outcome: BackupOutcome, by: string): Promise<BackupOutcome> {
    await updateLastBackup(store, (last) => afterOutcome(last, outcome, nowMs()));
    const target = outcome.task === 'prove' ? outcome.proof.set : outcome.manifest.set;
    audit.record({ event: `backup.${outcome.task}`, account: by, target, outcome: 'done' });
    await audit.flush();
    return outcome;
  }

  async function recordFailed(
    task: BackupTask,
    error: unknown,
    by: string,
    set?: string,
  ): Promise<never> {
    const said = problemOf(error);
    if (!(error instanceof ProblemError)) onFailure(error);
    const atUtc = new Date(nowMs()).toISOString();
    const before = await readLastBackup(store);
    // Only damage takes a set away; a place that is not there for a while does not.
    const standing =
      said.code === 'BACKUP_DAMAGED' ? await stillStanding(before, parts.place) : before;
    await updateLastBackup(store, (last) =>
      afterFailure(last.set === before.set ? standing : last, task, said, atUtc, set),
    );
    const target = said.details?.set;
    const about = typeof target === 'string' ? { target } : {};
    audit.record({ event: `backup.${task}`, account: by, ...about, outcome: said.code });
    await audit.flush();
    throw new ProblemError(said.code, said.details, { cause: error });
  }

  return {
    run,
    underWay: () => progress,
    async stop() {
      await worker?.stop();
    },
  };
}

function problemOf(error: unknown) {
  if (error instanceof ProblemError) return { ...error.problem, code: error.code };
  return { ...problem('BACKUP_FAILED'), code: 'BACKUP_FAILED' as const };
}

function afterOutcome(last: LastBackup, outcome: BackupOutcome, nowMs: number): LastBackup {
  const atUtc = new Date(nowMs).toISOString();
  switch (outcome.task) {
    case 'take': {
      const { manifest, verifiedAtUtc } = outcome;
      return {
        ...restingOn(manifest, verifiedAtUtc),
        ...(last.drill ? { drill: last.drill } : {}),
      };
    }
    case 'verify':
      return outcome.manifest.set === last.set
        ? { ...last, verifiedAtUtc: outcome.verifiedAtUtc }
        : last;
    case 'prove': {
      const seconds = Math.round(outcome.seconds * 10) / 10;
      return { ...last, drill: { ...outcome.proof, atUtc, ok: true, seconds } };
    }
  }
}

/** A failed proof says so in the proof; the last good one is no longer what counts. */
function afterFailure(
  last: LastBackup,
  task: BackupTask,
  { code, details }: Problem,
  atUtc: string,
  set: string | undefined,
): LastBackup {
  const failure = { atUtc, code };
  if (task !== 'prove') return { ...last, failure };
  const about = typeof details?.set === 'string' ? details.set : (set ?? last.set ?? '');
  const drill = { atUtc, set: about, ok: false, documents: 0, blobs: 0, seconds: 0 };
  return { ...last, failure, drill };
}
