/**
 * From what a person entered to a change that intake will admit: ids, author, times, touched paths,
 * and every check that can be made without the centre. Both adapters make their changes here.
 */
import type { SessionAccount } from '../../../shared/account/account.ts';
import { mayReadSensitive, maySubmitChange, type Target } from '../../../shared/account/policy.ts';
import type { JsonObject, JsonValue } from '../../../shared/canonical/json.ts';
import { changeSchema, type Change, type PersonStamp } from '../../../shared/change/change.ts';
import { checkPossible } from '../../../shared/checks/index.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { saltsFor } from '../../../shared/change/masking.ts';
import { applyMergePatch, touchedPaths } from '../../../shared/change/merge-patch.ts';
import { dossierContentSchema } from '../../../shared/dossier/content.ts';
import { sensitiveIn } from '../../../shared/dossier/sensitive.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import type { ChangeDraft } from '../port/data-port.ts';
import { newChangeId, newDossierId } from './ids.ts';

export interface AuthoringContext {
  readonly account: SessionAccount;
  readonly nowUtc: string;
  /** 16 random bytes in hex, new each time. */
  readonly newSalt: () => string;
}

/** Nothing more than these two: the stamp is part of what is signed. */
export const stampOf = (account: SessionAccount): PersonStamp => ({
  account: account.account,
  name: account.name,
});

/** Would the dossier still be valid with this patch? Then whose it is: the name that goes with the change. */
export function checkPatch(
  dossier: Dossier | null,
  patch: JsonObject,
  nowUtc: string,
): Result<string> {
  const base: JsonValue = dossier ? dossier.content : {};
  const parsed = dossierContentSchema.safeParse(applyMergePatch(base, patch));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failed('INVALID_INPUT', {
      path: issue?.path.join('.') ?? '',
      reason: issue?.message ?? 'không hợp lệ',
    });
  }
  const possible = checkPossible(parsed.data, touchedPaths(patch), civilDateInVietnam(nowUtc));
  return possible.ok ? done(parsed.data.identity.fullName) : possible;
}

/** The last gate before a change is kept: the document's own schema. */
export function checkChange(change: Change): Result<Change> {
  const parsed = changeSchema.safeParse(change);
  if (parsed.success) return done(change);
  const issue = parsed.error.issues[0];
  return failed('INVALID_INPUT', {
    path: issue?.path.join('.') ?? '',
    reason: issue?.message ?? 'không hợp lệ',
  });
}

/** The salts that go with a patch, when the account may speak of its sensitive sections at all. */
export function saltsOf(
  patch: JsonObject,
  target: Target,
  { account, newSalt }: AuthoringContext,
): Result<Pick<Change, 'salts'>> {
  if (sensitiveIn(patch).length > 0 && !mayReadSensitive(account, target))
    return failed('CHANGE_SECTION_HIDDEN');
  const salts = saltsFor(patch, newSalt);
  return done(salts ? { salts } : {});
}

/** @param dossier the dossier that the draft is about, as it stands; null for a new one */
export function draftChange(
  draft: ChangeDraft,
  dossier: Dossier | null,
  context: AuthoringContext,
): Result<Change> {
  const { account, nowUtc } = context;
  const target = { unit: draft.unit, dossier: draft.dossier ?? undefined };
  if (!maySubmitChange(account, target)) return failed('FORBIDDEN');
  if (draft.kind !== 'create' && !dossier) return failed('DOSSIER_UNKNOWN');
  const paths = [...touchedPaths(draft.patch)];
  if (paths.length === 0) return failed('CHANGE_NOTHING_CHANGED');
  const valid = checkPatch(draft.kind === 'create' ? null : dossier, draft.patch, nowUtc);
  if (!valid.ok) return valid;
  const salted = saltsOf(draft.patch, target, context);
  if (!salted.ok) return salted;
  const author = stampOf(account);
  return checkChange({
    _id: newChangeId(),
    type: 'change',
    schema: 1,
    unit: draft.unit,
    dossier: draft.dossier ?? newDossierId(),
    kind: draft.kind,
    baseVersion: draft.kind === 'create' ? 0 : draft.baseVersion,
    patch: draft.patch,
    ...salted.value,
    paths,
    evidence: [...(draft.evidence ?? [])],
    personName: valid.value,
    author,
    authoredAtUtc: nowUtc,
    clockFrom: draft.clockFrom,
    state: 'submitted',
    history: [{ state: 'submitted', by: author, atUtc: nowUtc }],
  });
}
