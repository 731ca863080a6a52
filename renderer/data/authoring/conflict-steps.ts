/** Steps in a conflict case, checked before they are kept: deciding, and handing the case on. */
import type { JsonValue } from '../../../shared/canonical/json.ts';
import type { Change, PersonStamp, Resolves } from '../../../shared/change/change.ts';
import { mayDecide } from '../../../shared/change/conflict-assignee.ts';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import { touchedPaths } from '../../../shared/change/merge-patch.ts';
import { checkResolution, decidedPatch } from '../../../shared/change/resolution.ts';
import { assignChange, findTransition, moveChange } from '../../../shared/change/transitions.ts';
import { failed, type Result } from '../../../shared/errors/index.ts';
import type { FieldChoice } from '../port/data-port.ts';
import {
  checkChange,
  checkPatch,
  saltsOf,
  stampOf,
  type AuthoringContext,
} from './draft-change.ts';
import { newChangeId } from './ids.ts';

/** The patch that choices come to, and what the change will say of them. */
export function choicesOf(found: ConflictCase, choices: readonly FieldChoice[]) {
  const others = new Map(
    choices.map(({ path, value }): [string, JsonValue] => [path, value ?? null]),
  );
  const decisions = choices.map(({ path, take, reason }) => ({
    path,
    take,
    reason: reason.trim(),
  }));
  const resolves: Resolves = { change: found.change._id, decisions };
  return { patch: decidedPatch(found.change, decisions, others), resolves };
}

/** May this account decide now? A decision that came back goes again from the hand that made it. */
function checkOpen(found: ConflictCase, { account }: AuthoringContext): Result<Change | null> {
  const { change, assignee, decision } = found;
  if (change.state !== 'conflicted') return failed('CONFLICT_CLOSED');
  if (!mayDecide(account, change, assignee)) return failed('CONFLICT_NOT_ASSIGNED');
  if (!decision) return { ok: true, value: null };
  const again = decision.state === 'returned' && decision.author.account === account.account;
  return again ? { ok: true, value: decision } : failed('CONFLICT_DECISION_EXISTS');
}

/**
 * The decision as a change, submitted; or the returned one, sent again.
 * @param seenVersion of the dossier: what came after it the person has not judged, so it may meet the decision
 */
export function makeDecision(
  found: ConflictCase,
  choices: readonly FieldChoice[],
  seenVersion: number,
  context: AuthoringContext,
): Result<Change> {
  const open = checkOpen(found, context);
  if (!open.ok) return open;
  const { change, dossier } = found;
  const { patch, resolves } = choicesOf(found, choices);
  const valid = checkPatch(dossier, patch, context.nowUtc);
  if (!valid.ok) return valid;
  // What is hidden from the one who decides would be lost.
  if (change.masked) return failed('CHANGE_SECTION_HIDDEN');
  const salted = saltsOf(patch, { unit: change.unit, dossier: change.dossier }, context);
  if (!salted.ok) return salted;
  const content = {
    baseVersion: seenVersion,
    patch,
    ...salted.value,
    paths: [...touchedPaths(patch)],
    resolves,
    personName: valid.value,
  };
  const made = open.value
    ? sentAgain({ ...withoutSalts(open.value), ...content }, context)
    : newDecision(change, content, context);
  const fitting = checkResolution(made, change, dossier);
  return fitting.ok ? checkChange(made) : fitting;
}

const withoutSalts = ({ salts: _salts, ...decision }: Change): Change => decision;

const sentAgain = (decision: Change, { account, nowUtc }: AuthoringContext): Change =>
  moveChange(decision, 'submitted', stampOf(account), nowUtc);

type DecidedContent = Pick<
  Change,
  'baseVersion' | 'patch' | 'salts' | 'paths' | 'resolves' | 'personName'
>;

/** Scans and the day of the event are those of the change that is settled. */
function newDecision(
  { unit, dossier, evidence, clockFrom }: Change,
  content: DecidedContent,
  { account, nowUtc }: AuthoringContext,
): Change {
  const author = stampOf(account);
  return {
    _id: newChangeId(),
    type: 'change',
    schema: 1,
    unit,
    dossier,
    kind: 'amend',
    evidence,
    author,
    authoredAtUtc: nowUtc,
    clockFrom,
    state: 'submitted',
    history: [{ state: 'submitted', by: author, atUtc: nowUtc }],
    ...content,
  };
}

/** The conflicted change, with another person to decide. */
export function handOn(
  change: Change,
  to: PersonStamp,
  reason: string,
  { account, nowUtc }: AuthoringContext,
): Result<Change> {
  const given = reason.trim() === '' ? undefined : reason.trim();
  const rule = findTransition(account, change, change.state, 'conflicted', given);
  if (!rule.ok) return rule;
  return checkChange(assignChange(change, to, stampOf(account), nowUtc, given));
}
