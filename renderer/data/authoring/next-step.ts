/** The next step of a change's life, checked before it is kept: moving on, and sending again. */
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { Change, ChangeState } from '../../../shared/change/change.ts';
import { touchedPaths } from '../../../shared/change/merge-patch.ts';
import { findTransition, moveChange } from '../../../shared/change/transitions.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import { failed, type Result } from '../../../shared/errors/index.ts';
import {
  checkChange,
  checkPatch,
  saltsOf,
  stampOf,
  type AuthoringContext,
} from './draft-change.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';

/** A step that leaves the content as it is. */
export function nextStep(
  change: Change,
  to: ChangeState,
  reason: string | undefined,
  context: AuthoringContext,
): Result<Change> {
  const { account, nowUtc } = context;
  const given = reason?.trim() === '' ? undefined : reason?.trim();
  const rule = findTransition(account, change, change.state, to, given);
  if (!rule.ok) return rule;
  return checkChange(moveChange(change, to, stampOf(account), nowUtc, given));
}

/** A returned change, sent again with another patch, and with other scans where they are given. */
export function sendAgain(
  change: Change,
  mended: {
    readonly patch: JsonObject;
    readonly clockFrom: string;
    readonly evidence?: readonly Evidence[] | undefined;
  },
  dossier: Dossier | null,
  context: AuthoringContext,
): Result<Change> {
  const { account, nowUtc } = context;
  const rule = findTransition(account, change, change.state, 'submitted', undefined);
  if (!rule.ok) return rule;
  if (rule.value.contentMayChange !== true) return failed('CHANGE_CONTENT_FIXED');
  // What was hidden from the one who mends it would be lost.
  if (change.masked) return failed('CHANGE_SECTION_HIDDEN');
  const paths = [...touchedPaths(mended.patch)];
  if (paths.length === 0) return failed('CHANGE_NOTHING_CHANGED');
  const valid = checkPatch(change.kind === 'create' ? null : dossier, mended.patch, context.nowUtc);
  if (!valid.ok) return valid;
  const { patch, clockFrom } = mended;
  const salted = saltsOf(patch, { unit: change.unit, dossier: change.dossier }, context);
  if (!salted.ok) return salted;
  const { salts: _old, ...rest } = change;
  const evidence = [...(mended.evidence ?? change.evidence)];
  const fresh = { patch, paths, clockFrom, evidence, personName: valid.value };
  const next = { ...rest, ...fresh, ...salted.value };
  return checkChange(moveChange(next, 'submitted', stampOf(account), nowUtc));
}
