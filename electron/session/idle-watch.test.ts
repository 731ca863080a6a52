import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { idleWatch, type IdleWatch } from './idle-watch.ts';

let told: number;
let watch: IdleWatch;

beforeEach(() => {
  vi.useFakeTimers();
  told = 0;
  watch = idleWatch({
    nowMs: () => Date.now(),
    limitMs: () => 60_000,
    onIdle: () => {
      told += 1;
    },
    everyMs: 1_000,
  });
});
afterEach(() => {
  watch.close();
  vi.useRealTimers();
});

it('tells once, when the limit is reached and not before', () => {
  vi.advanceTimersByTime(59_000);
  expect(told).toBe(0);
  vi.advanceTimersByTime(120_000);
  expect(told).toBe(1);
});

it('a touch begins the wait anew, also after it has told', () => {
  vi.advanceTimersByTime(50_000);
  watch.touched();
  vi.advanceTimersByTime(50_000);
  expect(told).toBe(0);
  vi.advanceTimersByTime(20_000);
  watch.touched();
  vi.advanceTimersByTime(61_000);
  expect(told).toBe(2);
});

it('sleep counts, and a clock that was set back does not lengthen the wait', () => {
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(1_000);
  expect(told).toBe(1);
  watch.touched();
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(1_000);
  expect(told).toBe(2);
});

it('is silent once closed', () => {
  watch.close();
  vi.advanceTimersByTime(600_000);
  expect(told).toBe(0);
});
