/** May this approval be accepted? Pure over facts gathered before; every refusal has its own code. */
import { manifestMismatches, type Approval } from '../../shared/approval/approval.ts';
import { may } from '../../shared/account/policy.ts';
import type { Change } from '../../shared/change/change.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { Author } from '../intake/change-steps.ts';
import type { CadesSigner, CadesVerdict } from './cms/verdict.ts';

export interface ApprovalFacts {
  readonly author: Author;
  readonly approval: Approval;
  readonly unitExists: boolean;
  /** The changes of the manifest as they stand in the unit's desk. */
  readonly changes: ReadonlyMap<string, Change>;
  readonly verdict: CadesVerdict;
  /** Scans of these changes that the centre does not have. */
  readonly missingScans: number;
  /** SHA-256 of the certificates registered to the author. */
  readonly certificates: readonly string[];
}

export interface GoodSignature {
  readonly signer: CadesSigner;
  readonly signedAtUtc: string;
}

/** Who may approve what: before anything is read or verified. */
export function checkApprover({
  author,
  approval,
  unitExists,
}: Pick<ApprovalFacts, 'author' | 'approval' | 'unitExists'>): Result<null> {
  const { manifest } = approval;
  const ownId =
    manifest.id === approval._id && manifest.id.startsWith(`approval:${manifest.period}:`);
  if (!ownId || manifest.unit !== approval.unit || manifest.period !== approval.period)
    return failed('APPROVAL_MANIFEST_MISMATCH');
  if (!unitExists) return failed('CHANGE_WRONG_UNIT');
  if (!may(author.subject, 'change.approve', { unit: approval.unit })) return failed('FORBIDDEN');
  const { signer } = manifest;
  if (signer.account !== author.subject.account || signer.name !== author.name)
    return failed('CHANGE_WRONG_AUTHOR');
  const ids = manifest.changes.map(({ id }) => id);
  // The order is part of what was signed; a repeated id would be applied once and counted twice.
  if (ids.some((id, at) => at > 0 && id <= (ids[at - 1] ?? '')))
    return failed('APPROVAL_MANIFEST_MISMATCH');
  return done(null);
}

export function judgeApproval(facts: ApprovalFacts): Result<GoodSignature> {
  const { approval, changes, verdict } = facts;
  if (manifestMismatches(approval.manifest, changes).length > 0)
    return failed('APPROVAL_MANIFEST_MISMATCH');
  const listed = approval.manifest.changes.map(({ id }) => changes.get(id));
  if (listed.some((change) => change?.unit !== approval.unit)) return failed('CHANGE_WRONG_UNIT');
  if (listed.some((change) => change?.state !== 'verified'))
    return failed('APPROVAL_CHANGE_NOT_VERIFIED');
  // What nobody but its author could look at was not checked: it waits for its scans.
  if (facts.missingScans > 0) return failed('APPROVAL_SCAN_MISSING', { count: facts.missingScans });
  const { signer, signingTimeUtc } = verdict;
  if (!verdict.ok || !signer || signingTimeUtc === undefined) {
    const broken = verdict.checks.find(({ ok }) => !ok);
    const reason = broken && !broken.ok ? `${broken.name}: ${broken.reason}` : 'unreadable';
    return failed('APPROVAL_SIGNATURE_INVALID', { reason });
  }
  if (!facts.certificates.includes(signer.certificateSha256))
    return failed('APPROVAL_CERTIFICATE_UNREGISTERED');
  return done({ signer, signedAtUtc: signingTimeUtc });
}
