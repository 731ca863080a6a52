/**
 * The centre backs itself up: every night, and whenever the newest good set is older than the rule allows; and it
 * proves the newest set as often as the rule asks. Any gateway may find that it is time; the lease lets one do it.
 */
import { backupDutiesOn, type BackupDuties } from '../../shared/regulation/backup-rule.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import { isAhead } from '../documents/clock-error.ts';
import { readLastBackup, type LastBackup } from '../documents/last-backup.ts';
import type { Settings } from '../documents/settings.ts';
import { repeat } from '../jobs/repeat.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { BackupRuns, BackupTask } from './backup-runs.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** One o'clock at night in Viet Nam, when offices are closed; as hours of UTC. */
const nightUtcHour = 18;
/** A start is busy enough without a backup. */
const restMs = 5 * minuteMs;
const retryMs = hourMs;
const retryDrillMs = dayMs;

/** The next thing to do; null when all is as it should be. */
export function taskDue(last: LastBackup, duties: BackupDuties, nowMs: number): BackupTask | null {
  // Times of a clock that was ahead say nothing: as if they had never been.
  const failed = last.failure && !isAhead(last.failure.atUtc, nowMs) ? last.failure : null;
  const failedMs = failed ? Date.parse(failed.atUtc) : Number.NEGATIVE_INFINITY;
  if (backupDue(last, duties, nowMs)) return nowMs - failedMs < retryMs ? null : 'take';
  if (last.set === null || !drillDue(last, duties, nowMs)) return null;
  return nowMs - failedMs < retryDrillMs ? null : 'prove';
}

function backupDue(
  { finishedAtUtc }: LastBackup,
  { everyHours }: BackupDuties,
  nowMs: number,
): boolean {
  if (finishedAtUtc === null || isAhead(finishedAtUtc, nowMs)) return true;
  const finishedMs = Date.parse(finishedAtUtc);
  const night = nightUtcHour * hourMs;
  const lastNightMs = Math.floor((nowMs - night) / dayMs) * dayMs + night;
  return finishedMs < lastNightMs || nowMs - finishedMs > everyHours * hourMs;
}

/** A failed proof is no proof; a set that was never proven is due at once. */
export function drillDue(
  { drill }: LastBackup,
  { drillDays }: BackupDuties,
  nowMs: number,
): boolean {
  if (!drill?.ok || isAhead(drill.atUtc, nowMs)) return true;
  return nowMs - Date.parse(drill.atUtc) > drillDays * dayMs;
}

export interface ScheduleParts {
  readonly runs: BackupRuns;
  readonly store: DocumentStore;
  readonly settings: Settings;
  readonly nowMs: () => number;
  readonly onFailure: (error: unknown) => void;
}

/** Returns the way to stop. */
export function scheduleBackups(parts: ScheduleParts): () => Promise<void> {
  const { runs, store, settings, nowMs, onFailure } = parts;
  const startedMs = nowMs();
  const stop = repeat({
    everyMs: restMs,
    onFailure,
    async work() {
      if (nowMs() - startedMs < restMs / 2) return;
      const today = civilDateInVietnam(new Date(nowMs()).toISOString());
      const duties = backupDutiesOn(today, settings.province);
      const task = taskDue(await readLastBackup(store), duties, nowMs());
      if (task) await runs.run(task, 'server').catch(ignoreRecorded);
    },
  });
  return async () => {
    await runs.stop();
    await stop();
  };
}

/** A problem is on record where everybody reads it, and another gateway at it is none. */
function ignoreRecorded(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
}
