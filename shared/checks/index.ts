/**
 * The checks of a dossier's content: one engine, run at the field, at import and at intake. Pure, and content that is
 * still being typed is welcome: what is not there is not held against anything.
 */
import type { CivilDate } from '../calendar/partial-date.ts';
import type { JsonObject } from '../canonical/json.ts';
import { pathsOverlap } from '../change/merge-patch.ts';
import { done, failed, type Result } from '../errors/index.ts';
import { fillMessage } from '../errors/problem.ts';
import { checkWords, isOverridable, severityOfCheck, type CheckCode } from './check-words.ts';
import { codeChecks } from './codes.ts';
import { dateChecks } from './dates.ts';
import { identityChecks } from './identity.ts';
import { payChecks } from './pay.ts';
import { periodChecks } from './periods.ts';
import type { CheckRemark } from './remark.ts';

export { severityOfCheck, type CheckCode } from './check-words.ts';
export type { CheckRemark } from './remark.ts';

/** @param today the civil date in Vietnam; null where none is to be held against the content */
export function checkContent(content: JsonObject, today: CivilDate | null): readonly CheckRemark[] {
  return [
    ...identityChecks(content, today),
    ...codeChecks(content),
    ...payChecks(content),
    ...dateChecks(content, today),
    ...periodChecks(content),
  ];
}

/** Of what was found: what a change would bring in, or leave standing among what it touches, that cannot be true. */
export const blockingAmong = (
  found: readonly CheckRemark[],
  touched: readonly string[],
): readonly CheckRemark[] =>
  found.filter((one) => isBlocking(one) && pathsOverlap(one.fields, touched).length > 0);

/** CHANGE_CHECK_FAILED with the first of them, where a change is sent and where it is taken in. */
export function checkPossible(
  content: JsonObject,
  touched: readonly string[],
  today: CivilDate,
): Result<null> {
  const [wrong] = blockingAmong(checkContent(content, today), touched);
  if (!wrong) return done(null);
  return failed('CHANGE_CHECK_FAILED', { path: wrong.field, reason: wordsOfCheck(wrong) });
}

/** What keeps the content from being submitted: errors that no reason lets stand. */
export const isBlocking = ({ code }: CheckRemark): boolean =>
  severityOfCheck(code) === 'error' && !isOverridable(code);

export const wordsOfCheck = ({ code, details }: Pick<CheckRemark, 'code' | 'details'>): string =>
  fillMessage(checkWords[code].vi, details);
export const englishOfCheck = ({ code, details }: Pick<CheckRemark, 'code' | 'details'>): string =>
  fillMessage(checkWords[code].en, details);
/** Document and article of a rule. */
export const sourceOfCheck = (code: CheckCode): string => checkWords[code].source;
