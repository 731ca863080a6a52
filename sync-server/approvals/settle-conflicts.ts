/**
 * What an approval does to conflict cases: names who is to decide in each new one, and ends those whose decision
 * it applied. A decision may itself have met others and been decided anew: the whole chain ends with it.
 * Invariant: a conflicted change is ended only by a decision that its dossier holds; its document stays.
 */
import type { Change, PersonStamp } from '../../shared/change/change.ts';
import {
  chooseAssignee,
  mayBeAssigned,
  type Candidate,
} from '../../shared/change/conflict-assignee.ts';
import { moveChange } from '../../shared/change/transitions.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import { readDocuments, type Stored } from '../documents/documents.ts';
import { maskedChangeOf } from '../intake/stored-shapes.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { serverStamp } from '../../shared/change/server-stamp.ts';
import type { FoldedChange } from './fold-approval.ts';

export interface People {
  find(account: string): Promise<Candidate | null>;
  /** Everybody; asked for only when the author of a conflicted change may not decide. */
  all(): Promise<readonly Candidate[]>;
}

const isNewConflict = ({ change, fold }: FoldedChange): boolean =>
  fold.outcome === 'conflicted' && change.state === 'verified';

/** Who is to decide about each change that has just met others. */
export async function assigneesFor(
  people: People,
  folded: readonly FoldedChange[],
): Promise<ReadonlyMap<string, PersonStamp>> {
  const chosen = new Map<string, PersonStamp>();
  for (const { change } of folded.filter(isNewConflict)) {
    const author = await people.find(change.author.account);
    const near = author && mayBeAssigned(author, change) ? [author] : await people.all();
    const assignee = chooseAssignee(change, near);
    if (assignee) chosen.set(change._id, assignee);
  }
  return chosen;
}

/** Longer chains of decisions on decisions do not occur; a forged circle must end. */
const longestChain = 20;

export interface SettledConflicts {
  /** The conflicted changes as they are to stand. */
  readonly ended: readonly Change[];
  readonly present: ReadonlyMap<string, Stored>;
}

/** The conflict cases that end with the decisions among the folded changes. */
export async function settleConflicts(
  store: DocumentStore,
  unit: string,
  folded: readonly FoldedChange[],
  atUtc: string,
): Promise<SettledConflicts> {
  const present = new Map<string, Stored>();
  const ended = new Map<string, Change>();
  let decisions = folded.flatMap(({ change, fold }) =>
    change.resolves && (fold.outcome === 'applied' || fold.outcome === 'already') ? [change] : [],
  );
  for (let depth = 0; decisions.length > 0 && depth < longestChain; depth += 1) {
    const ids = decisions.flatMap(({ resolves }) => resolves?.change ?? []);
    const found = await readDocuments(store, deskDatabase(unit), ids);
    const next: Change[] = [];
    for (const decision of decisions) {
      const stored = found.get(decision.resolves?.change ?? '');
      const change = stored ? maskedChangeOf(stored) : null;
      if (!stored || !change || ended.has(change._id)) continue;
      next.push(change);
      if (change.state !== 'conflicted') continue;
      present.set(change._id, stored);
      const reason = `Đã giải quyết bằng ${decision._id}`;
      ended.set(change._id, moveChange(change, 'withdrawn', serverStamp, atUtc, reason));
    }
    decisions = next.filter(({ resolves }) => resolves !== undefined);
  }
  return { ended: [...ended.values()], present };
}
