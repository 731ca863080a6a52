/**
 * Admission of one pushed change: pure. What stands in the store comes in as facts; what is to be done comes
 * out as a verdict. Invariant: an admitted change extends the stored history by steps of this account alone.
 */
import { may, mayReadSensitive, maySubmitChange } from '../../shared/account/policy.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { isJsonObject } from '../../shared/canonical/json.ts';
import { changeStates, type Change } from '../../shared/change/change.ts';
import { mayDecide } from '../../shared/change/conflict-assignee.ts';
import { changeDigest } from '../../shared/change/digest.ts';
import { checkResolution } from '../../shared/change/resolution.ts';
import { assigneeOf } from '../../shared/change/transitions.ts';
import { sensitiveIn } from '../../shared/dossier/sensitive.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { problem, type Problem } from '../../shared/errors/index.ts';
import { checkDraft, checkOutline, checkPersonName, contentAfter } from './change-content.ts';
import { checkEvidence } from './change-evidence.ts';
import { checkSteps, extendsHistory, type Author } from './change-steps.ts';

export interface ChangeFacts {
  readonly author: Author;
  readonly pushed: Change;
  /** In its masked form: the hashes stand for what the sections say. */
  readonly stored: Change | null;
  /** The revision that the client built on is the one that stands. */
  readonly upToDate: boolean;
  /** In the records of the change's unit. */
  readonly dossier: Dossier | null;
  /** The unit that a dossier of this id belongs to, when it is another one. */
  readonly foreignUnit: string | null;
  readonly unitExists: boolean;
  /** The conflicted change that the pushed one settles, as it stands in the desk of its unit. */
  readonly resolved: Change | null;
  /** Whether each person that the pushed history names may decide there. */
  readonly assigneesFit: boolean;
  readonly nowMs: number;
}

export type ChangeVerdict =
  | {
      readonly verdict: 'write';
      readonly change: Change;
      /** Claim this identity number for the dossier first. */
      readonly claim: string | null;
      /** Afterwards give up this identity number, which the change held until now. */
      readonly release: string | null;
    }
  /** Stored already, exactly so. */
  | { readonly verdict: 'same' }
  | { readonly verdict: 'conflict' }
  | { readonly verdict: 'refused'; readonly problem: Problem };

const refuse = (why: Problem): ChangeVerdict => ({ verdict: 'refused', problem: why });

export function admitChange(facts: ChangeFacts): ChangeVerdict {
  const { author, pushed, stored } = facts;
  const placed = checkPlace(facts);
  if (placed) return placed;
  if (stored) return admitNext(facts, stored);
  if (pushed.author.account !== author.subject.account || pushed.author.name !== author.name)
    return refuse(problem('CHANGE_WRONG_AUTHOR'));
  const target = { unit: pushed.unit, dossier: pushed.dossier };
  if (!maySubmitChange(author.subject, target)) return refuse(problem('FORBIDDEN'));
  const steps = checkSteps(author, pushed, 'new', pushed.history, facts.nowMs);
  if (!steps.ok) return refuse(steps.problem);
  return withContent(facts, new Date(facts.nowMs).toISOString());
}

/** The change's unit exists, is the dossier's, and the account has business there. */
function checkPlace({ author, pushed, ...facts }: ChangeFacts): ChangeVerdict | null {
  const target = { unit: pushed.unit, dossier: pushed.dossier };
  const hasBusiness =
    may(author.subject, 'change.read', target) || maySubmitChange(author.subject, target);
  const misplaced = !facts.unitExists || facts.foreignUnit !== null || !hasBusiness;
  return misplaced ? refuse(problem('CHANGE_WRONG_UNIT')) : null;
}

function admitNext(facts: ChangeFacts, stored: Change): ChangeVerdict {
  const { author, pushed } = facts;
  if (!sameOrigin(pushed, stored)) return refuse(problem('CHANGE_CONTENT_FIXED'));
  if (!extendsHistory(pushed.history, stored.history)) {
    // Not our successor: someone was faster, unless the client knew what stands and bent it.
    return facts.upToDate
      ? refuse(problem('CHANGE_ILLEGAL_TRANSITION', namedStates(stored, pushed)))
      : { verdict: 'conflict' };
  }
  // Approved in all but the mark on it (the server ended between the two writes): it cannot go elsewhere.
  if (
    facts.dossier?.applied.some((entry) => entry.change === stored._id) &&
    !isRepeat(facts, stored)
  )
    return { verdict: 'conflict' };
  const sameContent = changeDigest(pushed) === changeDigest(stored);
  const steps = pushed.history.slice(stored.history.length);
  if (steps.length === 0)
    return sameContent ? { verdict: 'same' } : refuse(problem('CHANGE_CONTENT_FIXED'));
  const rules = checkSteps(author, pushed, stored.state, steps, facts.nowMs);
  if (!rules.ok) return refuse(rules.problem);
  if (rules.value.some((rule) => rule.namesAssignee) && !facts.assigneesFit)
    return refuse(problem('CONFLICT_ASSIGNEE_UNFIT'));
  const receivedAtUtc = stored.receivedAtUtc ?? new Date(facts.nowMs).toISOString();
  if (sameContent && stored.state !== 'draft')
    return written(facts, receivedAtUtc, null, pushed.state === 'withdrawn');
  if (!sameContent && !rules.value.some((rule) => rule.contentMayChange))
    return refuse(problem('CHANGE_CONTENT_FIXED'));
  return withContent(facts, receivedAtUtc);
}

