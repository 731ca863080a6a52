import { expect, it } from 'vitest';
import { tryDelay } from './try-delay.ts';

it('from the third wrong password on the waiting time doubles, up to a minute', () => {
  let nowMs = 0;
  const tries = tryDelay(() => nowMs);
  const waits: number[] = [];
  for (let i = 0; i < 11; i++) {
    tries.wrong('a');
    waits.push(tries.waitMs('a'));
    nowMs += tries.waitMs('a');
  }
  expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(tries.waitMs('a')).toBe(0);
});

it('a right password starts anew, and one account does not slow another', () => {
  const tries = tryDelay(() => 0);
  for (let i = 0; i < 5; i++) tries.wrong('a');
  expect(tries.waitMs('b')).toBe(0);
  tries.right('a');
  expect(tries.waitMs('a')).toBe(0);
});
