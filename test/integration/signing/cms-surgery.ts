/** Changes a finished CMS the way a forger, a careless program or a bad line would. */
import { sign, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

function opened(cms: Uint8Array): pkijs.SignedData {
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms));
  return new pkijs.SignedData({ schema: info.content });
}

function closed(signedData: pkijs.SignedData): Uint8Array {
  const content = signedData.toSchema(true);
  const info = new pkijs.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content });
  return new Uint8Array(info.toSchema().toBER());
}

/** Other certificates beside the same signature. */
export function withCertificates(cms: Uint8Array, ders: readonly Uint8Array[]): Uint8Array {
  const signedData = opened(cms);
  signedData.certificates = ders.map((der) => pkijs.Certificate.fromBER(Uint8Array.from(der)));
  return closed(signedData);
}

/** Other signed attributes, signed anew by the owner of the key: a program that errs. */
export function withAttributes(
  cms: Uint8Array,
  key: KeyObject,
  change: (attributes: readonly pkijs.Attribute[]) => readonly pkijs.Attribute[],
): Uint8Array {
  const signedData = opened(cms);
  const [signer] = signedData.signerInfos;
  if (signer?.signedAttrs === undefined) throw new Error('a CMS with signed attributes is needed');
  const attributes = [...change(signer.signedAttrs.attributes)];
  const encoded = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) }).toBER();
  signer.signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes });
  const valueHex = Uint8Array.from(sign('sha256', new Uint8Array(encoded), key));
  signer.signature = new asn1js.OctetString({ valueHex });
  return closed(signedData);
}

/** Names other algorithms than those the signature was made with. */
export function withAlgorithms(cms: Uint8Array, digest: string, signature: string): Uint8Array {
  const signedData = opened(cms);
  const [signer] = signedData.signerInfos;
  if (signer === undefined) throw new Error('a CMS with a signer is needed');
  signer.digestAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: digest });
  signer.signatureAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: signature });
  return closed(signedData);
}

/** A second SignerInfo: the first one again. */
export function withTwoSigners(cms: Uint8Array): Uint8Array {
  const signedData = opened(cms);
  signedData.signerInfos = [...signedData.signerInfos, ...signedData.signerInfos];
  return closed(signedData);
}

/** The same with one bit of the last byte changed: in our CMS the end of the signature value. */
export function withOtherSignature(cms: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(cms);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
}
