import { expect, it } from 'vitest';
import { sizeText } from './size-text.ts';

it.each([
  [1, '1 B'],
  [12_345, '12 KB'],
  [1_468_006, '1,4 MB'],
  [25 * 1024 * 1024, '25 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