const isRepeat = ({ pushed }: ChangeFacts, stored: Change): boolean =>
  pushed.history.length === stored.history.length;

/** The identity number that a change gives to its dossier, if it gives one. */
export function identityNumberIn(change: Change): string | null {
  const { identity } = change.patch;
  const number = isJsonObject(identity) ? identity.identityNumber : null;
  return typeof number === 'string' ? number : null;
}

/** As people know them. */
const namedStates = (stored: Change, pushed: Change) => ({
  from: changeStates[stored.state],
  to: changeStates[pushed.state],
});

function sameOrigin(a: Change, b: Change): boolean {
  return (
    a.unit === b.unit &&
    a.dossier === b.dossier &&
    a.kind === b.kind &&
    a.resolves?.change === b.resolves?.change &&
    a.author.account === b.author.account &&
    a.author.name === b.author.name
  );
}

/** New content comes whole, from an account that may read all of it: else what is hidden would be lost or guessed at. */
function checkSections({ author, pushed }: ChangeFacts): ChangeVerdict | null {
  const target = { unit: pushed.unit, dossier: pushed.dossier };
  const clear = sensitiveIn(pushed.patch).length === 0 || mayReadSensitive(author.subject, target);
  return clear && !pushed.masked ? null : refuse(problem('CHANGE_SECTION_HIDDEN'));
}

function withContent(facts: ChangeFacts, receivedAtUtc: string): ChangeVerdict {
  const { pushed, dossier } = facts;
  const hidden = checkSections(facts);
  if (hidden) return hidden;
  const outline = checkOutline(pushed, facts.nowMs);
  if (!outline.ok) return refuse(outline.problem);
  const evidence = checkEvidence(pushed, facts.nowMs);
  if (!evidence.ok) return refuse(evidence.problem);
  const named = checkPersonName(pushed, dossier);
  if (!named.ok) return refuse(named.problem);
  if (pushed.state === 'draft' || pushed.state === 'withdrawn') {
    const draft = checkDraft(pushed);
    if (!draft.ok) return refuse(draft.problem);
    return written(facts, receivedAtUtc, null, pushed.state === 'withdrawn');
  }
  const decided = checkDecision(facts);
  if (decided) return refuse(decided);
  const today = civilDateInVietnam(new Date(facts.nowMs).toISOString());
  const content = contentAfter(pushed, dossier, today);
  if (!content.ok) return refuse(content.problem);
  const { identityNumber } = content.value.identity;
  const claim = identityNumber === dossier?.content.identity.identityNumber ? null : identityNumber;
  return written(facts, receivedAtUtc, claim, true);
}

/** Of a decision: its case is open, its author may decide, its patch is what it says. */
function checkDecision({ author, pushed, dossier, resolved }: ChangeFacts): Problem | null {
  if (!pushed.resolves) return null;
  if (resolved?.state !== 'conflicted' || !dossier) return problem('CONFLICT_CLOSED');
  if (!mayDecide(author.subject, pushed, assigneeOf(resolved)))
    return problem('CONFLICT_NOT_ASSIGNED');
  const fitting = checkResolution(pushed, resolved, dossier);
  return fitting.ok ? null : fitting.problem;
}

/**
 * What the server alone says of a change is taken from the store, never from the client.
 * @param settles whether the identity number held so far is given up unless it is still meant
 */
function written(
  { pushed, stored, dossier, nowMs }: ChangeFacts,
  receivedAtUtc: string,
  claim: string | null,
  settles: boolean,
): ChangeVerdict {
  const held = stored && settles ? identityNumberIn(stored) : null;
  const kept = [claim, dossier?.content.identity.identityNumber];
  const release = held !== null && !kept.includes(held) ? held : null;
  const {
    receivedAtUtc: _received,
    storedAtUtc: _stored,
    approval: _approval,
    conflict: _conflict,
    ...own
  } = pushed;
  const change: Change = {
    ...own,
    receivedAtUtc,
    storedAtUtc: new Date(nowMs).toISOString(),
    ...(stored?.approval === undefined ? {} : { approval: stored.approval }),
    ...(stored?.conflict === undefined ? {} : { conflict: stored.conflict }),
  };
  return { verdict: 'write', change, claim, release };
}
