import { webcrypto } from 'node:crypto';
import * as pkijs from 'pkijs';
import { expect, test } from 'vitest';
import {
  createAuthority,
  issueCertificate,
  type Authority,
  type CertificateOrder,
} from '../../../build/demo-pki/issue.ts';
import { withCertificates } from './cms-surgery.ts';
import { makeGoodSignature } from './good-signature.ts';
import { failedChecks, reasonOf } from './signing-fixture.ts';
import { newKeys, newRoot, newSigner, years, type Keys } from './software-signer.ts';

// The path from the signer's certificate to a root the server trusts (RFC 5280, 6.1).

const { root, signer, good, judge, judgeSignedBy } = await makeGoodSignature();

/** The public key of a CA, to give it a second certificate. */
function publicKeyOf({ certificate }: Authority): Uint8Array<ArrayBuffer> {
  const { subjectPublicKeyInfo } = pkijs.Certificate.fromBER(certificate);
  return new Uint8Array(subjectPublicKeyInfo.toSchema().toBER());
}

/** A certificate for a CA under another one. */
const authorityCertificate = (
  commonName: string,
  publicKey: Uint8Array<ArrayBuffer>,
  issuer: Authority,
  changes: Partial<CertificateOrder> = {},
): Promise<Uint8Array<ArrayBuffer>> =>
  issueCertificate({
    subject: { commonName },
    publicKey,
    issuer,
    ...years(2024, 2030),
    authority: true,
    usage: ['keyCertSign'],
    ...changes,
  });

function asCryptoKey({ privateKey }: Keys): Promise<Authority['key']> {
  const pkcs8 = Uint8Array.from(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

test('another root, even of the same name, is refused', async () => {
  const other = await newRoot('Root');
  const verdict = await judge({ roots: [other.certificate] });
  expect(failedChecks(verdict)).toContain('chain');
  expect(failedChecks(verdict)).not.toContain('signature');
});

test('a certificate that names our root, but was signed by another key, is refused', async () => {
  const { key } = await newRoot('Root');
  const forged = await newSigner({ certificate: root.certificate, key });
  expect(reasonOf(await judgeSignedBy(forged), 'chain')).toBe('no-path-to-a-trusted-root');
});

test('a CA whose key usage does not allow to sign certificates is refused', async () => {
  const usage = ['cRLSign'] as const;
  const certificate = await authorityCertificate('Only lists', publicKeyOf(root), root, {
    usage,
  });
  const leaf = await newSigner({ certificate, key: root.key });
  const verdict = await judgeSignedBy(leaf, { chain: [certificate] });
  expect(failedChecks(verdict)).toContain('chain');
});

test('of a CA’s two certificates, the one that has not expired is taken', async () => {
  const renewed = (from: number, to: number) =>
    authorityCertificate('Renewed', publicKeyOf(root), root, years(from, to));
  const current = await renewed(2025, 2030);
  const chain = [await renewed(2021, 2026), current];
  const leaf = await newSigner({ certificate: current, key: root.key });
  expect(failedChecks(await judgeSignedBy(leaf, { chain }))).toEqual([]);
});

test('a root inside the CMS is not trusted for being there', async () => {
  const cms = withCertificates(good, [signer.certificate, root.certificate]);
  expect(failedChecks(await judge({ cms, roots: [] }))).toContain('chain');
});

test('a self-signed signer is refused, also when it is handed over as a root', async () => {
  const keys = newKeys('p-256');
  const key = await asCryptoKey(keys);
  const self = await newSigner(root, { issuer: { self: key } }, keys);
  const verdict = await judgeSignedBy(self, {}, { roots: [self.certificate] });
  expect(failedChecks(verdict)).toContain('chain');
});

test('an intermediate CA is followed, and needed', async () => {
  const between = await createAuthority({ commonName: 'Between' }, years(2024, 2030), root);
  const leaf = await newSigner(between);
  const chain = [between.certificate];
  expect(failedChecks(await judgeSignedBy(leaf, { chain }))).toEqual([]);
  expect(failedChecks(await judgeSignedBy(leaf))).toContain('chain');
});

test.each([
  ['with the usual key usage', ['digitalSignature', 'nonRepudiation']],
  ['with a key usage given by mistake', ['digitalSignature', 'keyCertSign']],
] as const)('a signer %s cannot issue certificates', async (_what, usage) => {
  const keys = newKeys('p-256');
  const clerk = await newSigner(root, { usage }, keys);
  const forged = await newSigner({ certificate: clerk.certificate, key: await asCryptoKey(keys) });
  const verdict = await judgeSignedBy(forged, { chain: [clerk.certificate] });
  expect(reasonOf(verdict, 'chain')).toBe('no-path-to-a-trusted-root');
});

test('a CA below one that allows none is refused', async () => {
  const { key } = root;
  const limited = await authorityCertificate('Limited', publicKeyOf(root), root, {
    pathLength: 0,
  });
  const below = await createAuthority({ commonName: 'Below' }, years(2024, 2030), {
    certificate: limited,
    key,
  });
  const chain = [below.certificate, limited];
  const verdict = await judgeSignedBy(await newSigner(below), { chain });
  expect(reasonOf(verdict, 'chain')).toBe('path-length-exceeded');
});

test('two CAs that certify each other do not keep the server busy', async () => {
  const a = await createAuthority({ commonName: 'A' }, years(2024, 2030));
  const b = await createAuthority({ commonName: 'B' }, years(2024, 2030));
  const chain = [
    await authorityCertificate('A', publicKeyOf(a), b),
    await authorityCertificate('B', publicKeyOf(b), a),
  ];
  const verdict = await judgeSignedBy(await newSigner(a), { chain });
  expect(reasonOf(verdict, 'chain')).toBe('no-path-to-a-trusted-root');
});
