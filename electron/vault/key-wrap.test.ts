import { argon2Sync } from 'node:crypto';
import { expect, it } from 'vitest';
import { keyBytes, newKdf, passwordKey, purposeKey, seal, unseal } from './key-wrap.ts';

const key = Buffer.alloc(keyBytes, 7);

it("a password's key is argon2id with 64 MiB and 3 passes", async () => {
  const kdf = newKdf();
  const oracle = argon2Sync('argon2id', {
    message: Buffer.from('Mật khẩu', 'utf8'),
    nonce: Buffer.from(kdf.salt, 'base64'),
    memory: 65_536,
    passes: 3,
    parallelism: 1,
    tagLength: keyBytes,
  });
  expect((await passwordKey('Mật khẩu', kdf)).equals(oracle)).toBe(true);
});

it('two vaults with one password have two keys', () => {
  expect(newKdf().salt).not.toBe(newKdf().salt);
});

it('what is sealed opens with the same key and the same header only', () => {
  const sealed = seal(key, Buffer.from('bí mật'), 'header');
  expect(unseal(key, sealed, 'header')?.toString()).toBe('bí mật');
  expect(unseal(key, sealed, 'another header')).toBeUndefined();
  expect(unseal(Buffer.alloc(keyBytes, 8), sealed, 'header')).toBeUndefined();
  expect(unseal(key, sealed.subarray(0, 20), 'header')).toBeUndefined();
});

it('any flipped bit is noticed', () => {
  const sealed = seal(key, Buffer.from('bí mật'), 'header');
  for (let byte = 0; byte < sealed.length; byte++) {
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(sealed.readUInt8(byte) ^ 1, byte);
    expect(unseal(key, flipped, 'header')).toBeUndefined();
  }
});

it('the same text sealed twice looks different', () => {
  const plain = Buffer.from('x');
  expect(seal(key, plain, '').equals(seal(key, plain, ''))).toBe(false);
});

it('each purpose has a key of its own', () => {
  expect(purposeKey(key, 'a').equals(purposeKey(key, 'b'))).toBe(false);
});
