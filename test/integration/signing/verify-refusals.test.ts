import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import { extension } from '../../../build/demo-pki/extensions.ts';
import {
  withAlgorithms,
  withAttributes,
  withCertificates,
  withOtherSignature,
  withTwoSigners,
} from './cms-surgery.ts';
import { makeGoodSignature, signedAtUtc } from './good-signature.ts';
import { failedChecks, reasonOf, sampleContent as content } from './signing-fixture.ts';
import { newKeys, newRoot, newSigner, signInMemory, years } from './software-signer.ts';

const { root, signer, good, judge, judgeSignedBy } = await makeGoodSignature();

test('the signature the refusals start from is good', async () => {
  const verdict = await judge();
  expect(failedChecks(verdict)).toEqual([]);
  expect(verdict.signingTimeUtc).toBe(signedAtUtc);
});

test.each(['p-384', 'rsa-2048'] as const)('a key %s is accepted', async (choice) => {
  const verdict = await judgeSignedBy(await newSigner(root, {}, newKeys(choice)));
  expect(failedChecks(verdict)).toEqual([]);
});

describe('content and signature', () => {
  test('other content is refused', async () => {
    const other = new TextEncoder().encode('{"changes":[]}');
    expect(failedChecks(await judge({ content: other }))).toEqual(['messageDigest']);
  });

  test('a changed signature value is refused', async () => {
    expect(failedChecks(await judge({ cms: withOtherSignature(good) }))).toEqual(['signature']);
  });

  const sha256 = '2.16.840.1.101.3.4.2.1';
  const sha512 = '2.16.840.1.101.3.4.2.3';
  test.each([
    ['an RSA algorithm over an EC key', sha256, '1.2.840.113549.1.1.11'],
    ['a hash in the signature other than that of the digest', sha256, '1.2.840.10045.4.3.4'],
    ['a hash in the digest other than that of the signature', sha512, '1.2.840.10045.4.3.2'],
    ['an unknown algorithm', sha256, '1.2.3.4'],
  ])('%s is refused', async (_what, digest, signature) => {
    const verdict = await judge({ cms: withAlgorithms(good, digest, signature) });
    expect(reasonOf(verdict, 'algorithms')).toBe('signature-algorithm-not-accepted');
  });

  test('two signers are refused', async () => {
    const verdict = await judge({ cms: withTwoSigners(good) });
    expect(verdict.ok).toBe(false);
    expect(reasonOf(verdict, 'oneSigner')).toBe('not-exactly-one-signer');
    expect(verdict.signer).toBeUndefined();
  });
});

describe('signed attributes', () => {
  const oid = {
    contentType: '1.2.840.113549.1.9.3',
    messageDigest: '1.2.840.113549.1.9.4',
    signingTime: '1.2.840.113549.1.9.5',
    signingCertificate: '1.2.840.113549.1.9.16.2.47',
  };
  const without = (type: string): Uint8Array =>
    withAttributes(good, signer.privateKey, (all) => all.filter((each) => each.type !== type));

  test.each([
    ['contentType', oid.contentType, ['signedAttributes']],
    ['messageDigest', oid.messageDigest, ['signedAttributes', 'messageDigest']],
    [
      'signingTime',
      oid.signingTime,
      ['signingTimePresent', 'validAtSigningTime', 'signingTimeNotInFuture'],
    ],
    ['signing-certificate-v2', oid.signingCertificate, ['certificateBinding']],
  ])('a signature without %s is refused', async (_name, type, expected) => {
    expect(failedChecks(await judge({ cms: without(type) }))).toEqual(expected);
  });

  test('an attribute that comes twice is refused: two readers could take different ones', async () => {
    const cms = withAttributes(good, signer.privateKey, (all) => [
      ...all,
      ...all.filter(({ type }) => type === oid.messageDigest),
    ]);
    const verdict = await judge({ cms });
    expect(reasonOf(verdict, 'signedAttributes')).toBe('missing-or-repeated');
  });

  test('an attribute with two values is refused', async () => {
    const cms = withAttributes(good, signer.privateKey, (all) =>
      all.map(({ type, values }) => new pkijs.Attribute({ type, values: [...values, ...values] })),
    );
    expect(reasonOf(await judge({ cms }), 'signedAttributes')).toBe('missing-or-repeated');
  });

  test('a content type other than data is refused', async () => {
    const value = new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' });
    const cms = withAttributes(good, signer.privateKey, (all) =>
      all.map((each) =>
        each.type === oid.contentType
          ? new pkijs.Attribute({ type: each.type, values: [value] })
          : each,
      ),
    );
    expect(failedChecks(await judge({ cms }))).toEqual(['signedAttributes']);
  });
});

