/**
 * Applying an accepted approval: dossiers first, then the marks on the changes, then the outcome. Each step
 * finds out by itself what is already done, so it may end anywhere and start again.
 * Invariants: a change is marked approved only when its dossier holds it; nothing is applied that does not
 * bear the seal of its acceptance (seal.ts).
 */
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import { serverStamp } from '../../shared/change/server-stamp.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import { deskDatabase, recordsDatabase } from '../../shared/unit/unit.ts';
import { openAudit } from '../documents/audit.ts';
import { ensureDatabase } from '../documents/databases.ts';
import { following, readDocument, readDocuments, type Stored } from '../documents/documents.ts';
import { passFaultPoint } from '../fault-points.ts';
import { identityNumberIn } from '../intake/admit-change.ts';
import type { Claim, Claims } from '../intake/claims.ts';
import { approvalOf, maskedChangeOf, maskedDossierOf } from '../intake/stored-shapes.ts';
import { writeSealed } from '../sensitive/keep-sealed.ts';
import type { Sections } from '../sensitive/sections.ts';
import type { SealedDocument } from '../sensitive/stored-form.ts';
import { StoreError, type DocumentStore } from '../store/document-store.ts';
import { foldApproval, markedChange, resultOf, type FoldedApproval } from './fold-approval.ts';
import { openSeal, type Seal } from './seal.ts';
import { assigneesFor, settleConflicts, type People } from './settle-conflicts.ts';

/** Where a server may end in the middle; tests end it there. */
export type FailurePoint = 'afterDossiers' | 'afterMarks';

export interface ApplyParts {
  readonly store: DocumentStore;
  readonly claims: Claims;
  readonly people: People;
  readonly sections: Sections;
  readonly nowMs: () => number;
  readonly reached?: (point: FailurePoint) => void;
}

interface Present {
  readonly changes: ReadonlyMap<string, Stored>;
  readonly dossiers: ReadonlyMap<string, Stored>;
}

const attempts = 20;

export interface ApplyApproval {
  /**
   * Returns the approval's revision once it is applied.
   * @throws ProblemError APPROVAL_NOT_SEALED when what is stored was not accepted here
   */
  (unit: string, id: string): Promise<string>;
  readonly seal: Seal;
}

export function createApplyApproval(parts: ApplyParts): ApplyApproval {
  const seal = openSeal(parts.claims.keyed);
  const reported = new Set<string>();

  /** On record once per run: the minute's round meets the same document again and again. */
  async function refuseForged(unit: string, id: string): Promise<never> {
    const target = `${deskDatabase(unit)}/${id}`;
    if (!reported.has(target)) {
      const audit = openAudit(parts.store, (error) => {
        throw error;
      });
      const outcome = 'APPROVAL_NOT_SEALED';
      audit.record({ event: 'approval.apply', account: serverStamp.account, target, outcome });
      await audit.flush();
      reported.add(target);
    }
    throw new ProblemError('APPROVAL_NOT_SEALED');
  }

  async function applyApproval(unit: string, id: string): Promise<string> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const stored = await readDocument(parts.store, deskDatabase(unit), id);
      if (!stored) throw new StoreError(404, 'not_found', 'the approval is missing');
      const approval = approvalOf(stored);
      if (approval.outcome?.state === 'applied') return stored.rev;
      if (approval.unit !== unit || !seal.holds(approval)) await refuseForged(unit, id);
      const rev = await applyOnce(parts, approval, stored.rev);
      if (rev !== null) return rev;
    }
    throw new StoreError(409, 'conflict', 'other writers were faster each time');
  }
  return Object.assign(applyApproval, { seal });
}

/** Null when another writer was faster somewhere: then everything is looked at again. */
async function applyOnce(
  parts: ApplyParts,
  approval: Approval,
  rev: string,
): Promise<string | null> {
  const { store, sections } = parts;
  const { outcome } = approval;
  if (!outcome) throw new StoreError(500, 'not_accepted', 'the approval was never judged');
  // The time of receipt stands in everything written, so that a second try writes the same.
  const atUtc = outcome.receivedAtUtc;
  const present = await readPresent(store, approval);
  const folded = await fold(parts, approval, present, atUtc);

  const records = recordsDatabase(approval.unit);
  await ensureDatabase(store, records);
  const dossiers = await sections.sealDossiers([...folded.dossiers.values()]);
  if (!(await writeAll(store, records, dossiers, present.dossiers))) return null;
  passFaultPoint('approval.dossiersWritten');
  await releaseOldNumbers(parts, folded, present);
  passFaultPoint('approval.numbersReleased');
  parts.reached?.('afterDossiers');

  const desk = deskDatabase(approval.unit);
  if (!(await markChanges(parts, approval, folded, present))) return null;
  passFaultPoint('approval.changesMarked');
  parts.reached?.('afterMarks');

  const results = folded.folded.map((each) => resultOf(each, approval));
  const applied: Approval = { ...approval, outcome: { ...outcome, state: 'applied', results } };
  const [written] = await store.bulkDocs(desk, [following(applied, rev)]);
  if (written?.ok) passFaultPoint('approval.applied');
  return written?.ok ? written.rev : null;
}

