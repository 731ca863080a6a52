/** A person's signing key in software, for tests of what the server does with a signature. */
import { createSign, webcrypto, type KeyObject, KeyObject as Keys } from 'node:crypto';
import {
  certificatePem,
  createAuthority,
  issueCertificate,
  signerUsage,
  type Authority,
} from '../../build/demo-pki/issue.ts';
import { signCms } from '../../electron/signing/cms-sign.ts';

const day = 24 * 3600 * 1000;
const validity = () => ({
  notBefore: new Date(Date.now() - 400 * day),
  notAfter: new Date(Date.now() + 400 * day),
});

export interface SoftwareSigner {
  readonly certificatePem: string;
  /** Base64 DER, as an approval carries it. */
  sign(text: string, signedAt?: Date): Promise<string>;
}

export interface SoftwareCa {
  readonly pem: string;
  issue(commonName: string): Promise<SoftwareSigner>;
}

export async function createSoftwareCa(commonName = 'CA thử nghiệm'): Promise<SoftwareCa> {
  const authority = await createAuthority({ commonName }, validity());
  return {
    pem: certificatePem(authority.certificate),
    issue: (subject) => issueSigner(authority, subject),
  };
}

async function issueSigner(authority: Authority, commonName: string): Promise<SoftwareSigner> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const certificate = await issueCertificate({
    subject: { commonName },
    publicKey: new Uint8Array(await webcrypto.subtle.exportKey('spki', keys.publicKey)),
    issuer: authority,
    ...validity(),
    authority: false,
    usage: signerUsage,
  });
  const key: KeyObject = Keys.from(keys.privateKey);
  return {
    certificatePem: certificatePem(certificate),
    async sign(text, signedAt = new Date()) {
      const cms = await signCms({
        content: new TextEncoder().encode(text),
        certificate,
        chain: [],
        signedAt,
        sign: (bytes) => createSign('sha256').update(bytes).sign(key),
      });
      return Buffer.from(cms).toString('base64');
    },
  };
}
