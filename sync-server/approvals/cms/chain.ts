/**
 * From the signer's certificate up to a trusted root. Our own short walk, not pkijs's: its path
 * builder follows two CAs that certify each other for ever, which any account that may send an
 * approval could use to stop the server. Here each certificate is visited once at most.
 */
import { isStrongKey, signatureOfOid } from './algorithms.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { outcome, passed, refused, type CheckOutcome } from './verdict.ts';

/** The signer first, the root last. */
export type CertificatePath = readonly CertificateFacts[];

/** The path, or `undefined` when no trusted root can be reached. */
export function findPath(
  leaf: CertificateFacts,
  intermediates: readonly CertificateFacts[],
  roots: readonly CertificateFacts[],
): CertificatePath | undefined {
  const trusted = new Set(roots.map(({ sha256 }) => sha256));
  // Of a CA certificate renewed with the same key, the one that lasts longest is tried first.
  const candidates = [...roots, ...intermediates].sort(
    (a, b) => b.notAfter.getTime() - a.notAfter.getTime(),
  );
  const visited = new Set([leaf.sha256]);
  const walk = (path: CertificatePath, last: CertificateFacts): CertificatePath | undefined => {
    for (const candidate of candidates) {
      if (visited.has(candidate.sha256) || !hasIssued(candidate, last)) continue;
      visited.add(candidate.sha256);
      const longer = [...path, candidate];
      const found = trusted.has(candidate.sha256) ? longer : walk(longer, candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk([leaf], leaf);
}

/**
 * `checkIssued` compares names and key identifiers and wants keyCertSign where there is a key
 * usage. It and `verify` are true for a leaf all the same: `authority` is what makes a CA.
 */
function hasIssued(issuer: CertificateFacts, issued: CertificateFacts): boolean {
  return (
    issuer.authority && issued.x509.checkIssued(issuer.x509) && issued.x509.verify(issuer.publicKey)
  );
}

/** What a found path must also satisfy (RFC 5280, 6.1). */
export function judgePath(path: CertificatePath | undefined): CheckOutcome {
  if (path === undefined) return refused('no-path-to-a-trusted-root');
  if (path.some(({ unknownCritical }) => unknownCritical)) {
    return refused('unknown-critical-extension');
  }
  const authorities = path.slice(1);
  // A CA at index i has i CAs below it.
  const tooLong = authorities.some(
    ({ pathLength }, i) => pathLength !== undefined && i > pathLength,
  );
  return outcome(!tooLong, 'path-length-exceeded');
}

/** The root's signature on itself is not judged: it is trusted because it was handed over. */
export function judgePathAlgorithms(path: CertificatePath): CheckOutcome {
  if (!path.every(({ publicKey }) => isStrongKey(publicKey))) return refused('weak-key');
  const signed = path.length > 1 ? path.slice(0, -1) : path;
  const accepted = signed.every(
    ({ structure }) => signatureOfOid(structure.signatureAlgorithm.algorithmId) !== undefined,
  );
  return accepted ? passed : refused('certificate-algorithm-not-accepted');
}
