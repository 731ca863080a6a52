/**
 * Wrong passwords in a row: each costs the account a longer wait, the last one allowed locks it, and the lock
 * opens by itself (QCVN 12:2026/BCA, 3.6.2.1.9) so that nobody can shut an account out for ever.
 */
import type { PasswordRuleRow } from '../../shared/regulation/password-rule.ts';

export interface Tries {
  readonly wrongTries: number;
  readonly lastWrongAtUtc?: string | undefined;
  readonly lockedAtUtc: string | null;
}

type Rule = PasswordRuleRow['value'];

/** Seconds to wait after the first, second, … wrong password. A slip of the finger costs nothing. */
const waitsSeconds = [0, 0, 5, 15, 60] as const;
const hourMs = 3_600_000;

export function isLocked({ lockedAtUtc }: Tries, rule: Rule, nowMs: number): boolean {
  return lockedAtUtc !== null && nowMs < Date.parse(lockedAtUtc) + rule.lockHours * hourMs;
}

/** How long the account must still wait before a password is looked at; 0 for not at all. */
export function waitMs({ wrongTries, lastWrongAtUtc }: Tries, nowMs: number): number {
  if (lastWrongAtUtc === undefined || wrongTries <= 0) return 0;
  const seconds = waitsSeconds[Math.min(wrongTries, waitsSeconds.length - 1)] ?? 0;
  const left = Date.parse(lastWrongAtUtc) + seconds * 1000 - nowMs;
  // A clock that was set back must not make the wait longer.
  return Math.min(seconds * 1000, Math.max(0, left));
}

/** After one more wrong password. A lock that has run out begins anew. */
export function afterWrong<T extends Tries>(tries: T, rule: Rule, nowMs: number): T {
  const locked = isLocked(tries, rule, nowMs);
  const ranOut = tries.lockedAtUtc !== null && !locked;
  const wrongTries = ranOut ? 1 : tries.wrongTries + 1;
  const nowUtc = new Date(nowMs).toISOString();
  const lockedAtUtc = locked ? tries.lockedAtUtc : wrongTries >= rule.maxWrongTries ? nowUtc : null;
  return { ...tries, wrongTries, lastWrongAtUtc: nowUtc, lockedAtUtc };
}

export const unlocked = <T extends Tries>(tries: T): T => ({
  ...tries,
  wrongTries: 0,
  lockedAtUtc: null,
});
