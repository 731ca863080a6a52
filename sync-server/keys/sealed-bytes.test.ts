import { expect, it } from 'vitest';
import { newSealKey, openSealedBytes, sealBytes, SealBrokenError } from './sealed-bytes.ts';

const key = newSealKey();
const text = Buffer.from('Phật giáo');
const about = 'change:A party';

it('opens what was sealed, under the same key and in the same place', () => {
  expect(openSealedBytes(key, sealBytes(key, text, about), about)).toEqual(text);
  expect(openSealedBytes(key, sealBytes(key, Buffer.alloc(0), about), about)).toHaveLength(0);
});

it('seals the same bytes differently each time', () => {
  expect(sealBytes(key, text, about)).not.toEqual(sealBytes(key, text, about));
});

it('opens nothing elsewhere, under another key, cut or altered', () => {
  const sealed = sealBytes(key, text, about);
  expect(() => openSealedBytes(key, sealed, 'change:B party')).toThrow(SealBrokenError);
  expect(() => openSealedBytes(newSealKey(), sealed, about)).toThrow(SealBrokenError);
  for (let length = 0; length < sealed.length; length += 1)
    expect(() => openSealedBytes(key, sealed.subarray(0, length), about)).toThrow(SealBrokenError);
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => openSealedBytes(key, altered, about)).toThrow(SealBrokenError);
  }
});
