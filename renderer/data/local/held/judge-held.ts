/**
 * What may become of a held version of a change, given what the centre has now. Pure.
 *
 * Invariants: an account offers steps of its own alone, and only right after what the centre has; a content never goes
 * out under a history that is shorter than the step which brought it.
 */
import type { Change, ChangeState } from '../../../../shared/change/change.ts';
import { isServerStep } from '../../../../shared/change/server-stamp.ts';
import { transitionRules } from '../../../../shared/change/transitions.ts';
import { commonLength, judgeChange } from '../sync/judge-conflict.ts';

export type HeldVerdict =
  /** The centre has it, or something later with all of its steps. */
  | { readonly is: 'covered' }
  /** The next step is another account's, and has to come back first. */
  | { readonly is: 'waits' }
  | { readonly is: 'offer'; readonly change: Change; readonly bringsContent: boolean }
  /** Our next step brought a content that a later step of this version replaced: it is not known here. */
  | { readonly is: 'contentUnknown' }
  /** The centre went another way. `own`: a step of this account is among those that it left out. */
  | { readonly is: 'lost'; readonly own: boolean };

/**
 * The version without the centre's own last steps: it takes them anew, at another time.
 * Null when nobody has entered anything.
 */
export function enteredPart(change: Change): Change | null {
  const length = change.history.findLastIndex((entry) => !isServerStep(entry)) + 1;
  return cut(change, length);
}

function cut(change: Change, length: number): Change | null {
  const last = change.history[length - 1];
  if (!last) return null;
  if (length === change.history.length) return change;
  return { ...change, state: last.state, history: change.history.slice(0, length) };
}

const contentSteps = new Set(
  transitionRules
    .filter(({ from, contentMayChange }) => from === 'new' || contentMayChange === true)
    .map(({ from, to }) => `${from} ${to}`),
);

/** Whether the step at this place of a history may have brought a content of its own. */
function bringsContent({ history }: Change, at: number): boolean {
  const from: ChangeState | 'new' = history[at - 1]?.state ?? 'new';
  const to = history[at]?.state;
  return to !== undefined && contentSteps.has(`${from} ${to}`);
}

/** Whether one of the steps from one place to another (exclusive) may have brought a content. */
export const anyBrings = (change: Change, from: number, to: number): boolean =>
  change.history.some((_, at) => at >= from && at < to && bringsContent(change, at));

/** The run of own steps that follow what the centre has. */
function ownOffer(held: Change, master: Change | null, account: string): HeldVerdict {
  const kept = master?.history.length ?? 0;
  const foreign = held.history
    .slice(kept)
    .findIndex((entry) => entry.by.account !== account || isServerStep(entry));
  const length = foreign === -1 ? held.history.length : kept + foreign;
  if (length === kept) return { is: 'waits' };
  const brings = anyBrings(held, kept, length);
  const later = anyBrings(held, length, held.history.length);
  if (brings && later) return { is: 'contentUnknown' };
  // What the centre has is the content of these steps, when none of them brought another.
  const offered = brings || !master ? cut(held, length) : withSteps(master, held, length);
  return offered ? { is: 'offer', change: offered, bringsContent: brings } : { is: 'waits' };
}

function withSteps(master: Change, held: Change, length: number): Change | null {
  const steps = cut(held, length);
  return steps && { ...master, state: steps.state, history: steps.history };
}

/** @param master the change as the centre has it now; null when it has none */
export function judgeHeld(version: Change, master: Change | null, account: string): HeldVerdict {
  const held = enteredPart(version);
  if (!held) return { is: 'covered' };
  const judgement = master === null ? 'ahead' : judgeChange(held, master);
  if (judgement === 'covered') return { is: 'covered' };
  if (judgement === 'ahead') return ownOffer(held, master, account);
  const left = held.history.slice(master ? commonLength(held, master) : 0);
  return { is: 'lost', own: left.some(({ by }) => by.account === account) };
}

/** Whether a step was taken on top of steps of others that the centre has no more. */
export function standsOnLost(step: Change, master: Change | null, account: string): boolean {
  if (master !== null && judgeChange(step, master) !== 'ahead') return false;
  const beyond = step.history.slice(master?.history.length ?? 0);
  return beyond.some((entry) => entry.by.account !== account || isServerStep(entry));
}
