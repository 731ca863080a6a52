/** A certificate handed in as PEM, as it is kept with an account. */
import { X509Certificate } from 'node:crypto';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { RegisteredCertificate } from './account-document.ts';

const pemLimit = 20_000;

/** @param by the account that registers it */
export function readPemCertificate(
  pem: string,
  by: string,
  nowMs: number,
): Result<RegisteredCertificate> {
  const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(
    pem.slice(0, pemLimit),
  )?.[0];
  if (block === undefined) return failed('CERTIFICATE_UNREADABLE');
  try {
    const certificate = new X509Certificate(block);
    const commonName = /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? '';
    return done({
      sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      pem: certificate.toString(),
      commonName,
      notAfterUtc: new Date(certificate.validTo).toISOString(),
      registeredAtUtc: new Date(nowMs).toISOString(),
      registeredBy: by,
    });
  } catch {
    // OpenSSL has many ways to say that bytes are no certificate; to the caller they are one.
    return failed('CERTIFICATE_UNREADABLE');
  }
}
