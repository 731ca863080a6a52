/** The extensions of a certificate (RFC 5280, 4.2.1). */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Each usage's bit in the first byte of the KeyUsage bit string. */
const keyUsageBits = {
  digitalSignature: 0x80,
  nonRepudiation: 0x40,
  keyEncipherment: 0x20,
  keyCertSign: 0x04,
  cRLSign: 0x02,
} as const;
export type KeyUsageName = keyof typeof keyUsageBits;

const emailProtectionOid = '1.3.6.1.5.5.7.3.4';

export function extension(
  extnID: string,
  critical: boolean,
  value: asn1js.BaseBlock,
): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}

export function basicConstraints(cA: boolean, pathLenConstraint?: number): pkijs.Extension {
  const limit = pathLenConstraint === undefined ? {} : { pathLenConstraint };
  return extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA, ...limit }).toSchema());
}

export function keyUsage(usage: readonly KeyUsageName[]): pkijs.Extension {
  const byte = usage.reduce((bits, name) => bits | keyUsageBits[name], 0);
  // DER: trailing zero bits of a named bit list are cut off and counted.
  const unusedBits = byte === 0 ? 0 : 31 - Math.clz32(byte & -byte);
  const value = new asn1js.BitString({ valueHex: Uint8Array.of(byte), unusedBits });
  return extension('2.5.29.15', true, value);
}

export function extendedKeyUsage(): pkijs.Extension {
  const value = new pkijs.ExtKeyUsage({ keyPurposes: [emailProtectionOid] }).toSchema();
  return extension('2.5.29.37', false, value);
}

/** Subject and authority key identifiers by SHA-256 cut to 160 bits (RFC 7093, 2, method 1). */
export function keyIdentifiers(
  subject: pkijs.PublicKeyInfo,
  issuer: pkijs.PublicKeyInfo,
): readonly pkijs.Extension[] {
  const own = new asn1js.OctetString({ valueHex: identifierOf(subject) });
  const keyIdentifier = new asn1js.OctetString({ valueHex: identifierOf(issuer) });
  return [
    extension('2.5.29.14', false, own),
    extension('2.5.29.35', false, new pkijs.AuthorityKeyIdentifier({ keyIdentifier }).toSchema()),
  ];
}

function identifierOf(key: pkijs.PublicKeyInfo): Uint8Array<ArrayBuffer> {
  const bits = key.subjectPublicKey.valueBlock.valueHexView;
  return new Uint8Array(createHash('sha256').update(bits).digest().subarray(0, 20));
}
