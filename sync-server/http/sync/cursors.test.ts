import { expect, it } from 'vitest';
import { fromCursor, toCursor } from './cursors.ts';

const [epoch, other] = ['0123456789abcdef', 'fedcba9876543210'];

it('a cursor comes back as the sequence it was made of, of either store', () => {
  for (const sequence of ['12-0a1b2c3d', '5-g1AAAACheJzLYWBg:x'])
    expect(fromCursor(epoch, toCursor(epoch, sequence))).toBe(sequence);
  expect(fromCursor(epoch, toCursor(epoch, 7))).toBe('7');
});

it('one of another epoch means the start; none does, too', () => {
  expect(fromCursor(epoch, toCursor(other, '12-0a1b2c3d'))).toBe(0);
  expect(fromCursor(epoch, undefined)).toBe(0);
});

it('one that was never given out is for the store to refuse', () => {
  expect(fromCursor(epoch, 'made up')).toBe('made up');
});