/** Marks the changes, and with them the conflicted ones that their decisions ended. */
async function markChanges(
  { store, claims, people, sections, nowMs }: ApplyParts,
  approval: Approval,
  { folded, dossiers }: FoldedApproval,
  present: Present,
): Promise<boolean> {
  const { unit, outcome } = approval;
  const atUtc = outcome?.receivedAtUtc ?? '';
  const assignees = await assigneesFor(people, folded);
  const assign = (change: Change) => assignees.get(change._id) ?? null;
  const marks = folded.flatMap((each) => markedChange(each, approval, atUtc, assign) ?? []);
  const { ended, present: before } = await settleConflicts(store, unit, folded, atUtc);
  const known = new Map([...present.changes, ...before]);
  // When they are written, not when the approval came: a backup of in between does not hold them.
  const storedAtUtc = new Date(nowMs()).toISOString();
  const sealed = await sections.sealChanges(
    [...marks, ...ended].map((change) => ({
      change: { ...change, storedAtUtc },
      standing: known.get(change._id),
    })),
  );
  if (!(await writeAll(store, deskDatabase(unit), sealed, known))) return false;
  const numberNow = (id: string) => {
    const stored = present.dossiers.get(id);
    const dossier = dossiers.get(id) ?? (stored ? maskedDossierOf(stored) : undefined);
    return dossier?.content.identity.identityNumber;
  };
  await claims.release(
    ended.flatMap((change) => heldClaims(claims, change, numberNow(change.dossier))),
  );
  return true;
}

/** What a change that is ended held: its decision on another one, an identity number that nobody took over. */
function heldClaims(claims: Claims, change: Change, kept: string | undefined): readonly Claim[] {
  const number = identityNumberIn(change);
  const identity = number === null || number === kept ? [] : [claims.ofIdentity(number, change)];
  return [...identity, ...claims.ofDecision(change)];
}

async function readPresent(store: DocumentStore, approval: Approval): Promise<Present> {
  const ids = approval.manifest.changes.map(({ id }) => id);
  const changes = await readDocuments(store, deskDatabase(approval.unit), ids);
  const dossierIds = [...changes.values()].map((stored) => maskedChangeOf(stored).dossier);
  const dossiers = await readDocuments(store, recordsDatabase(approval.unit), dossierIds);
  return { changes, dossiers };
}

async function fold(
  { claims, sections }: ApplyParts,
  approval: Approval,
  present: Present,
  atUtc: string,
): Promise<FoldedApproval> {
  const [openedChanges, openedDossiers] = await Promise.all([
    sections.openChanges([...present.changes.values()]),
    sections.openDossiers([...present.dossiers.values()]),
  ]);
  const changes = new Map(openedChanges.map((change) => [change._id, change]));
  const dossiers = new Map(openedDossiers.map((dossier) => [dossier._id, dossier]));
  const taken = await numbersTaken(claims, [...changes.values()]);
  return foldApproval(approval, changes, dossiers, atUtc, (change) => taken.has(change._id));
}

/** The last guard of uniqueness: the claim made at admission may have been lost since. */
async function numbersTaken(
  claims: Claims,
  changes: readonly Change[],
): Promise<ReadonlySet<string>> {
  const wanted = changes.flatMap((change) => {
    const number = change.state === 'verified' ? identityNumberIn(change) : null;
    return number === null ? [] : [{ change, claim: claims.ofIdentity(number, change) }];
  });
  const outcomes = await claims.hold(wanted.map(({ claim }) => claim));
  const lost = wanted.filter((_, at) => typeof outcomes[at] === 'object');
  return new Set(lost.map(({ change }) => change._id));
}

/** True when every document went through. */
async function writeAll(
  store: DocumentStore,
  database: string,
  documents: readonly SealedDocument[],
  present: ReadonlyMap<string, Stored>,
): Promise<boolean> {
  if (documents.length === 0) return true;
  const rows = documents.map((doc) => ({ doc, rev: present.get(doc._id)?.rev }));
  const written = await writeSealed(store, database, rows);
  return written.every((result) => result.ok);
}

/** A corrected identity number sets the old one free. */
async function releaseOldNumbers(
  { claims }: ApplyParts,
  folded: FoldedApproval,
  present: Present,
): Promise<void> {
  const numberOf = (dossier: Dossier) => dossier.content.identity.identityNumber;
  const old = folded.folded.flatMap(({ change }) => {
    const before = present.dossiers.get(change.dossier);
    const after = folded.dossiers.get(change.dossier);
    const number = before && after ? numberOf(maskedDossierOf(before)) : null;
    if (number === null || !after || numberOf(after) === number) return [];
    return [claims.ofIdentity(number, change)];
  });
  if (old.length > 0) await claims.release(old, 'dossier');
}
