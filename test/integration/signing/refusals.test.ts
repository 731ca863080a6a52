import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../shared/errors/index.ts';
import { makeSigningFixture, type SigningFixture } from './signing-fixture.ts';
import { nodeHost } from './worker-host.ts';

let fixture: SigningFixture;
beforeAll(async () => {
  fixture = await makeSigningFixture();
});
afterAll(() => fixture.remove());

const codeOf = (result: Result<unknown>): string => (result.ok ? 'signed' : result.problem.code);

test('tokens and certificates are listed without a PIN, the empty slot left out', async () => {
  const listed = await nodeHost(fixture.env).list(fixture.pki.module);
  if (!listed.ok) throw new Error(listed.problem.code);
  expect(listed.value).toHaveLength(fixture.pki.tokens.length);
  const { serial, certificateSha256 } = fixture.token('head');
  const head = listed.value.find((token) => token.serial === serial);
  expect(head).toMatchObject({ label: 'Hiệu trưởng', manufacturer: 'SoftHSM project' });
  expect(head).toMatchObject({ pinLow: false, pinFinal: false, pinLocked: false });
  expect(head?.certificates).toHaveLength(1);
  expect(head?.certificates[0]).toMatchObject({
    sha256: certificateSha256,
    subject: 'C=VN, O=Trường Tiểu học Mỹ An, CN=Võ Minh Hiếu',
    commonName: 'Võ Minh Hiếu',
    issuer: 'C=VN, CN=HoSo Demo Root CA',
    usableForSigning: true,
  });
});

test.each([
  ['certificate-authority', false],
  ['encryption-only', false],
  ['expired', true],
] as const)(
  'a certificate "%s" is listed as usable for signing: %s',

  async (name, usable) => {
    const listed = await nodeHost(fixture.env).list(fixture.pki.module);
    if (!listed.ok) throw new Error(listed.problem.code);
    const token = listed.value.find(({ serial }) => serial === fixture.token(name).serial);
    expect(token?.certificates.map(({ usableForSigning }) => usableForSigning)).toEqual([usable]);
  },
);

describe('signing is refused before the PIN is used', () => {
  test.each([
    ['expired', 'CERTIFICATE_EXPIRED'],
    ['not-yet-valid', 'CERTIFICATE_NOT_YET_VALID'],
    ['certificate-authority', 'CERTIFICATE_NOT_FOR_SIGNING'],
    ['encryption-only', 'CERTIFICATE_NOT_FOR_SIGNING'],
  ] as const)('with a certificate "%s": %s', async (name, code) => {
    // A wrong PIN on purpose: were it tried, the answer would be PIN_WRONG.
    const result = await nodeHost(fixture.env).sign(fixture.request(name, { pin: 'wrong-pin' }));
    expect(codeOf(result)).toBe(code);
  });

  test('an expired certificate is told with its date, day first', async () => {
    const result = await nodeHost(fixture.env).sign(fixture.request('expired'));
    expect(result).toMatchObject({
      problem: { details: { notAfter: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/) } },
    });
  });

  test('when no token has that serial', async () => {
    const request = fixture.request('head', { tokenSerial: 'ffffffffffffffff' });
    expect(codeOf(await nodeHost(fixture.env).sign(request))).toBe('TOKEN_ABSENT');
  });

  test('when the certificate is on the other token', async () => {
    const { certificateSha256 } = fixture.token('chairman');
    const request = fixture.request('head', { certificateSha256 });
    expect(codeOf(await nodeHost(fixture.env).sign(request))).toBe('TOKEN_NO_CERTIFICATE');
  });
});

test('a wrong PIN is told as such, and the right one still works after it', async () => {
  const host = nodeHost(fixture.env);
  const wrong = await host.sign(fixture.request('chairman', { pin: '87654321' }));
  expect(codeOf(wrong)).toBe('PIN_WRONG');
  const right = await host.sign(fixture.request('chairman'));
  expect(codeOf(right)).toBe('signed');
});

describe('nothing is signed', () => {
  test.each([
    ['the private key is not on the token', 'key-absent'],
    ['the key under the certificate’s id belongs to another certificate', 'key-of-another'],
  ] as const)('when %s', async (_what, name) => {
    const result = await nodeHost(fixture.env).sign(fixture.request(name));
    expect(codeOf(result)).toBe('SIGNING_KEY_MISSING');
  });
});

describe('without a usable driver', () => {
  test('no token plugged in: an empty list, and TOKEN_ABSENT for a signature', async () => {
    const conf = join(fixture.dir, 'empty.conf');
    await writeFile(conf, `directories.tokendir = ${fixture.dir}\nobjectstore.backend = file\n`);
    const host = nodeHost({ SOFTHSM2_CONF: conf });
    expect(await host.list(fixture.pki.module)).toEqual({ ok: true, value: [] });
    expect(codeOf(await host.sign(fixture.request('head')))).toBe('TOKEN_ABSENT');
  });

  test.each([
    ['a path without a file', '/nowhere/libtoken.so'],
    ['a file that is no library', import.meta.filename],
    ['a library that is no PKCS#11 module', process.platform === 'linux' ? 'libm.so.6' : 'none'],
  ])('%s: TOKEN_MODULE_BAD with the path to mend', async (_what, module) => {
    const listed = await nodeHost(fixture.env).list(module);
    expect(listed).toMatchObject({ problem: { code: 'TOKEN_MODULE_BAD', details: { module } } });
    const signed = await nodeHost(fixture.env).sign(fixture.request('head', { module }));
    expect(codeOf(signed)).toBe('TOKEN_MODULE_BAD');
  });
});

test('a malformed request is refused without echoing the PIN', async () => {
  const request = fixture.request('head', { certificateSha256: 'not-hex', pin: 'secret-pin-9' });
  const result = await nodeHost(fixture.env).sign(request);
  expect(result).toMatchObject({
    problem: { code: 'INVALID_INPUT', details: { path: 'certificateSha256' } },
  });
  expect(JSON.stringify(result)).not.toContain('secret-pin-9');
});
