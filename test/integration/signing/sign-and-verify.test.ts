import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TokenName } from '../../../build/demo-pki/pki.ts';
import type { SignedCms } from '../../../electron/signing/types.ts';
import { parseCms } from '../../../sync-server/approvals/cms/parse.ts';
import { verifyCades } from '../../../sync-server/approvals/cms/verify.ts';
import { judgeByOpenssl } from './openssl-judge.ts';
import {
  failedChecks,
  makeSigningFixture,
  sampleContent,
  type SigningFixture,
} from './signing-fixture.ts';
import { nodeHost, patientMs } from './worker-host.ts';

let fixture: SigningFixture;
beforeAll(async () => {
  fixture = await makeSigningFixture();
});
afterAll(() => fixture.remove());

async function signed(name: TokenName): Promise<SignedCms> {
  const result = await nodeHost(fixture.env).sign(fixture.request(name));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const nowUtc = (): string => new Date().toISOString();

describe.each([
  ['RSA-2048', 'head', 'Võ Minh Hiếu'],
  ['ECDSA P-256', 'chairman', 'Lê Thị Hà'],
  ['ECDSA P-256 under an intermediate CA', 'intermediate', 'Đặng Thị Ưng'],
] as const)('a signature by a token with %s', (_key, name, person) => {
  test('is good for the server and for OpenSSL', async () => {
    const { cms, certificateSha256 } = await signed(name);
    const roots = [fixture.root];
    const verdict = await verifyCades({ cms, content: sampleContent, roots, atUtc: nowUtc() });
    expect(failedChecks(verdict)).toEqual([]);
    expect(verdict.ok).toBe(true);
    expect(verdict.signer).toMatchObject({ certificateSha256, commonName: person });
    expect(Date.parse(verdict.signingTimeUtc ?? '')).toBeGreaterThan(Date.now() - patientMs);
    const { dir, pki } = fixture;
    const judged = await judgeByOpenssl({ dir, cms, content: sampleContent, caPem: pki.caPem });
    expect(judged.output).toContain('CAdES Verification successful');
    expect(judged.ok).toBe(true);
  });

  test('is bad for both when one byte of the content changed', async () => {
    const { cms } = await signed(name);
    const content = Uint8Array.from(sampleContent);
    content[5] = (content[5] ?? 0) ^ 1;
    const verdict = await verifyCades({ cms, content, roots: [fixture.root], atUtc: nowUtc() });
    expect(verdict.ok).toBe(false);
    expect(failedChecks(verdict)).toEqual(['messageDigest']);
    const { dir, pki } = fixture;
    const judged = await judgeByOpenssl({ dir, cms, content, caPem: pki.caPem });
    expect(judged.ok).toBe(false);
  });
});

test('empty content can be signed and verified', async () => {
  const content = new Uint8Array();
  const result = await nodeHost(fixture.env).sign(fixture.request('head', { content }));
  if (!result.ok) throw new Error(result.problem.code);
  const { cms } = result.value;
  const verdict = await verifyCades({ cms, content, roots: [fixture.root], atUtc: nowUtc() });
  expect(verdict.ok).toBe(true);
});

test('the issuers on the token are included, the root is not', async () => {
  const certificates = parseCms((await signed('intermediate')).cms)?.certificates ?? [];
  const names = certificates.map((der) => new X509Certificate(der).subject.split('CN=')[1]);
  expect(names).toEqual(['Đặng Thị Ưng', 'HoSo Demo Issuing CA']);
});

test('the signed attributes are in the order DER demands (X.690, 11.6)', async () => {
  const [signer] = parseCms((await signed('head')).cms)?.signers ?? [];
  const encodings = (signer?.signedAttrs?.attributes ?? []).map((attribute) =>
    Buffer.from(attribute.toSchema().toBER()),
  );
  expect(encodings).toHaveLength(4);
  expect(encodings).toEqual(encodings.toSorted((a, b) => Buffer.compare(a, b)));
});
