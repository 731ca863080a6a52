/** The attributes under the signature (RFC 5652, 5.3 and 11; RFC 5035 for the certificate). */
import * as asn1js from 'asn1js';
import type * as pkijs from 'pkijs';
import { hashOfOid, type HashName } from './algorithms.ts';

export interface SignedAttributes {
  /** The bytes the signature is over: the attributes as an explicit SET OF. */
  readonly encoded: Uint8Array;
  readonly contentType: string | undefined;
  readonly messageDigest: Uint8Array | undefined;
  readonly signingTime: Date | undefined;
  readonly certificate: EssCertificate | undefined;
}

/** The first ESSCertIDv2: the signer's certificate by its hash. */
export interface EssCertificate {
  readonly hash: HashName;
  readonly certificateHash: Uint8Array;
}

const oid = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/**
 * `undefined` when there are none, or when an attribute comes twice or with several values: a
 * second reader could take the other one.
 */
export function readSignedAttributes(signer: pkijs.SignerInfo): SignedAttributes | undefined {
  const { signedAttrs } = signer;
  if (signedAttrs === undefined) return undefined;
  const values = new Map<string, unknown>();
  for (const { type, values: given } of signedAttrs.attributes) {
    if (values.has(type) || given.length !== 1) return undefined;
    values.set(type, given[0]);
  }
  return {
    encoded: new Uint8Array(signedAttrs.encodedValue),
    contentType: objectIdentifier(values.get(oid.contentType)),
    messageDigest: octets(values.get(oid.messageDigest)),
    signingTime: time(values.get(oid.signingTime)),
    certificate: essCertificate(values.get(oid.signingCertificateV2)),
  };
}

const objectIdentifier = (value: unknown): string | undefined =>
  value instanceof asn1js.ObjectIdentifier ? value.getValue() : undefined;

const octets = (value: unknown): Uint8Array | undefined =>
  value instanceof asn1js.OctetString ? value.valueBlock.valueHexView : undefined;

function time(value: unknown): Date | undefined {
  // GeneralizedTime is a UTCTime in asn1js, with its own reading of the year.
  if (!(value instanceof asn1js.UTCTime)) return undefined;
  const date = value.toDate();
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const members = (value: unknown): readonly unknown[] =>
  value instanceof asn1js.Sequence ? value.valueBlock.value : [];

/** `SEQUENCE { certs SEQUENCE OF { [hashAlgorithm,] certHash [, issuerSerial] } [, policies] }` */
function essCertificate(value: unknown): EssCertificate | undefined {
  const [certs] = members(value);
  const [first] = members(certs);
  const [head, second] = members(first);
  const explicit = head instanceof asn1js.Sequence;
  const hashOid = explicit ? objectIdentifier(members(head)[0]) : undefined;
  const hash = explicit ? hashOfOid(hashOid ?? '') : 'sha256';
  const certificateHash = octets(explicit ? second : head);
  return hash && certificateHash ? { hash, certificateHash } : undefined;
}
