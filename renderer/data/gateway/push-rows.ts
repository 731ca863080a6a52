/**
 * Sends rows to intake and returns one answer for each, whatever happens to the request as a whole.
 * A row that the centre cannot take never holds up the others: a batch that is refused as a whole
 * (413, invalid, a defect at the centre) is halved until the one row stands alone.
 */
import {
  pushResponseSchema,
  type PushRequest,
  type PushResult,
} from '../../../shared/contract/sync.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import type { GatewayClient } from './gateway-client.ts';
import { unreachable } from './read-answer.ts';

export type PushRow = PushRequest['rows'][number];

/** `unanswered`: nothing is known about this row; send it again later. */
export type RowAnswer =
  PushResult | { readonly outcome: 'unanswered'; readonly id: string; readonly problem: Problem };

export interface PushOutcome {
  /** In the order of the rows. */
  readonly answers: readonly RowAnswer[];
  /** The centre's restore epoch, when it answered at all. */
  readonly epoch: string | null;
  /** Set when the line or the session failed: sending on makes no sense now. */
  readonly stopped: Problem | null;
}

export const pushBatchSize = 100;

/** The whole request was refused because of something inside it. */
const blamesContent = new Set(['BODY_TOO_LARGE', 'INVALID_INPUT']);
/** The centre has a defect that one of the rows sets off. */
const blamesCentre = new Set(['INTERNAL']);

/**
 * One bad row among a hundred is found in about 14 failing requests. More failures mean that not a row
 * but the centre is at fault: stop, and come back later.
 */
const failuresAllowed = 20;
interface Patience {
  failuresLeft: number;
}

const idOf = (row: PushRow): string => (typeof row.doc['_id'] === 'string' ? row.doc['_id'] : '');

const unanswered = (rows: readonly PushRow[], problem: Problem): readonly RowAnswer[] =>
  rows.map((row) => ({ outcome: 'unanswered', id: idOf(row), problem }));

async function sendHalves(
  client: GatewayClient,
  rows: readonly PushRow[],
  patience: Patience,
): Promise<PushOutcome> {
  const middle = Math.ceil(rows.length / 2);
  const first = await pushBatch(client, rows.slice(0, middle), patience);
  const rest = rows.slice(middle);
  if (first.stopped) {
    return { ...first, answers: [...first.answers, ...unanswered(rest, first.stopped)] };
  }
  const second = await pushBatch(client, rest, patience);
  return {
    answers: [...first.answers, ...second.answers],
    epoch: second.epoch ?? first.epoch,
    stopped: second.stopped,
  };
}

async function pushBatch(
  client: GatewayClient,
  rows: readonly PushRow[],
  patience: Patience,
): Promise<PushOutcome> {
  const answer = await client.post('/api/sync/push', { rows }, pushResponseSchema);
  if (answer.ok) {
    const { results, epoch } = answer.value;
    const { problem } = unreachable('row without an answer');
    const answers = rows.map(
      (row, index): RowAnswer =>
        results[index] ?? { outcome: 'unanswered', id: idOf(row), problem },
    );
    return { answers, epoch, stopped: null };
  }
  const { problem } = answer;
  const split = blamesContent.has(problem.code) || blamesCentre.has(problem.code);
  if (blamesCentre.has(problem.code)) patience.failuresLeft -= 1;
  if (!split || patience.failuresLeft < 0)
    return { answers: unanswered(rows, problem), epoch: null, stopped: problem };
  if (rows.length > 1) return sendHalves(client, rows, patience);
  const answers = blamesContent.has(problem.code)
    ? rows.map((row): RowAnswer => ({ outcome: 'refused', id: idOf(row), problem }))
    : unanswered(rows, problem);
  return { answers, epoch: null, stopped: null };
}

/** Sends at most `pushBatchSize` rows per request, in order. */
export async function pushRows(
  client: GatewayClient,
  rows: readonly PushRow[],
  onProgress?: (done: number) => void,
): Promise<PushOutcome> {
  const answers: RowAnswer[] = [];
  const patience: Patience = { failuresLeft: failuresAllowed };
  let epoch: string | null = null;
  for (let start = 0; start < rows.length; start += pushBatchSize) {
    const batch = rows.slice(start, start + pushBatchSize);
    const outcome = await pushBatch(client, batch, patience);
    answers.push(...outcome.answers);
    epoch = outcome.epoch ?? epoch;
    onProgress?.(answers.length);
    if (outcome.stopped) {
      answers.push(...unanswered(rows.slice(answers.length), outcome.stopped));
      return { answers, epoch, stopped: outcome.stopped };
    }
  }
  return { answers, epoch, stopped: null };
}
