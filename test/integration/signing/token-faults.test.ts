import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../shared/errors/index.ts';
import { compileShim, returnValue } from '../../helpers/pkcs11-shim/compile.ts';
import { makeSigningFixture, type SigningFixture } from './signing-fixture.ts';
import { nodeHost, patientMs } from './worker-host.ts';

let fixture: SigningFixture;
let shim: string;
beforeAll(async () => {
  fixture = await makeSigningFixture();
  shim = await compileShim(fixture.dir);
});
afterAll(() => fixture.remove());

const codeOf = (result: Result<unknown>): string => (result.ok ? 'signed' : result.problem.code);
const withFault = (fault: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...fixture.env,
  P11_SHIM_TARGET: fixture.pki.module,
  ...fault,
});
const wrongPin = () => fixture.request('head', { module: shim, pin: '00000000' });
const rightPin = () => fixture.request('head', { module: shim });

test('without a fault the shim signs like the real module', async () => {
  expect(codeOf(await nodeHost(withFault({})).sign(rightPin()))).toBe('signed');
});

test('three wrong PINs: wrong, last try, locked; then not even the right one is tried', async () => {
  const host = nodeHost(withFault({ P11_SHIM_TRIES: join(fixture.dir, 'tries') }));
  expect(codeOf(await host.sign(wrongPin()))).toBe('PIN_WRONG');
  expect(codeOf(await host.sign(wrongPin()))).toBe('PIN_LAST_TRY');
  const listed = await host.list(shim);
  expect(listed).toMatchObject({
    value: fixture.pki.tokens.map(() => ({ pinLow: true, pinFinal: true, pinLocked: false })),
  });
  expect(codeOf(await host.sign(wrongPin()))).toBe('PIN_LOCKED');
  expect(codeOf(await host.sign(rightPin()))).toBe('PIN_LOCKED');
});

test('a token known to be locked is not even asked to log in', async () => {
  const tries = join(fixture.dir, 'tries-locked');
  await writeFile(tries, '3');
  const code = String(returnValue.deviceError);
  const host = nodeHost(withFault({ P11_SHIM_TRIES: tries, P11_SHIM_LOGIN_CODE: code }));
  expect(codeOf(await host.sign(rightPin()))).toBe('PIN_LOCKED');
});

test('the right PIN after a wrong one sets the count back', async () => {
  const host = nodeHost(withFault({ P11_SHIM_TRIES: join(fixture.dir, 'tries-back') }));
  expect(codeOf(await host.sign(wrongPin()))).toBe('PIN_WRONG');
  expect(codeOf(await host.sign(rightPin()))).toBe('signed');
  expect(codeOf(await host.sign(wrongPin()))).toBe('PIN_WRONG');
});

describe.each(['login', 'sign'])('the token pulled out at %s', (moment) => {
  test.each(['deviceRemoved', 'sessionHandleInvalid', 'tokenNotPresent'] as const)(
    'is TOKEN_REMOVED, whatever the driver answers (%s)',

    async (name) => {
      const code = String(returnValue[name]);
      const host = nodeHost(withFault({ P11_SHIM_PULL: moment, P11_SHIM_PULL_CODE: code }));
      expect(codeOf(await host.sign(rightPin()))).toBe('TOKEN_REMOVED');
    },
  );
});

test.each([
  ['pinExpired', 'PIN_EXPIRED'],
  ['functionCanceled', 'PIN_CANCELLED'],
] as const)('a login answered with %s is %s', async (name, code) => {
  const host = nodeHost(withFault({ P11_SHIM_LOGIN_CODE: String(returnValue[name]) }));
  expect(codeOf(await host.sign(rightPin()))).toBe(code);
});

test('any other return value is a device error that names it', async () => {
  const host = nodeHost(withFault({ P11_SHIM_LOGIN_CODE: String(returnValue.deviceError) }));
  const result = await host.sign(rightPin());
  expect(result).toMatchObject({
    problem: { code: 'SIGNING_DEVICE_ERROR', details: { reason: 'CKR_DEVICE_ERROR' } },
  });
});

test('a driver that hangs ends at the time limit, and the next signing works', async () => {
  const hanging = nodeHost(withFault({ P11_SHIM_HANG: '1' }), 4_000);
  const startedAt = Date.now();
  expect(codeOf(await hanging.sign(rightPin()))).toBe('SIGNING_TIMED_OUT');
  expect(Date.now() - startedAt).toBeLessThan(patientMs / 2);
  expect(codeOf(await nodeHost(withFault({})).sign(rightPin()))).toBe('signed');
});

test('a driver that crashes is an error value, and this process lives', async () => {
  const result = await nodeHost(withFault({ P11_SHIM_CRASH: '1' })).sign(rightPin());
  expect(result).toMatchObject({
    problem: { code: 'SIGNING_DEVICE_ERROR', details: { reason: 'EXIT_SIGNAL' } },
  });
});

test('only one signing at a time; listing meanwhile is allowed', async () => {
  const host = nodeHost(withFault({ P11_SHIM_HANG: '1' }), 6_000);
  const first = host.sign(rightPin());
  expect(codeOf(await host.sign(rightPin()))).toBe('SIGNING_IN_PROGRESS');
  expect((await host.list(shim)).ok).toBe(true);
  expect(codeOf(await first)).toBe('SIGNING_TIMED_OUT');
});

test('the person can cancel a signing that does not answer', async () => {
  const host = nodeHost(withFault({ P11_SHIM_HANG: '1' }));
  const cancel = new AbortController();
  const signing = host.sign(rightPin(), cancel.signal);
  setTimeout(() => cancel.abort(), 500);
  expect(codeOf(await signing)).toBe('PIN_CANCELLED');
});
