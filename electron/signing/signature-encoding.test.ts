import {
  createHash,
  generateKeyPairSync,
  privateEncrypt,
  sign,
  verify,
  constants,
} from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecdsaSignatureToDer, sha256DigestInfo } from './signature-encoding.ts';

describe('r || s as ECDSA-Sig-Value', () => {
  test.each(['P-256', 'P-384', 'P-521'])('is what OpenSSL verifies, for %s', (namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    // Leading zeros and high bits of r and s come by chance: many signatures, to meet them all.
    for (let i = 0; i < 300; i += 1) {
      const data = Buffer.from(`${namedCurve} ${i}`);
      const rs = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
      expect(verify('sha256', data, publicKey, ecdsaSignatureToDer(rs))).toBe(true);
    }
  });

  test('keeps small numbers minimal and positive', () => {
    expect(ecdsaSignatureToDer(Uint8Array.of(0, 0, 0, 0x80)).toString('hex')).toBe(
      '300702010002020080',
    );
  });

  test.each([0, 3])('has an even length, not %i', (length) => {
    expect(() => ecdsaSignatureToDer(new Uint8Array(length))).toThrow(RangeError);
  });
});

describe('the DigestInfo for CKM_RSA_PKCS', () => {
  test('signed raw, it is what OpenSSL verifies as RSA with SHA-256', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        const info = sha256DigestInfo(createHash('sha256').update(data).digest());
        const key = { key: privateKey, padding: constants.RSA_PKCS1_PADDING };
        expect(verify('sha256', data, publicKey, privateEncrypt(key, info))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('is made over 32 bytes', () => {
    expect(() => sha256DigestInfo(new Uint8Array(20))).toThrow(RangeError);
  });
});
