/**
 * Verifies a detached CAdES-B signature against content, trusted roots and a time. Whatever the
 * bytes are, the answer is a verdict; nothing here throws on them. Not looked at: revocation
 * (no line to the national CA can be counted on) and who the signer is: compare
 * `signer.certificateSha256` with the certificate registered to the account.
 */
import type * as pkijs from 'pkijs';
import { readCertificate, signerOf, type CertificateFacts } from './certificate-facts.ts';
import { findPath } from './chain.ts';
import { isNamedBy, judgeCertificate } from './judge-certificate.ts';
import { judgeContent } from './judge-content.ts';
import { judgeTimes } from './judge-times.ts';
import { parseCms, type ParsedCms } from './parse.ts';
import { readSignedAttributes } from './signed-attributes.ts';
import {
  outcome,
  passed,
  refused,
  verdictOf,
  type CadesVerdict,
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

export function verifyCades(input: CadesInput): Promise<CadesVerdict> {
  try {
    return Promise.resolve(judge(input));
  } catch {
    // A structure that parses and still makes a library throw when it is read: hostile.
    return Promise.resolve(verdictOf({ wellFormed: refused('unreadable') }));
  }
}

function judge(input: CadesInput): CadesVerdict {
  const cms = parseCms(input.cms);
  if (cms === undefined) return verdictOf({ wellFormed: refused('not-a-der-signed-data') });
  const outcomes: CheckOutcomes = {
    wellFormed: passed,
    detached: outcome(!cms.embedsContent, 'content-inside'),
    oneSigner: outcome(cms.signers.length === 1, 'not-exactly-one-signer'),
  };
  const [signer] = cms.signers;
  if (signer === undefined || cms.signers.length > 1) return verdictOf(outcomes);
  return judgeSigner(input, cms, signer, outcomes);
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
