/** Issues X.509 certificates with pkijs and WebCrypto. Test certificates only. */
import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { basicConstraints, extendedKeyUsage, keyIdentifiers, keyUsage } from './extensions.ts';
import type { KeyUsageName } from './extensions.ts';

const engine = new pkijs.CryptoEngine({ name: 'demo-pki', crypto: webcrypto });

export interface DistinguishedName {
  readonly commonName: string;
  readonly organisation?: string;
}

/** Whoever signs certificates: its own certificate and private key. */
export interface Authority {
  readonly certificate: Uint8Array<ArrayBuffer>;
  readonly key: webcrypto.CryptoKey;
}

export interface CertificateOrder {
  readonly subject: DistinguishedName;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** `self`: signed by the given key, with the subject as issuer. */
  readonly issuer: Authority | { readonly self: webcrypto.CryptoKey };
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly authority: boolean;
  readonly usage: readonly KeyUsageName[];
  /** Random when absent; tests give one to make two certificates with the same name. */
  readonly serialNumber?: Uint8Array<ArrayBuffer>;
  /** CAs allowed below this one. */
  readonly pathLength?: number;
  readonly extraExtensions?: readonly pkijs.Extension[];
}

export const signerUsage: readonly KeyUsageName[] = ['digitalSignature', 'nonRepudiation'];
const authorityUsage: readonly KeyUsageName[] = ['keyCertSign', 'cRLSign'];

/** @returns the certificate in DER, signed with SHA-256. */
export async function issueCertificate(order: CertificateOrder): Promise<Uint8Array<ArrayBuffer>> {
  const parent = 'self' in order.issuer ? undefined : order.issuer;
  const parentCertificate = parent && pkijs.Certificate.fromBER(parent.certificate);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: order.serialNumber ?? newSerial() });
  certificate.subject = nameOf(order.subject);
  certificate.issuer = parentCertificate?.subject ?? certificate.subject;
  certificate.notBefore = new pkijs.Time({ value: order.notBefore });
  certificate.notAfter = new pkijs.Time({ value: order.notAfter });
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(order.publicKey);
  const issuerKey = (parentCertificate ?? certificate).subjectPublicKeyInfo;
  certificate.extensions = [
    basicConstraints(order.authority, order.pathLength),
    keyUsage(order.usage),
    ...keyIdentifiers(certificate.subjectPublicKeyInfo, issuerKey),
    ...(order.authority ? [] : [extendedKeyUsage()]),
    ...(order.extraExtensions ?? []),
  ];
  const signingKey = 'self' in order.issuer ? order.issuer.self : order.issuer.key;
  await certificate.sign(signingKey, 'SHA-256', engine);
  return new Uint8Array(certificate.toSchema(true).toBER());
}

/** A new CA with an RSA-2048 key: a root, or an intermediate of the given parent. */
export async function createAuthority(
  subject: DistinguishedName,
  validity: { readonly notBefore: Date; readonly notAfter: Date },
  parent?: Authority,
): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ['sign', 'verify'],
  );
  const certificate = await issueCertificate({
    subject,
    publicKey: new Uint8Array(await webcrypto.subtle.exportKey('spki', keys.publicKey)),
    issuer: parent ?? { self: keys.privateKey },
    ...validity,
    authority: true,
    usage: authorityUsage,
  });
  return { certificate, key: keys.privateKey };
}

/**
 * Names are Vietnamese: UTF8String, but for the country, which X.520 fixes. Encoded by hand and
 * read back: pkijs would write all parts into one SET, a multi-valued name ("C=VN + CN=…").
 */
function nameOf({ commonName, organisation }: DistinguishedName): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: asn1js.PrintableString | asn1js.Utf8String): asn1js.Set => {
    const pair = [new asn1js.ObjectIdentifier({ value: type }), value];
    return new asn1js.Set({ value: [new asn1js.Sequence({ value: pair })] });
  };
  const parts = [
    part('2.5.4.6', new asn1js.PrintableString({ value: 'VN' })),
    ...(organisation ? [part('2.5.4.10', new asn1js.Utf8String({ value: organisation }))] : []),
    part('2.5.4.3', new asn1js.Utf8String({ value: commonName })),
  ];
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: parts }).toBER());
}

/** 16 random bytes, first bits 01: positive and never shortened in DER. */
function newSerial(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

export function certificatePem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
