/** Is the signature about these bytes? Signed attributes and the hash of the content. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type * as pkijs from 'pkijs';
import { hashOfOid, type HashName } from './algorithms.ts';
import type { ParsedCms } from './parse.ts';
import type { SignedAttributes } from './signed-attributes.ts';
import { outcome, refused, type CheckOutcome, type CheckOutcomes } from './verdict.ts';

const dataOid = '1.2.840.113549.1.7.1';

export function judgeContent(
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

export function isHashOf(hash: HashName, bytes: Uint8Array, claimed: Uint8Array): boolean {
  const computed = createHash(hash).update(bytes).digest();
  return computed.length === claimed.length && timingSafeEqual(computed, claimed);
}
