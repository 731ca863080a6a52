/**
 * One step that a person took on this PC: a document as it should stand at the centre after the step.
 * Steps wait in the order they were taken, are sent, and go once the centre's own copy has come back.
 * A refused step stays, with its reason, until the person mends or discards it.
 */
import { z } from 'zod';
import { approvalSchema, type Approval } from '../../../../shared/approval/approval.ts';
import { changeSchema, type Change } from '../../../../shared/change/change.ts';
import { problemSchema } from '../../../../shared/contract/problem.ts';
import type { Problem } from '../../../../shared/errors/index.ts';
import type { RefusedItem } from '../../port/data-port.ts';
import { clearPart } from '../store/documents.ts';
import type { JournalEntry } from '../store/journal.ts';
import type { WorkRow, WorkState } from '../store/rows.ts';
import type { Unsealed } from '../store/sealer.ts';

export interface WorkItem {
  readonly id: string;
  readonly seq: number;
  readonly document: Change | Approval;
  readonly state: WorkState;
  /** Revision that the centre gave it. */
  readonly sentRev: string | null;
  readonly problem: Problem | null;
  readonly refusedAtUtc: string | null;
}

const bodySchema = z.object({
  document: z.discriminatedUnion('type', [changeSchema, approvalSchema]),
  sentRev: z.string().nullable(),
  problem: problemSchema.nullable(),
  refusedAtUtc: z.string().nullable(),
});

/** What is sealed of an item. */
export const toSeal = ({ id, document, sentRev, problem, refusedAtUtc }: WorkItem): Unsealed => ({
  id,
  value: { document, sentRev, problem, refusedAtUtc },
});

export function rowOf(item: WorkItem, body: string): WorkRow {
  const { unit, atUtc } = clearPart(item.document);
  const { id, seq, state, document } = item;
  return { id, target: document._id, unit, type: document.type, atUtc, state, seq, body };
}

/** @throws ZodError when the body is not of this program: unsent work is never passed over in silence */
export function itemOf(row: WorkRow, body: unknown): WorkItem {
  const { id, seq, state } = row;
  return { id, seq, state, ...bodySchema.parse(body) };
}

/**
 * A step as the journal has it: without the clear part of a row. What was only sent is sent again.
 * @throws ZodError as `itemOf`
 */
export function itemOfEntry({ id, seq }: JournalEntry, body: unknown): WorkItem {
  const { document, problem, refusedAtUtc } = bodySchema.parse(body);
  const state = problem === null ? 'waiting' : 'refused';
  return { id, seq, state, document, sentRev: null, problem, refusedAtUtc };
}

export function refusedItem(item: WorkItem): RefusedItem {
  const { id, document } = item;
  const problem = item.problem ?? { code: 'INTERNAL', message: '' };
  const refusedAtUtc = item.refusedAtUtc ?? '';
  return document.type === 'change'
    ? { id, kind: 'change', problem, refusedAtUtc, change: document }
    : { id, kind: 'approval', problem, refusedAtUtc, approval: document };
}