describe('the signer’s certificate', () => {
  test('another certificate with the same key, name and number is refused (ESS binding)', async () => {
    const serialNumber = Uint8Array.of(0x41, 1, 2, 3);
    const first = await newSigner(root, { serialNumber });
    const second = await newSigner(root, { serialNumber, ...years(2026, 2030) }, first);
    const cms = await signInMemory(first, { content, signedAtUtc });
    const verdict = await judge({ cms: withCertificates(cms, [second.certificate]) });
    expect(failedChecks(verdict)).toEqual(['certificateBinding']);
    expect(reasonOf(verdict, 'certificateBinding')).toBe('made-for-another-certificate');
  });

  test('a CMS without it is refused', async () => {
    const verdict = await judge({ cms: withCertificates(good, [root.certificate]) });
    expect(reasonOf(verdict, 'signerCertificate')).toBe('signer-certificate-not-included');
    expect(verdict.signer).toBeUndefined();
  });

  test('a CA’s certificate is refused, with the usage of a signer too', async () => {
    const usage = ['digitalSignature', 'nonRepudiation', 'keyCertSign'] as const;
    const verdict = await judgeSignedBy(await newSigner(root, { authority: true, usage }));
    expect(failedChecks(verdict)).toEqual(['notAnAuthority']);
  });

  test('a CA’s certificate without keyCertSign is refused: basicConstraints alone makes a CA', async () => {
    const verdict = await judgeSignedBy(await newSigner(root, { authority: true }));
    expect(failedChecks(verdict)).toEqual(['notAnAuthority']);
  });

  test('a certificate issued for encryption is refused', async () => {
    const verdict = await judgeSignedBy(await newSigner(root, { usage: ['keyEncipherment'] }));
    expect(failedChecks(verdict)).toEqual(['keyUsage']);
  });

  test.each(['digitalSignature', 'nonRepudiation'] as const)(
    'the usage %s alone is enough',
    async (usage) => {
      expect((await judgeSignedBy(await newSigner(root, { usage: [usage] }))).ok).toBe(true);
    },
  );

  test('a key of 1,024 bits is refused', async () => {
    const verdict = await judgeSignedBy(await newSigner(root, {}, newKeys('rsa-1024')));
    expect(failedChecks(verdict)).toEqual(['algorithms']);
    expect(reasonOf(verdict, 'algorithms')).toBe('weak-key');
  });

  test('a critical extension we do not know is refused', async () => {
    const unknown = extension('1.3.6.1.4.1.99999.1', true, new asn1js.Null());
    const verdict = await judgeSignedBy(await newSigner(root, { extraExtensions: [unknown] }));
    expect(reasonOf(verdict, 'chain')).toBe('unknown-critical-extension');
  });
});

describe('times', () => {
  test('a certificate that had expired when it signed is refused', async () => {
    const verdict = await judgeSignedBy(await newSigner(root, years(2024, 2026)));
    expect(failedChecks(verdict)).toEqual(['validAtSigningTime', 'validAtGivenTime']);
  });

  test('a signing time set back into the certificate’s dates is refused by the given time', async () => {
    const expired = await newSigner(root, years(2024, 2026));
    const verdict = await judgeSignedBy(expired, { signedAtUtc: '2025-12-30T00:00:00.000Z' });
    expect(failedChecks(verdict)).toEqual(['validAtGivenTime']);
  });

  test('a CA that has expired is refused while its certificates have not', async () => {
    const old = await newRoot('Old root', years(2010, 2026));
    const verdict = await judgeSignedBy(await newSigner(old), {}, { roots: [old.certificate] });
    expect(failedChecks(verdict)).toEqual(['validAtSigningTime', 'validAtGivenTime']);
  });

  test('verified again years later with the time of receipt, it is still good', async () => {
    expect((await judge({ atUtc: signedAtUtc })).ok).toBe(true);
    expect(failedChecks(await judge({ atUtc: '2031-01-01T00:00:00Z' }))).toEqual([
      'validAtGivenTime',
    ]);
  });

  test.each([
    [9, []],
    [11, ['signingTimeNotInFuture']],
  ])('a PC’s clock may run ahead by ten minutes: %i', async (minutes, expected) => {
    const at = new Date(Date.parse(signedAtUtc) - minutes * 60_000).toISOString();
    expect(failedChecks(await judge({ atUtc: at }))).toEqual(expected);
  });

  test('a signing time after 2049 is read as well (GeneralizedTime)', async () => {
    const far = await newRoot('Far root', years(2020, 2049));
    const cms = await signInMemory(await newSigner(far), {
      content,
      signedAtUtc: '2051-02-03T04:05:06.789Z',
    });
    const verdict = await judge({ cms, roots: [far.certificate] });
    expect(verdict.signingTimeUtc).toBe('2051-02-03T04:05:06.000Z');
    expect(failedChecks(verdict)).toContain('signingTimeNotInFuture');
  });

  test('an unreadable given time refuses instead of throwing', async () => {
    expect((await judge({ atUtc: 'yesterday' })).ok).toBe(false);
  });
});
