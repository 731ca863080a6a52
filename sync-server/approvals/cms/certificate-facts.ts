/** A certificate as the checks see it: OpenSSL's reading (node:crypto) and its extensions. */
import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { CadesSigner } from './verdict.ts';

export interface CertificateFacts {
  readonly sha256: string;
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  readonly structure: pkijs.Certificate;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** basicConstraints CA, whatever the key usage says. */
  readonly authority: boolean;
  /** CAs allowed below this one; `undefined` for no limit. */
  readonly pathLength: number | undefined;
  /** First byte of KeyUsage; `undefined` when the extension is absent. */
  readonly keyUsage: number | undefined;
  /** It carries a critical extension we do not process: RFC 5280 says refuse. */
  readonly unknownCritical: boolean;
}

export const keyUsageBit = {
  digitalSignature: 0x80,
  nonRepudiation: 0x40,
  keyCertSign: 4,
} as const;

const oid = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19' } as const;
/** Also harmless when critical: alternative name, certificate policies, extended key usage. */
const processed: ReadonlySet<string> = new Set([
  oid.keyUsage,
  oid.basicConstraints,
  '2.5.29.17',
  '2.5.29.32',
  '2.5.29.37',
]);

/** `undefined` for what is no certificate, or has a key OpenSSL cannot read. */
export function readCertificate(der: Uint8Array): CertificateFacts | undefined {
  try {
    return read(Uint8Array.from(der));
  } catch {
    // Two parsers, many error classes, one meaning: not a certificate we can judge.
    return undefined;
  }
}

function read(der: Uint8Array<ArrayBuffer>): CertificateFacts {
  const x509 = new X509Certificate(der);
  const structure = pkijs.Certificate.fromBER(der);
  const extensions = structure.extensions ?? [];
  const valueOf = (id: string): unknown => extensions.find((e) => e.extnID === id)?.parsedValue;
  const constraints = valueOf(oid.basicConstraints);
  return {
    sha256: createHash('sha256').update(der).digest('hex'),
    der,
    x509,
    publicKey: x509.publicKey,
    structure,
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    authority: constraints instanceof pkijs.BasicConstraints && constraints.cA,
    pathLength: pathLengthOf(constraints),
    keyUsage: keyUsageOf(valueOf(oid.keyUsage)),
    unknownCritical: extensions.some((e) => e.critical && !processed.has(e.extnID)),
  };
}

function pathLengthOf(constraints: unknown): number | undefined {
  if (!(constraints instanceof pkijs.BasicConstraints)) return undefined;
  const limit = constraints.pathLenConstraint;
  if (limit === undefined || typeof limit === 'number') return limit;
  // An integer too large for a number limits nothing that fits into a CMS.
  return undefined;
}

function keyUsageOf(value: unknown): number | undefined {
  return value instanceof asn1js.BitString ? (value.valueBlock.valueHexView[0] ?? 0) : undefined;
}

export const isValidAt = ({ notBefore, notAfter }: CertificateFacts, at: Date): boolean =>
  notBefore <= at && at <= notAfter;

export function signerOf({ sha256, x509, notBefore, notAfter }: CertificateFacts): CadesSigner {
  const oneLine = (name: string): string => name.split('\n').join(', ');
  const names: string | readonly string[] | undefined = x509.toLegacyObject().subject.CN;
  return {
    certificateSha256: sha256,
    subject: oneLine(x509.subject),
    commonName: typeof names === 'string' ? names : (names?.[0] ?? ''),
    issuer: oneLine(x509.issuer),
    serialNumber: x509.serialNumber.toUpperCase(),
    notBeforeUtc: notBefore.toISOString(),
    notAfterUtc: notAfter.toISOString(),
  };
}
