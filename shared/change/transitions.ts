/** Every legal step of a change and who may take it. What is not in this table is refused. */
import { done, failed, type Result } from '../errors/index.ts';
import { may, maySubmitChange, type Subject } from '../account/policy.ts';
import { changeStates, type Change, type ChangeState, type PersonStamp } from './change.ts';

/** `author`: the change's own author. `verifier`, `returner`: by right in the unit. `server`: by approval alone. */
export type Mover = 'author' | 'verifier' | 'returner' | 'server';

export interface TransitionRule {
  readonly from: ChangeState | 'new';
  readonly to: ChangeState;
  readonly by: Mover;
  readonly needsReason?: boolean;
  /** The content may change with this step (mending what was returned). */
  readonly contentMayChange?: boolean;
  /** The step names the person who is to decide; no other step may. */
  readonly namesAssignee?: boolean;
}

export const transitionRules: readonly TransitionRule[] = [
  { from: 'new', to: 'draft', by: 'author' },
  { from: 'new', to: 'submitted', by: 'author' },
  { from: 'draft', to: 'draft', by: 'author', contentMayChange: true },
  { from: 'draft', to: 'submitted', by: 'author', contentMayChange: true },
  { from: 'draft', to: 'withdrawn', by: 'author' },
  { from: 'submitted', to: 'verified', by: 'verifier' },
  { from: 'submitted', to: 'returned', by: 'returner', needsReason: true },
  { from: 'submitted', to: 'withdrawn', by: 'author' },
  { from: 'verified', to: 'returned', by: 'returner', needsReason: true },
  { from: 'verified', to: 'withdrawn', by: 'author' },
  { from: 'verified', to: 'approved', by: 'server' },
  { from: 'verified', to: 'conflicted', by: 'server', namesAssignee: true },
  { from: 'returned', to: 'submitted', by: 'author', contentMayChange: true },
  { from: 'returned', to: 'withdrawn', by: 'author' },
  { from: 'conflicted', to: 'withdrawn', by: 'author' },
  // A decision in its case was approved.
  { from: 'conflicted', to: 'withdrawn', by: 'server', needsReason: true },
  {
    from: 'conflicted',
    to: 'conflicted',
    by: 'returner',
    needsReason: true,
    namesAssignee: true,
  },
];

function isMover(rule: TransitionRule, subject: Subject, change: Change): boolean {
  const target = { unit: change.unit, dossier: change.dossier };
  switch (rule.by) {
    case 'author':
      return change.author.account === subject.account && maySubmitChange(subject, target);
    case 'verifier':
      return may(subject, 'change.verify', target);
    case 'returner':
      return may(subject, 'change.return', target);
    case 'server':
      return false;
  }
}

/** The rule under which an account may take a step, or the problem. `from` is 'new' for a first arrival. */
export function findTransition(
  subject: Subject,
  change: Change,
  from: ChangeState | 'new',
  to: ChangeState,
  reason: string | undefined,
): Result<TransitionRule> {
  const rule = transitionRules.find(
    (candidate) =>
      candidate.from === from && candidate.to === to && isMover(candidate, subject, change),
  );
  const names = { from: from === 'new' ? 'Mới' : changeStates[from], to: changeStates[to] };
  if (!rule) return failed('CHANGE_ILLEGAL_TRANSITION', names);
  if (rule.needsReason && !reason) return failed('CHANGE_REASON_REQUIRED');
  return done(rule);
}

/** The steps that an account may take from where a change stands; for buttons. */
export function openTransitions(subject: Subject, change: Change): readonly ChangeState[] {
  return transitionRules
    .filter(
      (rule) =>
        rule.from === change.state && rule.to !== change.state && isMover(rule, subject, change),
    )
    .map((rule) => rule.to);
}

/** Who is to decide in the conflict case of a change; null while nobody was named. */
export function assigneeOf({ history }: Pick<Change, 'history'>): PersonStamp | null {
  return history.findLast(({ state }) => state === 'conflicted')?.assignee ?? null;
}

/** The change with another person to decide in its conflict case. */
export function assignChange(
  change: Change,
  assignee: PersonStamp | null,
  by: PersonStamp,
  atUtc: string,
  reason?: string,
): Change {
  const moved = moveChange(change, 'conflicted', by, atUtc, reason);
  const last = moved.history.at(-1);
  if (assignee === null || last === undefined) return moved;
  return { ...moved, history: [...change.history, { ...last, assignee }] };
}

/** The change one step on. */
export function moveChange(
  change: Change,
  to: ChangeState,
  by: PersonStamp,
  atUtc: string,
  reason?: string,
): Change {
  const entry = reason === undefined ? { state: to, by, atUtc } : { state: to, by, atUtc, reason };
  return { ...change, state: to, history: [...change.history, entry] };
}
