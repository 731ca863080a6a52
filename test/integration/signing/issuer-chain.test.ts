import { expect, test } from 'vitest';
import {
  createAuthority,
  issueCertificate,
  type Authority,
} from '../../../build/demo-pki/issue.ts';
import {
  issuerChain,
  readCertificate,
  type ReadCertificate,
} from '../../../electron/signing/certificate.ts';
import * as pkijs from 'pkijs';
import { newRoot, newSigner, years } from './software-signer.ts';

function read(der: Uint8Array): ReadCertificate {
  const certificate = readCertificate(der);
  if (certificate === undefined) throw new Error('not a certificate');
  return certificate;
}

function publicKeyOf({ certificate }: Authority): Uint8Array<ArrayBuffer> {
  const { subjectPublicKeyInfo } = pkijs.Certificate.fromBER(certificate);
  return new Uint8Array(subjectPublicKeyInfo.toSchema().toBER());
}

const crossCertificate = (of: Authority, commonName: string, issuer: Authority) =>
  issueCertificate({
    subject: { commonName },
    publicKey: publicKeyOf(of),
    issuer,
    ...years(2024, 2030),
    authority: true,
    usage: ['keyCertSign'],
  });

const subjects = (chain: readonly ReadCertificate[]): readonly string[] =>
  chain.map(({ info }) => info.commonName);

test('the issuers are found in any order, nearest first, without strangers and the root', async () => {
  const root = await newRoot('Root');
  const upper = await createAuthority({ commonName: 'Upper' }, years(2024, 2030), root);
  const lower = await createAuthority({ commonName: 'Lower' }, years(2024, 2030), upper);
  const stranger = await createAuthority({ commonName: 'Stranger' }, years(2024, 2030), root);
  const leaf = read((await newSigner(lower)).certificate);
  const onToken = [root, stranger, upper, lower].map(({ certificate }) => read(certificate));
  expect(subjects(issuerChain(leaf, [leaf, ...onToken]))).toEqual(['Lower', 'Upper']);
});

test('a certificate that is no CA is nobody’s issuer, whatever its key usage', async () => {
  const root = await newRoot('Root');
  const clerk = await newSigner(root, {
    subject: { commonName: 'Clerk' },
    publicKey: publicKeyOf(root),
    usage: ['keyCertSign'],
  });
  const issuer = { certificate: clerk.certificate, key: root.key };
  const leaf = read((await newSigner(issuer)).certificate);
  expect(issuerChain(leaf, [read(clerk.certificate)])).toEqual([]);
});

test('two CAs that certify each other end the search', async () => {
  const a = await newRoot('A');
  const b = await newRoot('B');
  const onToken = [
    read(await crossCertificate(a, 'A', b)),
    read(await crossCertificate(b, 'B', a)),
  ];
  const leaf = read((await newSigner(a)).certificate);
  expect(subjects(issuerChain(leaf, onToken))).toEqual(['A', 'B']);
});

test('bytes that are no certificate are not one', () => {
  expect(readCertificate(new Uint8Array(40))).toBeUndefined();
});
