import { describe, expect, it } from 'vitest';
import { passwordRuleOn } from '../../shared/regulation/password-rule.ts';
import { afterWrong, isLocked, unlocked, waitMs, type Tries } from './lock.ts';

const rule = passwordRuleOn('2026-08-01').value;
const startMs = Date.parse('2026-08-01T01:00:00Z');
const fresh: Tries = { wrongTries: 0, lockedAtUtc: null };
const wrong = (times: number, nowMs = startMs): Tries =>
  Array.from({ length: times }).reduce<Tries>((tries) => afterWrong(tries, rule, nowMs), fresh);

describe('wrong passwords in a row (QCVN 12:2026/BCA, 3.6.2.1.9)', () => {
  it('make the account wait longer each time, but not for the first slip', () => {
    const waits = [0, 1, 2, 3, 4].map((times) => waitMs(wrong(times), startMs));
    expect(waits).toEqual([0, 0, 5_000, 15_000, 60_000]);
    expect(waitMs(wrong(4), startMs + 60_000)).toBe(0);
    expect(waitMs(wrong(4), startMs - 3_600_000)).toBe(60_000);
  });

  it('lock the account at the fifth, for twelve hours and no longer', () => {
    expect(isLocked(wrong(4), rule, startMs)).toBe(false);
    const locked = wrong(5);
    expect(isLocked(locked, rule, startMs + 12 * 3_600_000 - 1)).toBe(true);
    expect(isLocked(locked, rule, startMs + 12 * 3_600_000)).toBe(false);
    expect(isLocked(unlocked(locked), rule, startMs)).toBe(false);
  });

  it('begin anew once the lock has run out', () => {
    const laterMs = startMs + 12 * 3_600_000;
    const again = afterWrong(wrong(5), rule, laterMs);
    expect(again).toMatchObject({ wrongTries: 1, lockedAtUtc: null });
  });
});
