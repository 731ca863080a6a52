/** Checking and changing passwords: tries are counted, the account locks, the rule is a dated row of law. */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { passwordFits, passwordRuleOn } from '../../shared/regulation/password-rule.ts';
import type { AccountDocument } from './account-document.ts';
import type { AccountDirectory } from './account-directory.ts';
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

/** Counts a wrong try in the store, so that neither a restart nor a second gateway forgets it. */
async function countWrongTry(
  directory: AccountDirectory,
  user: string,
  nowMs: number,
): Promise<boolean> {
  const { maxWrongTries } = ruleToday(nowMs).value;
  const account = await directory.update(user, (stored) => {
    const wrongTries = stored.wrongTries + 1;
    const lockedAtUtc =
      stored.lockedAtUtc ?? (wrongTries >= maxWrongTries ? new Date(nowMs).toISOString() : null);
    return { ...stored, wrongTries, lockedAtUtc };
  });
  return account?.lockedAtUtc !== null && account !== null;
}

export interface GivenPassword {
  readonly user: string;
  readonly password: string;
  /** The address that asks, or another name of the caller: callers take turns. */
  readonly from: string;
}

/** The account of a right password. A locked account does not learn whether the password was right. */
export async function checkPassword(
  directory: AccountDirectory,
  { user, password, from }: GivenPassword,
  nowMs: number,
): Promise<Result<AccountDocument>> {
  const account = await directory.find(user);
  if (!account) {
    await passwordMatchesNobody(password, from);
    return failed('SIGN_IN_FAILED');
  }
  const right = await passwordMatches(account.passwordHash, password, from);
  // Read again: tries made while this one was being hashed count.
  const present = (await directory.find(user)) ?? account;
  if (present.lockedAtUtc !== null) return failed('ACCOUNT_LOCKED');
  if (!right) {
    const locked = await countWrongTry(directory, user, nowMs);
    return failed(locked ? 'ACCOUNT_LOCKED' : 'SIGN_IN_FAILED');
  }
  if (present.disabled) return failed('ACCOUNT_DISABLED');
  if (present.wrongTries > 0)
    await directory.update(user, (stored) => ({ ...stored, wrongTries: 0 }));
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
