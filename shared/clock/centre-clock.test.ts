import { describe, expect, it } from 'vitest';
import { clockErrorMs, correctedMs, learnClock } from './centre-clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;
const true0 = Date.parse('2026-11-27T03:00:00.000Z');

/** The centre answers at once to a PC whose clock is off. */
const learntAt = (offMs: number, trueMs = true0) =>
  learnClock({ sentMs: trueMs + offMs, receivedMs: trueMs + offMs + 200, centreMs: trueMs });

describe('the clock of a PC', () => {
  it('that is right within two minutes is left alone', () => {
    for (const off of [0, 90_000, -90_000]) {
      expect(learntAt(off).offsetMs).toBe(0);
      expect(clockErrorMs(true0 + off + minute, learntAt(off))).toBe(0);
    }
  });

  it.each([3 * year, -3 * year, 20 * minute, -20 * minute, 5 * 60 * minute])(
    'that is wrong by %s ms is put right by what the centre said',
    (off) => {
      const learnt = learntAt(off);
      const later = true0 + day;
      expect(Math.abs(correctedMs(later + off, learnt) - later)).toBeLessThan(1000);
      expect(Math.abs(clockErrorMs(later + off, learnt) - off)).toBeLessThan(1000);
    },
  );

  it('is not accused on the word of an answer that took minutes', () => {
    const sentMs = true0;
    const receivedMs = true0 + 10 * minute;
    expect(learnClock({ sentMs, receivedMs, centreMs: true0 + 5 * minute }).offsetMs).toBe(0);
  });

  it.each([3 * year, -3 * year])(
    'is believed again once a person has set it right (it was off by %s ms)',
    (off) => {
      const learnt = learntAt(off);
      expect(correctedMs(true0 + day, learnt)).toBe(true0 + day);
      expect(clockErrorMs(true0 + day, learnt)).toBe(0);
    },
  );

  it('that fell back to its factory date without a line never says less than the centre last said', () => {
    const learnt = learntAt(0);
    const fallen = Date.parse('2010-01-01T00:00:00.000Z');
    expect(correctedMs(fallen, learnt)).toBe(true0);
    expect(clockErrorMs(fallen, learnt)).toBeLessThan(-15 * year);
  });

  it('is taken as it is while the centre was never heard', () => {
    expect(correctedMs(5, null)).toBe(5);
    expect(clockErrorMs(5, null)).toBe(0);
  });
});
