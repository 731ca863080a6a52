/** Did the owner of this certificate sign, and was it issued for that by someone we trust? */
import { verify } from 'node:crypto';
import type * as pkijs from 'pkijs';
import { keyMatches, signerHash, type HashName } from './algorithms.ts';
import { keyUsageBit, type CertificateFacts } from './certificate-facts.ts';
import { judgePath, judgePathAlgorithms, type CertificatePath } from './chain.ts';
import { isHashOf } from './judge-content.ts';
import type { SignedAttributes } from './signed-attributes.ts';
import { outcome, passed, refused, type CheckOutcome, type CheckOutcomes } from './verdict.ts';

/** By issuer and serial only; a key identifier (rare in CAdES) is not followed. */
export function isNamedBy({ structure }: CertificateFacts, { sid }: pkijs.SignerInfo): boolean {
  if (!isIssuerAndSerial(sid)) return false;
  const { issuer, serialNumber } = structure;
  return issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber);
}

const isIssuerAndSerial = (sid: unknown): sid is pkijs.IssuerAndSerialNumber =>
  typeof sid === 'object' && sid !== null && 'issuer' in sid && 'serialNumber' in sid;

export function judgeCertificate(
  own: CertificateFacts,
  path: CertificatePath | undefined,
  signer: pkijs.SignerInfo,
  attributes: SignedAttributes | undefined,
): CheckOutcomes {
  const digestOid = signer.digestAlgorithm.algorithmId;
  const signatureOid = signer.signatureAlgorithm.algorithmId;
  const hash = signerHash(digestOid, signatureOid);
  const accepted = hash !== undefined && keyMatches(own.publicKey, signatureOid);
  const signingBits = keyUsageBit.digitalSignature | keyUsageBit.nonRepudiation;
  return {
    signerCertificate: passed,
    algorithms: accepted
      ? judgePathAlgorithms(path ?? [own])
      : refused('signature-algorithm-not-accepted'),
    signature: accepted ? judgeSignature(own, signer, attributes, hash) : refused('not-reached'),
    certificateBinding: judgeBinding(own, attributes),
    notAnAuthority: outcome(!own.authority, 'certificate-of-a-ca'),
    keyUsage: outcome(((own.keyUsage ?? 0) & signingBits) !== 0, 'not-issued-for-signing'),
    chain: judgePath(path),
  };
}

function judgeSignature(
  own: CertificateFacts,
  signer: pkijs.SignerInfo,
  attributes: SignedAttributes | undefined,
  hash: HashName,
): CheckOutcome {
  if (attributes === undefined) return refused('not-reached');
  const value = signer.signature.valueBlock.valueHexView;
  return outcome(verify(hash, attributes.encoded, own.publicKey, value), 'signature-differs');
}

function judgeBinding(
  own: CertificateFacts,
  attributes: SignedAttributes | undefined,
): CheckOutcome {
  const named = attributes?.certificate;
  if (named === undefined) return refused('no-signing-certificate-v2');
  const { hash, certificateHash } = named;
  return outcome(isHashOf(hash, own.der, certificateHash), 'made-for-another-certificate');
}
