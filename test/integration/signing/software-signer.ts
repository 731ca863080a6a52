/** Signers without a token, for trying the verification: keys in memory, any certificate. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  createAuthority,
  issueCertificate,
  signerUsage,
  type Authority,
  type CertificateOrder,
} from '../../../build/demo-pki/issue.ts';
import { signCms } from '../../../electron/signing/cms-sign.ts';

export type KeyChoice = 'rsa-1024' | 'rsa-2048' | 'p-256' | 'p-384';

export interface Keys {
  readonly privateKey: KeyObject;
  readonly spki: Uint8Array<ArrayBuffer>;
}

export interface Signer extends Keys {
  readonly certificate: Uint8Array<ArrayBuffer>;
}

export const years = (from: number, to: number) => ({
  notBefore: new Date(Date.UTC(from, 0, 1)),
  notAfter: new Date(Date.UTC(to, 0, 1)),
});

export const newRoot = (commonName: string, validity = years(2020, 2040)): Promise<Authority> =>
  createAuthority({ commonName }, validity);

export function newKeys(choice: KeyChoice): Keys {
  const made =
    choice === 'rsa-1024' || choice === 'rsa-2048'
      ? generateKeyPairSync('rsa', { modulusLength: choice === 'rsa-1024' ? 1024 : 2048 })
      : generateKeyPairSync('ec', { namedCurve: choice === 'p-256' ? 'P-256' : 'P-384' });
  const spki = Uint8Array.from(made.publicKey.export({ type: 'spki', format: 'der' }));
  return { privateKey: made.privateKey, spki };
}

export async function newSigner(
  issuer: Authority,
  changes: Partial<CertificateOrder> = {},
  keys: Keys = newKeys('p-256'),
): Promise<Signer> {
  const certificate = await issueCertificate({
    subject: { commonName: 'Người Ký', organisation: 'Đơn vị' },
    publicKey: keys.spki,
    issuer,
    ...years(2025, 2029),
    authority: false,
    usage: signerUsage,
    ...changes,
  });
  return { ...keys, certificate };
}

export interface SoftwareSigning {
  readonly content: Uint8Array;
  readonly signedAtUtc: string;
  readonly chain?: readonly Uint8Array[];
}

export const signInMemory = (
  { certificate, privateKey }: Signer,
  { content, signedAtUtc, chain = [] }: SoftwareSigning,
): Promise<Uint8Array> =>
  signCms({
    content,
    certificate,
    chain,
    signedAt: new Date(signedAtUtc),
    sign: (bytes) => sign('sha256', bytes, privateKey),
  });
