import { expect, it } from 'vitest';
import type { CarriedRow } from '../sync/push-pump.ts';
import { carriedAtOnce } from './carried-at-once.ts';

const row = (step: string, words: string): CarriedRow => ({
  step,
  row: { assumedRev: null, doc: { _id: step, words } },
});
const rows = [row('1', 'ngắn'), row('2', 'ô'.repeat(100)), row('3', 'ngắn')];
const stepsWithin = (most: number) => carriedAtOnce(rows, most).map(({ step }) => step);

it('holds the first rows that fit, by their bytes and not their letters, and leaves the rest in order', () => {
  expect(stepsWithin(10_000)).toEqual(['1', '2', '3']);
  // 100 letters of two bytes each.
  expect(stepsWithin(290)).toEqual(['1']);
  expect(stepsWithin(330)).toEqual(['1', '2']);
});

it('never holds nothing: a single row goes, whatever the centre says of it', () => {
  expect(stepsWithin(1)).toEqual(['1']);
});
