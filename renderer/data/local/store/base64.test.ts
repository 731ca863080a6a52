import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

/** What this engine has behind a flag is what Chromium has without one. */
setFlagsFromString('--js-base-64');
const native = runInNewContext(
  '({ to: Uint8Array.prototype.toBase64, from: Uint8Array.fromBase64 })',
) as Readonly<Record<'to' | 'from', (text?: string) => unknown>>;

const lendNative = (): void => {
  Object.defineProperty(Uint8Array.prototype, 'toBase64', { value: native.to, configurable: true });
  Object.defineProperty(Uint8Array, 'fromBase64', { value: native.from, configurable: true });
};
afterEach(() => {
  Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
  Reflect.deleteProperty(Uint8Array, 'fromBase64');
});

describe.each([
  ['of our own', () => undefined],
  ['of the engine', lendNative],
])('base64 %s', (_, prepare) => {
  it.each([0, 1, 2, 3, 100, 0x8000, 0x8001, 100_000])('says %d bytes as everybody does', (size) => {
    prepare();
    const bytes = new Uint8Array(randomBytes(size));
    const text = toBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect([...(fromBase64(text) ?? [])]).toEqual([...bytes]);
  });

  it.each(['{"plain":"JSON"}', 'ế', 'AAAAA'])('does not take %s for base64', (text) => {
    prepare();
    expect(fromBase64(text)).toBeNull();
  });
});

it('the engine lends what it is asked for', () => {
  expect([typeof native.to, typeof native.from]).toEqual(['function', 'function']);
});
