/**
 * A step of this PC meets what stands at the centre. Nothing a person entered may disappear:
 * it is either there already, or goes on top of what is there, or is kept aside for the person to decide.
 */
import type { Approval } from '../../../../shared/approval/approval.ts';
import {
  changeSchema,
  type Change,
  type TransitionEntry,
} from '../../../../shared/change/change.ts';
import { changeDigest } from '../../../../shared/change/digest.ts';

/**
 * `covered`: the centre says all that the step says. `ahead`: the step follows what stands there.
 * `lost`: the change went another way; the step stays with the person.
 */
export type Judgement = 'covered' | 'ahead' | 'lost';

const sameEntry = (a: TransitionEntry | undefined, b: TransitionEntry | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.state === b.state &&
  a.atUtc === b.atUtc &&
  a.by.account === b.by.account &&
  a.reason === b.reason &&
  a.assignee?.account === b.assignee?.account;

/** How many steps two versions share from the beginning. */
export function commonLength(a: Change, b: Change): number {
  const shorter = Math.min(a.history.length, b.history.length);
  for (let index = 0; index < shorter; index += 1) {
    if (!sameEntry(a.history[index], b.history[index])) return index;
  }
  return shorter;
}

/** Two verifiers took the same step: neither entered anything that the other's lacks. */
function saysNoMore(step: Change, master: Change, common: number): boolean {
  const own = step.history.slice(common);
  const theirs = master.history.slice(common).map(({ state }) => state);
  return (
    common > 0 &&
    own.every(({ state, reason }) => reason === undefined && theirs.includes(state)) &&
    changeDigest(step) === changeDigest(master)
  );
}

export function judgeChange(step: Change, master: Change): Judgement {
  const common = commonLength(step, master);
  if (common === step.history.length) return 'covered';
  if (common === master.history.length) return 'ahead';
  return saysNoMore(step, master, common) ? 'covered' : 'lost';
}

/** @param master the document that the centre holds under the step's id */
export function judge(step: Change | Approval, master: unknown): Judgement {
  // An approval never changes but for the centre's own outcome: it is there, or it is not.
  if (step.type === 'approval') return 'covered';
  const parsed = changeSchema.safeParse(master);
  return parsed.success ? judgeChange(step, parsed.data) : 'lost';
}
