/**
 * Sends waiting steps in their order, one batch at a time, and deals with each answer.
 * A refused step goes to the refused list and never holds up the ones after it.
 */
import type { PushResult } from '../../../../shared/contract/sync.ts';
import {
  isProblemCode,
  problem,
  problemCatalogue,
  type Problem,
} from '../../../../shared/errors/index.ts';
import { waitMs, type BackOff } from '../../gateway/back-off.ts';
import type { GatewayClient } from '../../gateway/gateway-client.ts';
import { pushBatchSize, pushRows, type PushRow, type RowAnswer } from '../../gateway/push-rows.ts';
import type { WorkItem } from '../work/work-item.ts';
import type { WorkList } from '../work/work-list.ts';
import { judge } from './judge-conflict.ts';
import { mendTimes } from './mend-times.ts';
import { createPacing } from './pacing.ts';

export interface PushRound {
  /** The line or the session failed. */
  readonly stopped: Problem | null;
  readonly epoch: string | null;
  /** There is more to send now. */
  readonly more: boolean;
  /** Something at the centre differs from the mirror: pull. */
  readonly moved: boolean;
}

export interface PushPump {
  hasWork(): boolean;
  /** When a resting step is due again, counted from now; null when none rests. */
  restMs(): number | null;
  round(): Promise<PushRound>;
  /** All that waits, oldest first, as rows for a bundle on a stick; at most so many. */
  carriedRows(most: number): Promise<readonly CarriedRow[]>;
  /** Verdicts that came on a stick, one for each step; of what no longer waits here they say nothing new. */
  settleCarried(results: ReadonlyMap<string, PushResult>): Promise<void>;
}

export interface CarriedRow {
  /** The step's id. */
  readonly step: string;
  readonly row: PushRow;
}

export interface PumpParts {
  readonly client: GatewayClient;
  readonly work: WorkList;
  /** Takes back what cannot be sent now. */
  readonly beforeRound: () => Promise<void>;
  /** False: the centre was restored, and this PC does not know yet what it has. */
  readonly knowsEpoch: (epoch: string) => Promise<boolean>;
  /** The revision of a document in the mirror, null when the centre is not known to hold it. */
  readonly mirrorRevs: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly nowMs: () => number;
  /** The time as the centre has corrected it. */
  readonly centreNowMs: () => number;
  readonly backOff: BackOff;
}

/** A step that the centre fails on, by a defect there, waits by itself and holds up no other. */
interface Rest {
  readonly failures: number;
  readonly untilMs: number;
}

/** A batch that is cut goes again as a whole: over a weak line it is small. */
const batches = { first: 25, least: 1, most: pushBatchSize } as const;

/** A step that is ahead of the centre and yet not taken is offered so often. */
const triesOfAhead = 3;

interface Answered {
  readonly item: WorkItem;
  readonly answer: RowAnswer;
}

/** Trouble at the centre that a person can do nothing about: the step is offered again, not refused. */
const passes = ({ code }: Problem): boolean =>
  isProblemCode(code) && problemCatalogue[code].retry === 'later';

async function rowsFor({ work, mirrorRevs }: PumpParts, items: readonly WorkItem[]) {
  const revs = await mirrorRevs(items.map(({ document }) => document._id));
  return items.map(({ document }) => {
    const sent = work.stepsOf(document._id).findLast(({ sentRev }) => sentRev !== null)?.sentRev;
    return { assumedRev: sent ?? revs.get(document._id) ?? null, doc: { ...document } };
  });
}

