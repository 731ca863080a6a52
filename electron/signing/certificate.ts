/** Reads a certificate found on a token and says whether it was issued for signing. */
import { createHash, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { CertificateInfo } from './types.ts';

export interface ReadCertificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly info: CertificateInfo;
}

const keyUsageOid = '2.5.29.15';
const digitalSignatureBit = 0x80;
const nonRepudiationBit = 0x40;
/** The server refuses weaker keys; saying so before the PIN is typed saves a useless attempt. */
const leastRsaBits = 2048;
const acceptedCurves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1']);

/** `undefined` for bytes that are no X.509 certificate: tokens do carry such objects. */
export function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  try {
    const x509 = new X509Certificate(der);
    return { der: x509.raw, x509, info: describe(x509) };
  } catch {
    return undefined;
  }
}

function describe(x509: X509Certificate): CertificateInfo {
  const oneLine = (name: string): string => name.split('\n').join(', ');
  return {
    sha256: createHash('sha256').update(x509.raw).digest('hex'),
    subject: oneLine(x509.subject),
    commonName: commonNameOf(x509),
    issuer: oneLine(x509.issuer),
    // OpenSSL (Node) writes capitals, BoringSSL (Electron) small letters.
    serialNumber: x509.serialNumber.toUpperCase(),
    notBeforeUtc: new Date(x509.validFrom).toISOString(),
    notAfterUtc: new Date(x509.validTo).toISOString(),
    // Says nothing of the dates: a list shows an expired certificate with its date, not a gap.
    usableForSigning: !x509.ca && hasAcceptedKey(x509) && hasSigningUsage(x509.raw),
  };
}

function commonNameOf(x509: X509Certificate): string {
  const names: string | readonly string[] | undefined = x509.toLegacyObject().subject.CN;
  return typeof names === 'string' ? names : (names?.[0] ?? '');
}

function hasAcceptedKey(x509: X509Certificate): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = x509.publicKey;
  if (asymmetricKeyType === 'rsa') {
    return (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits;
  }
  return asymmetricKeyType === 'ec' && acceptedCurves.has(asymmetricKeyDetails?.namedCurve ?? '');
}

/** Node's own `keyUsage` is the *extended* key usage, hence the look at the extension itself. */
function hasSigningUsage(der: Uint8Array): boolean {
  const { extensions = [] } = pkijs.Certificate.fromBER(der);
  const usage: unknown = extensions.find((each) => each.extnID === keyUsageOid)?.parsedValue;
  if (!(usage instanceof asn1js.BitString)) return false;
  const bits = usage.valueBlock.valueHexView[0] ?? 0;
  return (bits & (digitalSignatureBit | nonRepudiationBit)) !== 0;
}

/**
 * The issuers of a certificate among those on the same token, nearest first, without the
 * self-signed root: whoever verifies must have that one already.
 */
export function issuerChain(
  leaf: ReadCertificate,
  others: readonly ReadCertificate[],
): readonly ReadCertificate[] {
  const chain: ReadCertificate[] = [];
  let current = leaf;
  for (;;) {
    const issuer = others.find((each) => !chain.includes(each) && isIssuer(each, current));
    if (issuer === undefined) return chain;
    chain.push(issuer);
    current = issuer;
  }
}

/** `checkIssued` is true for any leaf with the right name, so `ca` is looked at by hand. */
function isIssuer(issuer: ReadCertificate, issued: ReadCertificate): boolean {
  const selfSigned = issuer.info.subject === issuer.info.issuer;
  return (
    issuer.x509.ca &&
    !selfSigned &&
    issued.x509.checkIssued(issuer.x509) &&
    issued.x509.verify(issuer.x509.publicKey)
  );
}
