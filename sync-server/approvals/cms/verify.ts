/**
 * Verifies a detached CAdES-B signature against content, trusted roots and a time. Whatever the
 * bytes are, the answer is a verdict; nothing here throws on them. Not looked at: revocation
 * (no line to the national CA can be counted on) and who the signer is: compare
 * `signer.certificateSha256` with the certificate registered to the account.
 */
import { createHash, timingSafeEqual, verify } from 'node:crypto';
import type * as pkijs from 'pkijs';
import { hashOfOid, keyMatches, signerHash, type HashName } from './algorithms.ts';
import {
  isValidAt,
  keyUsageBit,
  readCertificate,
  signerOf,
  type CertificateFacts,
} from './certificate-facts.ts';
import { findPath, judgePath, judgePathAlgorithms, type CertificatePath } from './chain.ts';
import { parseCms, type ParsedCms } from './parse.ts';
import { readSignedAttributes, type SignedAttributes } from './signed-attributes.ts';
import {
  outcome,
  passed,
  refused,
  verdictOf,
  type CadesVerdict,
  type CheckOutcome,
  type CheckOutcomes,
} from './verdict.ts';

export interface CadesInput {
  readonly cms: Uint8Array;
  /** The exact bytes that were signed. */
  readonly content: Uint8Array;
  /** Trusted root certificates, DER. */
  readonly roots: readonly Uint8Array[];
  /**
   * When the signature was first seen by someone we trust: the server's clock at receipt. Keep
   * it with the approval and give the same one when verifying again years later.
   */
  readonly atUtc: string;
  /** How far an office PC's clock may run ahead of ours. */
  readonly clockToleranceMs?: number;
}

const dataOid = '1.2.840.113549.1.7.1';
const defaultClockToleranceMs = 10 * 60 * 1000;

export function verifyCades(input: CadesInput): Promise<CadesVerdict> {
  const cms = parseCms(input.cms);
  if (cms === undefined) {
    return Promise.resolve(verdictOf({ wellFormed: refused('not-a-der-signed-data') }));
  }
  const [signer] = cms.signers;
  const outcomes: CheckOutcomes = {
    wellFormed: passed,
    detached: outcome(!cms.embedsContent, 'content-inside'),
    oneSigner: outcome(cms.signers.length === 1, 'not-exactly-one-signer'),
  };
  if (signer === undefined || cms.signers.length > 1) return Promise.resolve(verdictOf(outcomes));
  return Promise.resolve(judgeSigner(input, cms, signer, outcomes));
}

function judgeSigner(
  input: CadesInput,
  cms: ParsedCms,
  signer: pkijs.SignerInfo,
  outcomes: CheckOutcomes,
): CadesVerdict {
  const attributes = readSignedAttributes(signer);
  const signingTime = attributes?.signingTime;
  const certificates = readAll(cms.certificates);
  const own = certificates.find((each) => isNamedBy(each, signer));
  const path = own && findPath(own, certificates, readAll(input.roots));
  const facts = {
    ...(own && { signer: signerOf(own) }),
    ...(signingTime && { signingTimeUtc: signingTime.toISOString() }),
  };
  return verdictOf(
    {
      ...outcomes,
      ...judgeContent(input.content, cms, signer, attributes),
      ...(own ? judgeCertificate(own, path, signer, attributes) : noCertificate),
      ...judgeTimes(input, path, signingTime),
    },
    facts,
  );
}

const noCertificate: CheckOutcomes = {
  signerCertificate: refused('signer-certificate-not-included'),
};

const readAll = (ders: readonly Uint8Array[]): readonly CertificateFacts[] =>
  ders.map(readCertificate).filter((each) => each !== undefined);

/** By issuer and serial only; a key identifier (rare in CAdES) is not followed. */
function isNamedBy({ structure }: CertificateFacts, { sid }: pkijs.SignerInfo): boolean {
  if (!isIssuerAndSerial(sid)) return false;
  const { issuer, serialNumber } = structure;
  return issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber);
}

const isIssuerAndSerial = (sid: unknown): sid is pkijs.IssuerAndSerialNumber =>
  typeof sid === 'object' && sid !== null && 'issuer' in sid && 'serialNumber' in sid;

function judgeContent(
  content: Uint8Array,
  cms: ParsedCms,
  signer: pkijs.SignerInfo,
  attributes: SignedAttributes | undefined,
): CheckOutcomes {
  if (attributes === undefined) return { signedAttributes: refused('missing-or-repeated') };
  const { contentType, messageDigest, signingTime } = attributes;
  const typesAgree = contentType === dataOid && cms.contentType === dataOid;
  return {
    signedAttributes: outcome(typesAgree && messageDigest !== undefined, 'missing-or-repeated'),
    signingTimePresent: outcome(signingTime !== undefined, 'no-signing-time'),
    messageDigest: judgeDigest(
      content,
      hashOfOid(signer.digestAlgorithm.algorithmId),
      messageDigest,
    ),
  };
}

function judgeDigest(
  content: Uint8Array,
  hash: HashName | undefined,
  claimed: Uint8Array | undefined,
): CheckOutcome {
  if (hash === undefined) return refused('digest-algorithm-not-accepted');
  if (claimed === undefined) return refused('no-message-digest');
  return outcome(isHashOf(hash, content, claimed), 'content-differs');
}

function isHashOf(hash: HashName, bytes: Uint8Array, claimed: Uint8Array): boolean {
  const computed = createHash(hash).update(bytes).digest();
  return computed.length === claimed.length && timingSafeEqual(computed, claimed);
}

function judgeCertificate(
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

function judgeTimes(
  { atUtc, clockToleranceMs = defaultClockToleranceMs }: CadesInput,
  path: CertificatePath | undefined,
  signingTime: Date | undefined,
): CheckOutcomes {
  const given = new Date(atUtc);
  const known = !Number.isNaN(given.getTime());
  const allValidAt = (at: Date): CheckOutcome =>
    outcome(path?.every((each) => isValidAt(each, at)) ?? false, 'outside-the-certificate-dates');
  const latest = given.getTime() + clockToleranceMs;
  return {
    validAtGivenTime: known ? allValidAt(given) : refused('given-time-unreadable'),
    ...(signingTime && {
      validAtSigningTime: allValidAt(signingTime),
      signingTimeNotInFuture: outcome(
        known && signingTime.getTime() <= latest,
        'signed-after-the-given-time',
      ),
    }),
  };
}
