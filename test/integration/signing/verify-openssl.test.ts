import { webcrypto } from 'node:crypto';
import { writeFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificatePem, type Authority } from '../../../build/demo-pki/issue.ts';
import { verifyCades } from '../../../sync-server/approvals/cms/verify.ts';
import { openssl } from './openssl-judge.ts';
import { failedChecks, reasonOf, sampleContent as content } from './signing-fixture.ts';
import { newKeys, newRoot, newSigner, type KeyChoice } from './software-signer.ts';

// CMS written by OpenSSL: our verification must accept what another program makes, and refuse
// the forms we do not take.

let dir: string;
let root: Authority;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hoso-openssl-'));
  root = await newRoot('Root');
  await writeFile(join(dir, 'content'), content);
  for (const choice of ['rsa-2048', 'p-256'] as const) await writeSigner(choice);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function writeSigner(choice: KeyChoice): Promise<void> {
  const signer = await newSigner(root, {}, newKeys(choice));
  const key = signer.privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(join(dir, `${choice}.pem`), certificatePem(signer.certificate) + String(key));
}

async function signedByOpenssl(...options: readonly string[]): Promise<Uint8Array> {
  const out = join(dir, 'out.der');
  const input = ['-sign', '-binary', '-in', join(dir, 'content'), '-outform', 'DER', '-out', out];
  const made = await openssl(['cms', ...input, ...options]);
  if (!made.ok) throw new Error(made.output);
  return new Uint8Array(await readFile(out));
}

const by = (choice: KeyChoice): readonly string[] => ['-signer', join(dir, `${choice}.pem`)];
const judge = (cms: Uint8Array) =>
  verifyCades({ cms, content, roots: [root.certificate], atUtc: new Date().toISOString() });

test.each([
  ['rsa-2048', 'sha256'],
  ['rsa-2048', 'sha384'],
  ['rsa-2048', 'sha512'],
  ['p-256', 'sha256'],
  ['p-256', 'sha512'],
] as const)('a CAdES signature by OpenSSL with %s and %s is good', async (choice, hash) => {
  const verdict = await judge(await signedByOpenssl('-cades', '-md', hash, ...by(choice)));
  expect(failedChecks(verdict)).toEqual([]);
});

test('SHA-1 is refused', async () => {
  const verdict = await judge(await signedByOpenssl('-cades', '-md', 'sha1', ...by('rsa-2048')));
  expect(reasonOf(verdict, 'algorithms')).toBe('signature-algorithm-not-accepted');
  expect(reasonOf(verdict, 'messageDigest')).toBe('digest-algorithm-not-accepted');
});

test('RSASSA-PSS is refused', async () => {
  const pss = ['-keyopt', 'rsa_padding_mode:pss'];
  const verdict = await judge(await signedByOpenssl('-cades', ...by('rsa-2048'), ...pss));
  expect(failedChecks(verdict)).toEqual(['algorithms', 'signature']);
});

test('content inside the CMS is refused', async () => {
  const verdict = await judge(await signedByOpenssl('-cades', '-nodetach', ...by('p-256')));
  expect(failedChecks(verdict)).toEqual(['detached']);
});

test('plain CMS without the CAdES attribute is refused', async () => {
  const verdict = await judge(await signedByOpenssl(...by('p-256')));
  expect(failedChecks(verdict)).toEqual(['certificateBinding']);
});

test('a signature without signed attributes is refused', async () => {
  const verdict = await judge(await signedByOpenssl('-noattr', ...by('p-256')));
  expect(reasonOf(verdict, 'signedAttributes')).toBe('missing-or-repeated');
  expect(verdict.ok).toBe(false);
});

test('a signer named by key identifier is refused', async () => {
  const verdict = await judge(await signedByOpenssl('-cades', '-keyid', ...by('p-256')));
  expect(reasonOf(verdict, 'signerCertificate')).toBe('signer-certificate-not-included');
});

test('two persons’ signatures in one CMS are refused', async () => {
  const verdict = await judge(await signedByOpenssl('-cades', ...by('p-256'), ...by('rsa-2048')));
  expect(reasonOf(verdict, 'oneSigner')).toBe('not-exactly-one-signer');
});

test('a certificate signed with SHA-1 is refused', async () => {
  const path = (name: string): string => join(dir, name);
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', root.key));
  await writeFile(path('ca.der'), pkcs8);
  await writeFile(path('ca.pem'), certificatePem(root.certificate));
  await writeFile(
    path('ext'),
    'keyUsage=critical,digitalSignature\nbasicConstraints=critical,CA:FALSE\n',
  );
  const subject = ['-subj', '/CN=Old', '-newkey', 'rsa:2048', '-nodes', '-keyout', path('old.key')];
  const asked = await openssl(['req', '-new', ...subject, '-out', path('old.csr')]);
  const ca = [
    '-CA',
    path('ca.pem'),
    '-CAkey',
    path('ca.der'),
    '-CAkeyform',
    'DER',
    '-CAcreateserial',
  ];
  const issued = await openssl([
    ...['x509', '-req', '-sha1', '-in', path('old.csr'), '-out', path('old.crt'), '-days', '30'],
    ...['-extfile', path('ext'), ...ca],
  ]);
  expect([asked.ok, issued.ok]).toEqual([true, true]);
  const signer = ['-signer', path('old.crt'), '-inkey', path('old.key')];
  const verdict = await judge(await signedByOpenssl('-cades', '-md', 'sha256', ...signer));
  expect(failedChecks(verdict)).toEqual(['algorithms']);
  expect(reasonOf(verdict, 'algorithms')).toBe('certificate-algorithm-not-accepted');
});
