/** The effects of admitted changes: claim what must be unique, write by database, give up what is no longer meant. */
import type { Change } from '../../shared/change/change.ts';
import { problem, type Problem } from '../../shared/errors/index.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import { ensureDatabase } from '../documents/databases.ts';
import { refusal, type Stored } from '../documents/documents.ts';
import { passFaultPoint } from '../fault-points.ts';
import { writeSealed } from '../sensitive/keep-sealed.ts';
import type { Sections } from '../sensitive/sections.ts';
import type { DocumentStore, WriteResult } from '../store/document-store.ts';
import type { Claim, ClaimOutcome, Claims } from './claims.ts';

export interface Admitted {
  readonly change: Change;
  /** What it follows; undefined for a new one. */
  readonly standing: Stored | undefined;
  readonly claim: string | null;
  readonly release: string | null;
}
export type Written =
  | { readonly outcome: 'stored'; readonly rev: string }
  | { readonly outcome: 'overtaken' }
  | { readonly outcome: 'refused'; readonly problem: Problem };

interface Parts {
  readonly store: DocumentStore;
  readonly claims: Claims;
  readonly sections: Sections;
}

function claimsOf({ claims }: Parts, { change, claim }: Admitted): readonly Claim[] {
  const speaks = change.state !== 'draft' && change.state !== 'withdrawn';
  const decision = speaks ? claims.ofDecision(change) : [];
  if (claim === null) return decision;
  const identity = claims.ofIdentity(claim, change);
  return change.kind === 'create' ? [claims.ofOwner(change), identity] : [...decision, identity];
}

function claimProblem(claim: Claim, outcome: ClaimOutcome): Problem | null {
  if (typeof outcome === 'string') return null;
  if (claim.kind === 'identity') return problem('IDENTITY_NUMBER_TAKEN');
  if (claim.kind === 'decision') return problem('CONFLICT_DECISION_EXISTS');
  return problem(outcome.otherUnit === claim.unit ? 'DOSSIER_EXISTS' : 'CHANGE_WRONG_UNIT');
}

/** One answer per row, in order. */
export async function writeChanges(
  parts: Parts,
  rows: readonly Admitted[],
): Promise<readonly Written[]> {
  const refusals = await takeClaims(parts, rows);
  passFaultPoint('intake.claimsTaken');
  const open = rows.filter((row) => !refusals.has(row));
  const written = await writeByDatabase(parts, open);
  passFaultPoint('intake.changesWritten');
  await releaseClaims(
    parts,
    open.filter((row) => written.get(row)?.ok),
  );
  return rows.map((row): Written => {
    const refused = refusals.get(row);
    if (refused) return { outcome: 'refused', problem: refused };
    const result = written.get(row);
    return result?.ok ? { outcome: 'stored', rev: result.rev } : { outcome: 'overtaken' };
  });
}

async function takeClaims(
  parts: Parts,
  rows: readonly Admitted[],
): Promise<ReadonlyMap<Admitted, Problem>> {
  const wanted = rows.flatMap((row) => claimsOf(parts, row).map((claim) => ({ row, claim })));
  const outcomes = await parts.claims.take(wanted.map(({ claim }) => claim));
  const refusals = new Map<Admitted, Problem>();
  wanted.forEach(({ row, claim }, at) => {
    const outcome = outcomes[at];
    const refused = outcome === undefined ? null : claimProblem(claim, outcome);
    if (refused && !refusals.has(row)) refusals.set(row, refused);
  });
  const inVain = wanted.filter(({ row }, at) => refusals.has(row) && outcomes[at] === 'taken');
  if (inVain.length > 0) await parts.claims.release(inVain.map(({ claim }) => claim));
  return refusals;
}

async function writeByDatabase(
  { store, sections }: Parts,
  rows: readonly Admitted[],
): Promise<ReadonlyMap<Admitted, WriteResult>> {
  const written = new Map<Admitted, WriteResult>();
  const byDatabase = Map.groupBy(rows, ({ change }) => deskDatabase(change.unit));
  await Promise.all(
    [...byDatabase].map(async ([database, group]) => {
      await ensureDatabase(store, database);
      const sealed = await sections.sealChanges(group);
      const documents = sealed.map((doc, at) => ({ doc, rev: group[at]?.standing?.rev }));
      const results = await writeSealed(store, database, documents);
      group.forEach((row, at) => {
        const result = results[at];
        // Anything but a lost race is the store's trouble, not the row's.
        if (!result?.ok && result?.error !== 'conflict') throw refusal(result);
        written.set(row, result);
      });
    }),
  );
  return written;
}

async function releaseClaims(parts: Parts, rows: readonly Admitted[]): Promise<void> {
  const given = rows.flatMap(({ change, release }) => {
    const identity = release === null ? [] : [parts.claims.ofIdentity(release, change)];
    if (change.state !== 'withdrawn') return identity;
    const owner = change.kind === 'create' ? [parts.claims.ofOwner(change)] : [];
    return [...identity, ...owner, ...parts.claims.ofDecision(change)];
  });
  if (given.length > 0) await parts.claims.release(given);
}
