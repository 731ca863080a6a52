/**
 * What we accept, by object identifier; all the rest is refused. No SHA-1, no MD5, no keys below
 * RSA-2048. RSASSA-PSS is left out on purpose: its hash hides in parameters, and no token in use
 * in the province makes it.
 */
import type { KeyObject } from 'node:crypto';

export type HashName = 'sha256' | 'sha384' | 'sha512';
type KeyKind = 'rsa' | 'ec';

const hashes: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

interface SignatureAlgorithm {
  readonly key: KeyKind;
  readonly hash: HashName;
}

const signatures: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
};

/** A SignerInfo may name the key's algorithm only (RFC 3370, 3.2), as OpenSSL does. */
const rsaEncryptionOid = '1.2.840.113549.1.1.1';

const leastRsaBits = 2048;
const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1']);

export const hashOfOid = (oid: string): HashName | undefined =>
  Object.hasOwn(hashes, oid) ? hashes[oid] : undefined;

export const signatureOfOid = (oid: string): SignatureAlgorithm | undefined =>
  Object.hasOwn(signatures, oid) ? signatures[oid] : undefined;

/** The hash of a SignerInfo's signature, when its two algorithms are accepted and agree. */
export function signerHash(digestOid: string, signatureOid: string): HashName | undefined {
  const digest = hashOfOid(digestOid);
  if (signatureOid === rsaEncryptionOid) return digest;
  const signature = signatureOfOid(signatureOid);
  return signature !== undefined && signature.hash === digest ? digest : undefined;
}

export function isStrongKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') {
    return (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits;
  }
  return asymmetricKeyType === 'ec' && curves.has(asymmetricKeyDetails?.namedCurve ?? '');
}

/** The kind of key a signature algorithm needs; ours must be of it. */
export function keyMatches(key: KeyObject, signatureOid: string): boolean {
  const needed = signatureOid === rsaEncryptionOid ? 'rsa' : signatureOfOid(signatureOid)?.key;
  return key.asymmetricKeyType === needed;
}
