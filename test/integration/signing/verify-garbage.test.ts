import * as asn1js from 'asn1js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { extension } from '../../../build/demo-pki/extensions.ts';
import type { Authority } from '../../../build/demo-pki/issue.ts';
import { cadesCheckNames } from '../../../sync-server/approvals/cms/verdict.ts';
import { verifyCades } from '../../../sync-server/approvals/cms/verify.ts';
import { withCertificates } from './cms-surgery.ts';
import { reasonOf, sampleContent as content } from './signing-fixture.ts';
import { newRoot, newSigner, signInMemory } from './software-signer.ts';

const signedAtUtc = '2026-11-03T02:00:00.000Z';
let authority: Authority;
let root: Uint8Array;
let leaf: Uint8Array;
let good: Uint8Array;
beforeAll(async () => {
  authority = await newRoot('Root');
  const signer = await newSigner(authority);
  root = authority.certificate;
  leaf = signer.certificate;
  good = await signInMemory(signer, { content, signedAtUtc });
});

const judge = (cms: Uint8Array, roots: readonly Uint8Array[] = [root]) =>
  verifyCades({ cms, content, roots, atUtc: signedAtUtc });

test('random bytes are a verdict, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const verdict = await judge(bytes);
      expect(verdict.ok).toBe(false);
      expect(verdict.checks.map(({ name }) => name)).toEqual([...cadesCheckNames]);
    }),
    { numRuns: 500 },
  );
});

test('every strict beginning of a good signature is refused', async () => {
  for (let length = 0; length < good.length; length += 1) {
    expect((await judge(good.subarray(0, length))).ok).toBe(false);
  }
});

test('a byte after the end is refused', async () => {
  const verdict = await judge(Uint8Array.from([...good, 0]));
  expect(reasonOf(verdict, 'wellFormed')).toBe('not-a-der-signed-data');
});

test('any changed byte either refuses, or leaves signer and signing time as they were', async () => {
  const original = await judge(good);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(good.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, mask) => {
        const changed = Uint8Array.from(good);
        changed[at] = (changed[at] ?? 0) ^ mask;
        const verdict = await judge(changed);
        if (!verdict.ok) return;
        expect(verdict.signer).toEqual(original.signer);
        expect(verdict.signingTimeUtc).toBe(signedAtUtc);
      },
    ),
    { numRuns: 3000 },
  );
});

test('roots that are no certificates trust nobody', async () => {
  const verdict = await judge(good, [Uint8Array.of(1, 2, 3)]);
  expect(reasonOf(verdict, 'chain')).toBe('no-path-to-a-trusted-root');
});

test('more certificates than any real chain has are not even looked at', async () => {
  const crowd = withCertificates(
    good,
    Array.from({ length: 11 }, () => leaf),
  );
  expect(reasonOf(await judge(crowd), 'wellFormed')).toBe('not-a-der-signed-data');
});

test('a CMS far larger than any real one is not even looked at', async () => {
  const stuffing = new asn1js.OctetString({ valueHex: new Uint8Array(300_000) });
  const bulky = await newSigner(authority, {
    extraExtensions: [extension('1.3.6.1.4.1.99999.1', false, stuffing)],
  });
  const cms = await signInMemory(bulky, { content, signedAtUtc });
  expect(reasonOf(await judge(cms), 'wellFormed')).toBe('not-a-der-signed-data');
});

test('megabytes of zeros and deep nesting are refused', async () => {
  const nested = Buffer.from('3080'.repeat(50_000) + '0000'.repeat(50_000), 'hex');
  expect((await judge(new Uint8Array(5_000_000))).ok).toBe(false);
  expect((await judge(nested)).ok).toBe(false);
});
