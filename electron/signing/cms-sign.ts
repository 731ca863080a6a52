/**
 * CAdES-B (ETSI EN 319 122-1): CMS SignedData, detached, SHA-256, with the signed attributes
 * contentType, messageDigest, signingTime and signing-certificate-v2. pkijs writes the
 * structures; the signature value comes from whoever holds the key.
 */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

export interface CmsToSign {
  readonly content: Uint8Array;
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array;
  /** Issuers, nearest first, DER; the root may be left out. */
  readonly chain: readonly Uint8Array[];
  readonly signedAt: Date;
  /** Signs the given bytes (hashing them with SHA-256) and returns an X.509-form signature. */
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaKey: '1.2.840.113549.1.1.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** @returns the CMS in DER. */
export async function signCms(input: CmsToSign): Promise<Uint8Array> {
  const certificate = pkijs.Certificate.fromBER(input.certificate);
  const attributes = signedAttributes(input, certificate);
  // RFC 5652, 5.4: what is signed is the attributes as an explicit SET OF, not as written [0].
  const toSign = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER();
  const signature = await input.sign(new Uint8Array(toSign));
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    digestAlgorithm: sha256Algorithm(),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: signatureAlgorithm(certificate),
    signature: new asn1js.OctetString({ valueHex: Uint8Array.from(signature) }),
  });
  const signedData = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [sha256Algorithm()],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [certificate, ...input.chain.map((each) => pkijs.Certificate.fromBER(each))],
    signerInfos: [signerInfo],
  });
  const contentType = oid.signedData;
  const wrapped = new pkijs.ContentInfo({ contentType, content: signedData.toSchema(true) });
  return new Uint8Array(wrapped.toSchema().toBER());
}

/** RFC 5754, 2: the parameters of a SHA-2 digest algorithm are left out. */
const sha256Algorithm = (): pkijs.AlgorithmIdentifier =>
  new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 });

function signatureAlgorithm(certificate: pkijs.Certificate): pkijs.AlgorithmIdentifier {
  return certificate.subjectPublicKeyInfo.algorithm.algorithmId === oid.rsaKey
    ? new pkijs.AlgorithmIdentifier({
        algorithmId: oid.sha256WithRsa,
        algorithmParams: new asn1js.Null(),
      })
    : new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
}

function signedAttributes(input: CmsToSign, certificate: pkijs.Certificate): pkijs.Attribute[] {
  const attribute = (type: string, value: asn1js.BaseBlock): pkijs.Attribute =>
    new pkijs.Attribute({ type, values: [value] });
  const digest = sha256(input.content);
  return derSorted([
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new asn1js.OctetString({ valueHex: digest })),
    attribute(oid.signingTime, timeBlock(input.signedAt)),
    attribute(oid.signingCertificateV2, essCertificate(input.certificate, certificate)),
  ]);
}

/** DER wants the members of a SET OF in the order of their encodings (X.690, 11.6). */
function derSorted(attributes: readonly pkijs.Attribute[]): pkijs.Attribute[] {
  return attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
    .map(({ attribute }) => attribute);
}

/** RFC 5652, 11.3: UTCTime until 2049, GeneralizedTime after; whole seconds in both. */
function timeBlock(at: Date): asn1js.BaseBlock {
  const valueDate = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return valueDate.getUTCFullYear() < 2050
    ? new asn1js.UTCTime({ valueDate })
    : new asn1js.GeneralizedTime({ valueDate });
}

/** SigningCertificateV2 (RFC 5035) with one ESSCertIDv2; SHA-256 is its default and left out. */
function essCertificate(der: Uint8Array, certificate: pkijs.Certificate): asn1js.Sequence {
  const issuer = new pkijs.GeneralName({ type: 4, value: certificate.issuer });
  const issuerSerial = new asn1js.Sequence({
    value: [new pkijs.GeneralNames({ names: [issuer] }).toSchema(), certificate.serialNumber],
  });
  const certId = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: sha256(der) }), issuerSerial],
  });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [certId] })] });
}
