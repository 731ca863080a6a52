/**
 * A pushed batch, row by row, answers in the order of the rows. Changes go in waves (one batch per database);
 * an approval waits for the wave before it, since it may sign what stands in the same batch.
 */
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { PulledDocument, PushResult } from '../../shared/contract/sync.ts';
import { assertNever, type Problem, type Result } from '../../shared/errors/index.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import type { Audit } from '../documents/audit.ts';
import { bareDocument, readDocuments, type Stored } from '../documents/documents.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { admitChange, type ChangeVerdict } from './admit-change.ts';
import { gatherFacts, type BatchFacts, type FindCandidate } from './change-facts.ts';
import type { Author } from './change-steps.ts';
import type { Claims } from './claims.ts';
import { createOpenChanges, isOpen, type OpenChanges } from './open-changes.ts';
import { parseRow, rowId } from './row-shape.ts';
import { withShownMasters } from './shown-masters.ts';
import type { Sections } from '../sensitive/sections.ts';
import { maskedChangeOf } from './stored-shapes.ts';
import { writeChanges, type Admitted, type Written } from './write-changes.ts';

export interface PushedRow {
  readonly assumedRev: string | null;
  readonly doc: Readonly<Record<string, unknown>>;
}

export interface IntakeParts {
  readonly store: DocumentStore;
  readonly units: UnitDirectory;
  readonly claims: Claims;
  readonly sections: Sections;
  readonly audit: Audit;
  readonly nowMs: () => number;
  readonly candidate: FindCandidate;
  /** Admits, stores and applies an approval; the revision it then has. */
  readonly takeApproval: (author: Author, approval: Approval) => Promise<Result<string>>;
}

export type Intake = ReturnType<typeof createIntake>;

interface WaveParts extends IntakeParts {
  readonly openChanges: OpenChanges;
}

interface WaveRow {
  readonly at: number;
  readonly change: Change;
  readonly assumedRev: string | null;
}

/** How often a row is admitted anew when another writer was faster between reading and writing. */
const attempts = 4;

const masterOf = ({ rev, doc }: Stored): PulledDocument => ({
  id: doc._id,
  rev,
  doc: bareDocument(doc),
});

export function createIntake(given: IntakeParts) {
  const parts = { ...given, openChanges: createOpenChanges(given.store, given.nowMs) };

  async function push(
    author: Author,
    rows: readonly PushedRow[],
    session?: string,
  ): Promise<readonly PushResult[]> {
    const results: PushResult[] = [];
    let wave: WaveRow[] = [];
    const flush = async () => {
      await admitWave(parts, author, wave, results);
      wave = [];
    };
    for (const [at, row] of rows.entries()) {
      const parsed = parseRow(row.doc);
      if (!parsed.ok) {
        results[at] = refused(rowId(row.doc), parsed.problem);
        continue;
      }
      if (parsed.value.type === 'approval') {
        await flush();
        results[at] = await pushApproval(author, parsed.value.approval);
        continue;
      }
      const { change } = parsed.value;
      // Twice the same change in one batch: the second builds on the first.
      if (wave.some((each) => each.change._id === change._id)) await flush();
      wave.push({ at, change, assumedRev: row.assumedRev });
    }
    await flush();
    recordPush(parts.audit, author, results, session);
    return withShownMasters(parts.sections, author, results);
  }

  async function pushApproval(author: Author, approval: Approval): Promise<PushResult> {
    const taken = await parts.takeApproval(author, approval);
    if (taken.ok) return { outcome: 'stored', id: approval._id, rev: taken.value };
    return refused(approval._id, taken.problem);
  }

  return { push };
}

const refused = (id: string, problem: Problem, stored?: Stored): PushResult => ({
  outcome: 'refused',
  id,
  problem,
  ...(stored ? { master: masterOf(stored) } : {}),
});

