/** Who is to decide when a change met others: a named person, found by one rule on every server. */
import { may, type Subject, type Target } from '../account/policy.ts';
import { unitCovers } from '../unit/unit.ts';
import type { Change, PersonStamp } from './change.ts';

/** An account as the rule sees it. */
export interface Candidate {
  readonly subject: Subject;
  readonly name: string;
  /** Neither disabled nor removed. */
  readonly active: boolean;
}

/** May this person decide: by an office that enters changes there. */
export const mayBeAssigned = ({ subject, active }: Candidate, { unit, dossier }: Target): boolean =>
  active && may(subject, 'change.submit', { unit, dossier });

/** How near an account's office is to a unit: the longest unit it holds there. */
function nearness({ subject }: Candidate, unit: string): number {
  const held = subject.grants.filter((grant) => unitCovers(grant.unit, unit));
  return Math.max(0, ...held.map((grant) => grant.unit.length));
}

const stampOf = ({ subject, name }: Candidate): PersonStamp => ({
  account: subject.account,
  name,
});

/**
 * The author, who knows what was meant, while the author's office still enters changes there; else another who
 * enters changes for the unit, the nearest first; else whoever may return changes there and hand the case on.
 * Null only when the unit has nobody at all. Ties by account name: two servers choose the same person.
 */
export function chooseAssignee(
  change: Pick<Change, 'unit' | 'dossier' | 'author'>,
  candidates: readonly Candidate[],
): PersonStamp | null {
  const author = candidates.find(({ subject }) => subject.account === change.author.account);
  if (author && mayBeAssigned(author, change)) return stampOf(author);
  const near = [...candidates].sort(
    (a, b) =>
      nearness(b, change.unit) - nearness(a, change.unit) ||
      (a.subject.account < b.subject.account ? -1 : 1),
  );
  const { unit, dossier } = change;
  const chosen =
    near.find((one) => mayBeAssigned(one, change)) ??
    near.find(({ subject, active }) => active && may(subject, 'change.return', { unit, dossier }));
  return chosen ? stampOf(chosen) : null;
}

/** May an account decide in a case: the named person, or any who enters changes there while none is named. */
export function mayDecide(subject: Subject, change: Target, assignee: PersonStamp | null): boolean {
  const { unit, dossier } = change;
  const named = assignee === null || assignee.account === subject.account;
  return named && may(subject, 'change.submit', { unit, dossier });
}
