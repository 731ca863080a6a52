/** The history of a pushed change against the stored one: which steps are new, and may this account take them. */
import type { Subject } from '../../shared/account/policy.ts';
import type { Change, ChangeState, TransitionEntry } from '../../shared/change/change.ts';
import { timeIsAbsurd } from '../../shared/change/times.ts';
import { findTransition, type TransitionRule } from '../../shared/change/transitions.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';

export interface Author {
  readonly subject: Subject;
  /** The account's name, as it stands in the steps it takes. */
  readonly name: string;
}

const sameEntry = (a: TransitionEntry, b: TransitionEntry): boolean =>
  a.state === b.state &&
  a.atUtc === b.atUtc &&
  a.reason === b.reason &&
  a.by.account === b.by.account &&
  a.by.name === b.by.name &&
  a.assignee?.account === b.assignee?.account &&
  a.assignee?.name === b.assignee?.name;

/** True when `longer` begins with the whole of `shorter`. */
export function extendsHistory(
  longer: readonly TransitionEntry[],
  shorter: readonly TransitionEntry[],
): boolean {
  return (
    longer.length >= shorter.length &&
    shorter.every((entry, index) => {
      const other = longer[index];
      return other !== undefined && sameEntry(entry, other);
    })
  );
}

/** The rules under which the new steps are taken, one per step; the first problem otherwise. */
export function checkSteps(
  author: Author,
  change: Change,
  from: ChangeState | 'new',
  steps: readonly TransitionEntry[],
  nowMs: number,
): Result<readonly TransitionRule[]> {
  const rules: TransitionRule[] = [];
  let state = from;
  for (const step of steps) {
    if (step.by.account !== author.subject.account || step.by.name !== author.name)
      return failed('CHANGE_WRONG_AUTHOR');
    if (timeIsAbsurd(step.atUtc, nowMs)) return failed('CHANGE_TIME_WRONG');
    const found = findTransition(author.subject, change, state, step.state, step.reason);
    if (!found.ok) return found;
    if ((step.assignee !== undefined) !== (found.value.namesAssignee === true))
      return failed('INVALID_INPUT', { path: 'history.assignee', reason: 'không hợp bước này' });
    rules.push(found.value);
    state = step.state;
  }
  if (change.state !== state)
    return failed('INVALID_INPUT', { path: 'state', reason: 'không khớp với lịch sử' });
  return done(rules);
}