async function admitWave(
  parts: WaveParts,
  author: Author,
  wave: readonly WaveRow[],
  results: PushResult[],
): Promise<void> {
  let open = wave;
  for (let attempt = 1; open.length > 0 && attempt <= attempts; attempt += 1) {
    const facts = await gatherFacts(
      parts,
      open.map(({ change }) => change),
    );
    const admitted: { readonly row: WaveRow; readonly write: Admitted }[] = [];
    for (const row of open) {
      const stored = facts.stored(row.change);
      const verdict = await withRoom(parts, author, judge(parts, author, row, facts), stored);
      if (verdict.verdict === 'write') admitted.push({ row, write: toWrite(verdict, stored) });
      else results[row.at] = answer(row.change._id, verdict, stored);
    }
    const written = await writeChanges(
      parts,
      admitted.map(({ write }) => write),
    );
    open = admitted.flatMap(({ row, write }, at) => {
      const outcome = written[at];
      if (!outcome || outcome.outcome === 'overtaken') return [row];
      results[row.at] = answerWritten(row.change._id, outcome, write, facts);
      return [];
    });
  }
  await answerOvertaken(parts.store, open, results);
}

function judge(parts: IntakeParts, author: Author, row: WaveRow, facts: BatchFacts): ChangeVerdict {
  const stored = facts.stored(row.change);
  return admitChange({
    author,
    pushed: row.change,
    stored: stored ? maskedChangeOf(stored) : null,
    upToDate: stored?.rev === row.assumedRev,
    dossier: facts.dossier(row.change),
    foreignUnit: facts.foreignUnit(row.change),
    unitExists: facts.unitExists(row.change.unit),
    resolved: facts.resolved(row.change),
    assigneesFit: facts.assigneesFit(row.change),
    nowMs: parts.nowMs(),
  });
}

/** Something new needs room; what stands may always be moved on. */
async function withRoom(
  { openChanges }: WaveParts,
  author: Author,
  verdict: ChangeVerdict,
  stored: Stored | undefined,
): Promise<ChangeVerdict> {
  if (verdict.verdict !== 'write' || stored || !isOpen(verdict.change)) return verdict;
  const full = await openChanges.admit(author, verdict.change);
  return full ? { verdict: 'refused', problem: full } : verdict;
}

const toWrite = (
  { change, claim, release }: Extract<ChangeVerdict, { verdict: 'write' }>,
  stored: Stored | undefined,
): Admitted => ({ change, standing: stored, claim, release });

function answer(
  id: string,
  verdict: Exclude<ChangeVerdict, { verdict: 'write' }>,
  stored: Stored | undefined,
): PushResult {
  switch (verdict.verdict) {
    case 'refused':
      return refused(id, verdict.problem, stored);
    case 'same':
      return { outcome: 'stored', id, rev: stored?.rev ?? '' };
    case 'conflict':
      return { outcome: 'conflict', id, master: stored ? masterOf(stored) : { id, rev: '' } };
    default:
      return assertNever(verdict);
  }
}

function answerWritten(
  id: string,
  written: Exclude<Written, { outcome: 'overtaken' }>,
  { change }: Admitted,
  facts: BatchFacts,
): PushResult {
  return written.outcome === 'stored'
    ? { outcome: 'stored', id, rev: written.rev }
    : refused(id, written.problem, facts.stored(change));
}

/** Rows that lost every race: what stands at the centre decides, the client looks again. */
async function answerOvertaken(
  store: DocumentStore,
  rows: readonly WaveRow[],
  results: PushResult[],
): Promise<void> {
  for (const { at, change } of rows) {
    const found = await readDocuments(store, deskDatabase(change.unit), [change._id]);
    results[at] = answer(change._id, { verdict: 'conflict' }, found.get(change._id));
  }
}

function recordPush(
  audit: Audit,
  { subject }: Author,
  results: readonly PushResult[],
  session: string | undefined,
): void {
  const refusals = results.filter(({ outcome }) => outcome === 'refused').length;
  audit.record({
    event: 'sync.push',
    account: subject.account,
    ...(session === undefined ? {} : { session }),
    outcome: refusals === 0 ? 'done' : `refused ${refusals}`,
    rows: results.map((result) =>
      result.outcome === 'refused'
        ? `${result.id} ${result.problem.code}`
        : `${result.id} ${result.outcome}`,
    ),
  });
}
