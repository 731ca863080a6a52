/** An approval examined again, now, from nothing but what is stored: each check by name, whether it holds and why not. */
import { manifestMismatches, manifestText, type Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { ApprovalEvidence } from '../../shared/contract/http.ts';
import type { CadesVerdict } from './cms/verdict.ts';
import { verifyCades } from './cms/verify.ts';

type Check = ApprovalEvidence['checks'][number];

export interface EvidenceInput {
  readonly approval: Approval;
  /** The changes of its manifest as they stand now. */
  readonly changes: ReadonlyMap<string, Change>;
  readonly roots: readonly Uint8Array[];
  /** Certificates registered to the signer's account, SHA-256. */
  readonly certificates: readonly string[];
  readonly nowMs: number;
}

const check = (name: string, reason: string | null): Check =>
  reason === null ? { name, ok: true } : { name, ok: false, reason };

export async function examineApproval(input: EvidenceInput): Promise<ApprovalEvidence> {
  const { approval } = input;
  const text = manifestText(approval.manifest);
  const checkedAtUtc = new Date(input.nowMs).toISOString();
  const verdict = await verifyCades({
    cms: Buffer.from(approval.signature, 'base64'),
    content: Buffer.from(text, 'utf8'),
    roots: input.roots,
    // The time of receipt, as at admission: a certificate that has expired since signed validly then.
    atUtc: approval.outcome?.receivedAtUtc ?? checkedAtUtc,
  });
  const checks = [
    ...verdict.checks.map((each) => check(each.name, each.ok ? null : each.reason)),
    check('manifestMatchesApproval', manifestFault(approval)),
    check('certificateRegistered', certificateFault(input, verdict)),
    ...digestChecks(input),
  ];
  return {
    approval,
    checkedAtUtc,
    valid: checks.every(({ ok }) => ok),
    checks,
    manifestText: text,
    signature: approval.signature,
  };
}

function manifestFault({ _id, unit, period, manifest }: Approval): string | null {
  const same = manifest.id === _id && manifest.unit === unit && manifest.period === period;
  return same ? null : 'manifest-of-another-approval';
}

/** Registered at acceptance and kept in the outcome; a later withdrawal of the certificate is shown, too. */
function certificateFault(
  { certificates }: EvidenceInput,
  { signer }: CadesVerdict,
): string | null {
  if (!signer) return 'no-signer';
  return certificates.includes(signer.certificateSha256) ? null : 'certificate-not-registered';
}

function digestChecks({ approval, changes }: EvidenceInput): readonly Check[] {
  const broken = new Set(manifestMismatches(approval.manifest, changes));
  return approval.manifest.changes.map(({ id }) =>
    check(
      `digest ${id}`,
      broken.has(id) ? (changes.has(id) ? 'content-differs' : 'change-missing') : null,
    ),
  );
}
