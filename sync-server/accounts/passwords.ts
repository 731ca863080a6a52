/** Checking and changing passwords: tries are counted, the account locks, the rule is a dated row of law. */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { passwordFits, passwordRuleOn } from '../../shared/regulation/password-rule.ts';
import type { AccountDocument } from './account-document.ts';
import type { AccountDirectory } from './account-directory.ts';
import { afterWrong, isLocked, unlocked, waitMs, type Tries } from './lock.ts';
import { hashPassword, passwordMatches, passwordMatchesNobody } from './password-hash.ts';

export const ruleToday = (nowMs: number) =>
  passwordRuleOn(civilDateInVietnam(new Date(nowMs).toISOString()));

/** The problem with a new password, if any. */
export function checkNewPassword(password: string, user: string, nowMs: number): Result<null> {
  const rule = ruleToday(nowMs);
  return passwordFits(rule, password, user)
    ? done(null)
    : failed('PASSWORD_TOO_WEAK', { minLength: rule.value.minLength });
}

export interface GivenPassword {
  readonly user: string;
  readonly password: string;
  /** The address that asks, or another name of the caller: callers take turns. */
  readonly from: string;
}

const noTries: Tries = { wrongTries: 0, lockedAtUtc: null };
/** Made-up names remembered; beyond this the oldest is forgotten. */
const mostStrangers = 20_000;

/** Locked, or to wait: the answer then does not depend on the password. */
function closedBy(tries: Tries, nowMs: number): Result<never> | null {
  if (isLocked(tries, ruleToday(nowMs).value, nowMs)) return failed('ACCOUNT_LOCKED');
  const ms = waitMs(tries, nowMs);
  return ms > 0 ? failed('TOO_MANY_REQUESTS', { seconds: Math.ceil(ms / 1000) }) : null;
}

/** Counts a wrong try in the store, so that neither a restart nor a second gateway forgets it. */
async function countWrongTry(
  { strangers, update }: AccountDirectory,
  user: string,
  nowMs: number,
): Promise<Result<never>> {
  const rule = ruleToday(nowMs).value;
  const account = await update(user, (stored) => afterWrong(stored, rule, nowMs));
  const tries = account ?? afterWrong(strangers.get(user) ?? noTries, rule, nowMs);
  if (!account) {
    strangers.delete(user);
    strangers.set(user, tries);
    const [oldest] = strangers.keys();
    if (strangers.size > mostStrangers && oldest !== undefined) strangers.delete(oldest);
  }
  return failed(isLocked(tries, rule, nowMs) ? 'ACCOUNT_LOCKED' : 'SIGN_IN_FAILED');
}

/**
 * The account of a right password. A locked account does not learn whether the password was right, and a name
 * that nobody has is answered like one that somebody has, try by try.
 */
export async function checkPassword(
  directory: AccountDirectory,
  { user, password, from }: GivenPassword,
  nowMs: number,
): Promise<Result<AccountDocument>> {
  const triesOf = (found: AccountDocument | null): Tries =>
    found ?? directory.strangers.get(user) ?? noTries;
  const account = await directory.find(user);
  const closed = closedBy(triesOf(account), nowMs);
  if (closed) return closed;
  const right = account
    ? await passwordMatches(account.passwordHash, password, from)
    : await passwordMatchesNobody(password, from);
  // Read again: tries made while this one was being hashed count.
  const present = await directory.find(user);
  const closedNow = closedBy(triesOf(present), nowMs);
  if (closedNow) return closedNow;
  if (!right || !present) return countWrongTry(directory, user, nowMs);
  if (present.disabled) return failed('ACCOUNT_DISABLED');
  if (present.wrongTries > 0) await directory.update(user, unlocked);
  return done(present);
}

/** The account with a new password; the caller has checked the rule and the right. */
export async function withPassword(
  account: AccountDocument,
  password: string,
  mustChangePassword: boolean,
  nowMs: number,
): Promise<AccountDocument> {
  return {
    ...account,
    passwordHash: await hashPassword(password),
    passwordChangedAtUtc: new Date(nowMs).toISOString(),
    mustChangePassword,
  };
}