export function createPushPump(parts: PumpParts): PushPump {
  const { client, work, nowMs } = parts;
  const rests = new Map<string, Rest>();
  const tries = new Map<string, number>();
  const clockRefusals = new Set<string>();
  const pacing = createPacing(batches);

  /** Waiting steps that may go now; a resting step holds back only later steps of its own document. */
  function ready(): readonly WorkItem[] {
    const resting = new Set<string>();
    return work.waiting().filter(({ id, document }) => {
      if ((rests.get(id)?.untilMs ?? 0) > nowMs()) resting.add(document._id);
      return !resting.has(document._id);
    });
  }

  function rest(id: string): void {
    const failures = (rests.get(id)?.failures ?? 0) + 1;
    const untilMs = nowMs() + waitMs(failures, parts.backOff, Math.random);
    rests.set(id, { failures, untilMs });
  }

  /** The clock went wrong since the last pull: the next one tells the time, and the step goes again, stamped anew. */
  function isFirstOfClock(target: string, { code }: Problem): boolean {
    if (code !== 'CHANGE_TIME_WRONG' || clockRefusals.has(target)) return false;
    clockRefusals.add(target);
    return true;
  }

  /** What becomes of a step after a conflict. */
  function afterConflict({ item, answer }: Answered): Problem | 'sent' | 'waiting' {
    const master = answer.outcome === 'conflict' ? answer.master.doc : undefined;
    const judgement = judge(item.document, master);
    if (judgement === 'covered') return 'sent';
    const tried = (tries.get(item.id) ?? 0) + 1;
    tries.set(item.id, tried);
    if (judgement === 'ahead' && tried < triesOfAhead) return 'waiting';
    return problem('CHANGE_OUT_OF_DATE');
  }

  async function settle(answered: readonly Answered[]): Promise<void> {
    const sent: { id: string; rev: string }[] = [];
    const refused = new Map<string, { id: string; problem: Problem }>();
    const obsolete: string[] = [];
    // A later step of the same change holds all that the earlier one said.
    const overtake = (target: string) => {
      const earlier = refused.get(target);
      if (earlier) obsolete.push(earlier.id);
      refused.delete(target);
      return earlier;
    };
    const refuse = ({ id, document }: WorkItem, why: Problem) => {
      const root = overtake(document._id)?.problem ?? why;
      refused.set(document._id, { id, problem: root });
    };
    for (const one of answered) {
      const { item, answer } = one;
      if (answer.outcome === 'stored') {
        overtake(item.document._id);
        sent.push({ id: item.id, rev: answer.rev });
      } else if (answer.outcome === 'refused' && isFirstOfClock(item.document._id, answer.problem))
        continue;
      else if (answer.outcome === 'refused' && !passes(answer.problem))
        refuse(item, answer.problem);
      else if (answer.outcome !== 'conflict') rest(item.id);
      else {
        const next = afterConflict(one);
        if (next === 'sent') sent.push({ id: item.id, rev: answer.master.rev });
        else if (next !== 'waiting') refuse(item, next);
      }
    }
    await work.markSent(sent);
    await work.refuse([...refused.values()]);
    await work.drop(obsolete);
  }

  return {
    hasWork: () => ready().length > 0,
    restMs: () => {
      const due = work.waiting().flatMap(({ id }) => rests.get(id)?.untilMs ?? []);
      return due.length === 0 ? null : Math.max(0, Math.min(...due) - nowMs());
    },
    round: async () => {
      await parts.beforeRound();
      await mendTimes(work, parts.centreNowMs());
      const items = ready().slice(0, pacing.size());
      if (items.length === 0) return { stopped: null, epoch: null, more: false, moved: false };
      const rows = await rowsFor(parts, items);
      const startedMs = nowMs();
      const outcome = await pushRows(client, rows);
      if (outcome.stopped) pacing.broke();
      else pacing.took(items.length, nowMs() - startedMs);
      const answered = items.flatMap((item, index): Answered[] => {
        const answer = outcome.answers[index];
        // After a broken line nothing is known of the unanswered ones: they simply go again.
        const again = outcome.stopped !== null && answer?.outcome === 'unanswered';
        return answer && !again ? [{ item, answer }] : [];
      });
      const { stopped, epoch } = outcome;
      if (epoch !== null && !(await parts.knowsEpoch(epoch))) {
        // A restored centre refuses what follows steps that it has no more; they may come back.
        await settle(answered.filter(({ answer }) => answer.outcome === 'stored'));
        return { stopped, epoch, more: false, moved: true };
      }
      await settle(answered);
      return { stopped, epoch, more: ready().length > 0, moved: answered.length > 0 };
    },
    carriedRows: async (most) => {
      await parts.beforeRound();
      await mendTimes(work, parts.centreNowMs());
      const items = work.waiting().slice(0, most);
      const rows = await rowsFor(parts, items);
      return items.flatMap(({ id }, index): CarriedRow[] => {
        const row = rows[index];
        return row ? [{ step: id, row }] : [];
      });
    },
    settleCarried: async (results) => {
      const waiting = work.waiting();
      await settle(
        waiting.flatMap((item): Answered[] => {
          const answer = results.get(item.id);
          return answer ? [{ item, answer }] : [];
        }),
      );
    },
  };
}
