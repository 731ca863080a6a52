/** What an approval does to the dossiers of its changes: pure, in the order that was signed. */
import type { Approval, ApprovalOutcome } from '../../shared/approval/approval.ts';
import type { Change, PersonStamp } from '../../shared/change/change.ts';
import { changeDigest } from '../../shared/change/digest.ts';
import { foldChange, type FoldOutcome } from '../../shared/change/fold.ts';
import { serverStamp } from '../../shared/change/server-stamp.ts';
import { assignChange, moveChange } from '../../shared/change/transitions.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { assertNever } from '../../shared/errors/index.ts';

export type ChangeResult = ApprovalOutcome['results'][number];

export interface FoldedChange {
  readonly change: Change;
  readonly fold: FoldOutcome;
}

export interface FoldedApproval {
  /** Dossiers with something new, by id. */
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly folded: readonly FoldedChange[];
}

const invalid = (reason: string): FoldOutcome => ({ outcome: 'invalid', path: '', reason });

/** The identity numbers that changes of this approval may not give to their dossiers. */
export type NumberTaken = (change: Change, dossier: Dossier) => boolean;

export function foldApproval(
  approval: Approval,
  changes: ReadonlyMap<string, Change>,
  dossiers: ReadonlyMap<string, Dossier>,
  atUtc: string,
  numberTaken: NumberTaken,
): FoldedApproval {
  const present = new Map(dossiers);
  const touched = new Map<string, Dossier>();
  const folded = approval.manifest.changes.flatMap(({ id, sha256 }): readonly FoldedChange[] => {
    const change = changes.get(id);
    if (!change) return [];
    const dossier = present.get(change.dossier) ?? null;
    const fold = foldOne(change, sha256, dossier, { approval: approval._id, atUtc });
    if (fold.outcome !== 'applied') return [{ change, fold }];
    if (numberTaken(change, fold.dossier))
      return [{ change, fold: invalid('số định danh đã thuộc về một hồ sơ khác') }];
    present.set(change.dossier, fold.dossier);
    touched.set(change.dossier, fold.dossier);
    return [{ change, fold }];
  });
  return { dossiers: touched, folded };
}

function foldOne(
  change: Change,
  signedDigest: string,
  dossier: Dossier | null,
  stamp: { readonly approval: string; readonly atUtc: string },
): FoldOutcome {
  const fold = foldChange(dossier, change, stamp);
  if (fold.outcome === 'already') return fold;
  const marked = change.approval === stamp.approval && change.conflict;
  if (marked) return { outcome: 'conflicted', ...marked };
  // Moved on between acceptance and now, by another gateway: the signature no longer stands for it.
  const waiting = change.state === 'verified' && changeDigest(change) === signedDigest;
  return waiting ? fold : invalid('thay đổi đã được chuyển trạng thái trước khi áp dụng');
}

/** Who is to decide about a change that met others. */
export type Assign = (change: Change) => PersonStamp | null;

/** The change after the fold, or null when there is nothing to mark. */
export function markedChange(
  { change, fold }: FoldedChange,
  approval: Approval,
  atUtc: string,
  assign: Assign,
): Change | null {
  const { signer } = approval.manifest;
  switch (fold.outcome) {
    case 'applied':
    case 'already':
      if (change.state === 'approved') return null;
      return { ...moveChange(change, 'approved', signer, atUtc), approval: approval._id };
    case 'conflicted':
      if (change.state !== 'verified') return null;
      return {
        ...assignChange(change, assign(change), serverStamp, atUtc),
        approval: approval._id,
        conflict: { paths: [...fold.paths], dossierVersion: fold.dossierVersion },
      };
    case 'invalid':
      if (change.state !== 'verified') return null;
      return moveChange(
        change,
        'returned',
        serverStamp,
        atUtc,
        `Không áp dụng được: ${fold.reason}`,
      );
    default:
      return assertNever(fold);
  }
}

export function resultOf({ change, fold }: FoldedChange, approval: Approval): ChangeResult {
  const { _id } = change;
  switch (fold.outcome) {
    case 'applied':
      return { change: _id, outcome: 'applied', dossierVersion: fold.dossier.version };
    case 'already':
      return { change: _id, ...standingResult(change, fold.dossier, approval) };
    case 'conflicted':
      return { change: _id, outcome: 'conflicted', dossierVersion: fold.dossierVersion };
    case 'invalid':
      return { change: _id, outcome: 'invalid', reason: fold.reason };
    default:
      return assertNever(fold);
  }
}

/** Applied by this very approval before the server ended: then the result is as if it never had. */
function standingResult(
  change: Change,
  dossier: Dossier,
  approval: Approval,
): Omit<ChangeResult, 'change'> {
  const entry = dossier.applied.find((each) => each.change === change._id);
  if (entry === undefined) return { outcome: 'already' };
  const outcome = entry.approval === approval._id ? 'applied' : 'already';
  return { outcome, dossierVersion: entry.version };
}
