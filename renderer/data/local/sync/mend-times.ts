/**
 * Steps taken while the PC's clock ran far ahead, and nobody knew: the centre would refuse them for their time.
 * Before they go they are stamped anew, as long ago as they were taken before the last of them. What a waiting
 * signature covers keeps its time: the signature stands for it, and the centre says what is wrong.
 */
import type { Change } from '../../../../shared/change/change.ts';
import { clockAheadMs } from '../../../../shared/change/times.ts';
import type { WorkItem } from '../work/work-item.ts';
import type { WorkList } from '../work/work-list.ts';

interface Ahead {
  readonly id: string;
  readonly change: Change;
}

const timesOf = ({ authoredAtUtc, history }: Change): readonly string[] => [
  authoredAtUtc,
  ...history.map(({ atUtc }) => atUtc),
];

function signedIds(waiting: readonly WorkItem[]): ReadonlySet<string> {
  const signed = waiting.flatMap(({ document }) =>
    document.type === 'approval' ? document.manifest.changes.map(({ id }) => id) : [],
  );
  return new Set(signed);
}

function stepsAhead(waiting: readonly WorkItem[], nowMs: number): readonly Ahead[] {
  const signed = signedIds(waiting);
  const isAhead = (atUtc: string) => Date.parse(atUtc) > nowMs + clockAheadMs;
  return waiting.flatMap(({ id, document }) =>
    document.type === 'change' && !signed.has(document._id) && timesOf(document).some(isAhead)
      ? [{ id, change: document }]
      : [],
  );
}

/** The change with its times ahead moved back so that the latest of all steps is now. */
function restamped(change: Change, latestMs: number, nowMs: number): Change {
  const back = (atUtc: string) =>
    Date.parse(atUtc) > nowMs + clockAheadMs
      ? new Date(nowMs - (latestMs - Date.parse(atUtc))).toISOString()
      : atUtc;
  return {
    ...change,
    authoredAtUtc: back(change.authoredAtUtc),
    history: change.history.map((entry) => ({ ...entry, atUtc: back(entry.atUtc) })),
  };
}

/** @param nowMs the time as the centre has corrected it */
export async function mendTimes(
  work: Pick<WorkList, 'waiting' | 'add' | 'drop'>,
  nowMs: number,
): Promise<void> {
  const ahead = stepsAhead(work.waiting(), nowMs);
  if (ahead.length === 0) return;
  const times = ahead.flatMap(({ change }) => timesOf(change).map((atUtc) => Date.parse(atUtc)));
  const latestMs = Math.max(...times);
  // First the new, then the old: a crash in between leaves both, and the centre takes one.
  await work.add(ahead.map(({ change }) => restamped(change, latestMs, nowMs)));
  await work.drop(ahead.map(({ id }) => id));
}
