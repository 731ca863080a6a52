/** Accepting a pushed approval: judge, store with its outcome, then apply. Repeated pushes change nothing. */
import {
  manifestText,
  type Approval,
  type ApprovalOutcome,
} from '../../shared/approval/approval.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { Change } from '../../shared/change/change.ts';
import { canonicalForm } from '../../shared/canonical/canonical.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { approvalTiming, approvalWindowOf } from '../../shared/regulation/approval-window.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import {
  following,
  readDocument,
  readDocuments,
  refusal,
  type Stored,
} from '../documents/documents.ts';
import { ensureDatabase } from '../documents/databases.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import { passFaultPoint } from '../fault-points.ts';
import { approvalOf, maskedChangeOf } from '../intake/stored-shapes.ts';
import type { Author } from '../intake/change-steps.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { ApplyApproval } from './apply-approval.ts';
import { verifyCades } from './cms/verify.ts';
import { checkApprover, judgeApproval, type GoodSignature } from './judge-approval.ts';

export interface TakeApprovalParts {
  readonly store: DocumentStore;
  readonly units: UnitDirectory;
  /** Trusted root certificates, DER. */
  readonly roots: readonly Uint8Array[];
  readonly certificatesOf: (account: string) => Promise<readonly string[]>;
  readonly missingScans: (changes: readonly Change[]) => Promise<number>;
  readonly apply: ApplyApproval;
  readonly nowMs: () => number;
  readonly onFailure: (error: unknown) => void;
}

export function createTakeApproval(parts: TakeApprovalParts) {
  const { store } = parts;

  return async function takeApproval(author: Author, pushed: Approval): Promise<Result<string>> {
    const approval = withoutOutcome(pushed);
    const unitExists = (await parts.units.codes()).has(approval.unit);
    const allowed = checkApprover({ author, approval, unitExists });
    if (!allowed.ok) return allowed;
    const standing = await readDocument(store, deskDatabase(approval.unit), approval._id);
    const again = standing && (await repeated(parts, standing, approval));
    if (again) return again;
    const receivedAtUtc = new Date(parts.nowMs()).toISOString();
    const judged = await judge(parts, author, approval, receivedAtUtc);
    if (!judged.ok) return judged;
    const outcome = outcomeOf(approval, judged.value, receivedAtUtc);
    const accepted = parts.apply.seal.put({ ...approval, outcome });
    await ensureDatabase(store, deskDatabase(approval.unit));
    const [written] = await store.bulkDocs(deskDatabase(approval.unit), [
      following(accepted, standing?.rev),
    ]);
    // Someone stored this id in this very moment: judge it as a repetition.
    if (!written?.ok && written?.error !== 'conflict') throw refusal(written);
    if (!written.ok) return takeApproval(author, pushed);
    passFaultPoint('approval.accepted');
    return done(await applyNow(parts, approval, written.rev));
  };
}

async function judge(
  parts: TakeApprovalParts,
  author: Author,
  approval: Approval,
  receivedAtUtc: string,
): Promise<Result<GoodSignature>> {
  const { store, roots, certificatesOf } = parts;
  const ids = approval.manifest.changes.map(({ id }) => id);
  const [found, verdict, certificates] = await Promise.all([
    readDocuments(store, deskDatabase(approval.unit), ids),
    verifyCades({
      cms: Buffer.from(approval.signature, 'base64'),
      content: Buffer.from(manifestText(approval.manifest), 'utf8'),
      roots,
      atUtc: receivedAtUtc,
    }),
    certificatesOf(author.subject.account),
  ]);
  const changes = new Map([...found].map(([id, stored]) => [id, maskedChangeOf(stored)]));
  const missingScans = await parts.missingScans([...changes.values()]);
  const facts = { author, approval, unitExists: true, changes, verdict, certificates };
  return judgeApproval({ ...facts, missingScans });
}

/**
 * The same bytes again are the same act; the same id over other bytes is not. Null when what stands says
 * `accepted` without this server's seal: then it is judged as if it had come for the first time.
 */
async function repeated(
  parts: TakeApprovalParts,
  standing: Stored,
  approval: Approval,
): Promise<Result<string> | null> {
  const stored = approvalOf(standing);
  const same =
    stored.signature === approval.signature &&
    canonicalForm(stored.manifest) === canonicalForm(approval.manifest);
  if (!same) return failed('APPROVAL_ALREADY_USED');
  if (stored.outcome?.state === 'applied') return done(standing.rev);
  if (!parts.apply.seal.holds(stored)) return null;
  return done(await applyNow(parts, approval, standing.rev));
}

/** Accepted is durable: should applying fail, the next start or the minute's round goes on with it. */
async function applyNow(
  parts: TakeApprovalParts,
  { unit, _id }: Approval,
  acceptedRev: string,
): Promise<string> {
  try {
    return await parts.apply(unit, _id);
  } catch (error) {
    parts.onFailure(error);
    return acceptedRev;
  }
}

function withoutOutcome({ outcome: _outcome, ...approval }: Approval): Approval {
  return approval;
}

function outcomeOf(
  { unit, period }: Approval,
  { signer, signedAtUtc }: GoodSignature,
  receivedAtUtc: string,
): ApprovalOutcome {
  const signedOn = civilDateInVietnam(signedAtUtc);
  const row = approvalWindowOf(unit, signedOn);
  const { certificateSha256, ...names } = signer;
  return {
    state: 'accepted',
    receivedAtUtc,
    signedAtUtc,
    // Without a row in force no window was set, so nothing can be outside of it.
    timing: row ? approvalTiming(row, period, signedOn) : 'inWindow',
    certificate: { sha256: certificateSha256, ...names },
    results: [],
  };
}
