import { expect, it } from 'vitest';
import { openKeyRing, ServerKeyMissingError } from './key-ring.ts';
import { newSealKey, SealBrokenError } from './sealed-bytes.ts';

const [first, second] = ['a1', 'b2'].map((id) => ({ id, secret: newSealKey() }));
if (!first || !second) throw new Error('two keys are needed');
const dataKey = newSealKey();

it('unwraps what it wrapped, for the same purpose only', () => {
  const ring = openKeyRing(first);
  const wrapped = ring.wrap('unit-key', dataKey);
  expect(wrapped.key).toBe('a1');
  expect(ring.unwrap('unit-key', wrapped)).toEqual(new Uint8Array(dataKey));
  expect(() => ring.unwrap('scan', wrapped)).toThrow(SealBrokenError);
});

it('wraps under the current key and still unwraps under older ones', () => {
  const old = openKeyRing(first).wrap('unit-key', dataKey);
  const ring = openKeyRing(second, [first]);
  expect(ring.unwrap('unit-key', old)).toEqual(new Uint8Array(dataKey));
  expect(ring.wrap('unit-key', dataKey).key).toBe('b2');
});

it('names the key that it lacks', () => {
  const wrapped = openKeyRing(second).wrap('unit-key', dataKey);
  expect(() => openKeyRing(first).unwrap('unit-key', wrapped)).toThrow(
    new ServerKeyMissingError('b2'),
  );
});

it('does not take the id of another key', () => {
  const wrapped = openKeyRing(first).wrap('unit-key', dataKey);
  const ring = openKeyRing(second, [first]);
  expect(() => ring.unwrap('unit-key', { ...wrapped, key: 'b2' })).toThrow(SealBrokenError);
});
