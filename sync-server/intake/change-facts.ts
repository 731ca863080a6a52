/** What the store holds about a batch of pushed changes: a few reads for the whole batch, not some per row. */
import type { Change, PersonStamp } from '../../shared/change/change.ts';
import { mayBeAssigned, type Candidate } from '../../shared/change/conflict-assignee.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { deskDatabase, recordsDatabase } from '../../shared/unit/unit.ts';
import { readDocuments, type Stored } from '../documents/documents.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Claims } from './claims.ts';
import type { Sections } from '../sensitive/sections.ts';

export interface BatchFacts {
  stored(change: Change): Stored | undefined;
  dossier(change: Change): Dossier | null;
  /** Another unit that owns the dossier of this change. */
  foreignUnit(change: Change): string | null;
  unitExists(code: string): boolean;
  /** The conflicted change that this one settles, if it settles one. */
  resolved(change: Change): Change | null;
  /** Whether each person that the history of this change names to decide may decide there. */
  assigneesFit(change: Change): boolean;
}

/** What is asked of the store's accounts: whoever is named in a document must be who it says. */
export type FindCandidate = (account: string) => Promise<Candidate | null>;

type Found = ReadonlyMap<string, ReadonlyMap<string, Stored>>;

async function readByUnit(
  store: DocumentStore,
  wanted: readonly { readonly database: string; readonly id: string }[],
): Promise<Found> {
  const byDatabase = Map.groupBy(wanted, ({ database }) => database);
  return new Map(
    await Promise.all(
      [...byDatabase].map(async ([database, rows]) => {
        const ids = rows.map(({ id }) => id);
        return [database, await readDocuments(store, database, ids)] as const;
      }),
    ),
  );
}

/** In clear: what a change makes of a dossier is judged over all of it. */
async function openAll(
  sections: Sections,
  found: Found,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Dossier>>> {
  return new Map(
    await Promise.all(
      [...found].map(async ([database, stored]) => {
        const dossiers = await sections.openDossiers([...stored.values()]);
        return [database, new Map(dossiers.map((dossier) => [dossier._id, dossier]))] as const;
      }),
    ),
  );
}

export async function gatherFacts(
  parts: {
    readonly store: DocumentStore;
    readonly units: UnitDirectory;
    readonly claims: Claims;
    readonly candidate: FindCandidate;
    readonly sections: Sections;
  },
  changes: readonly Change[],
): Promise<BatchFacts> {
  const place = (change: Change) => ({
    desk: { database: deskDatabase(change.unit), id: change._id },
    records: { database: recordsDatabase(change.unit), id: change.dossier },
  });
  const [units, desks, records, owners, candidates] = await Promise.all([
    parts.units.codes(),
    readByUnit(
      parts.store,
      changes.flatMap((change) => [place(change).desk, ...resolvedPlace(change)]),
    ),
    readByUnit(
      parts.store,
      changes.map((change) => place(change).records),
    ),
    // Of every change, also drafts and those that are to create a dossier: nobody may speak of another unit's.
    parts.claims.owners(changes.map(({ dossier }) => dossier)),
    findCandidates(parts.candidate, changes),
  ]);
  const dossiers = await openAll(parts.sections, records);
  // What a decision settles is compared word by word with what it says.
  const resolved = await openResolved(parts.sections, desks, changes);
  const at = (found: Found, { database, id }: { database: string; id: string }) =>
    found.get(database)?.get(id);
  return {
    stored: (change) => at(desks, place(change).desk),
    dossier(change) {
      return dossiers.get(place(change).records.database)?.get(change.dossier) ?? null;
    },
    foreignUnit(change) {
      const owner = owners.get(change.dossier);
      return owner === undefined || owner === change.unit ? null : owner;
    },
    unitExists: (code) => units.has(code),
    resolved: (change) => resolved.get(change.resolves?.change ?? '') ?? null,
    assigneesFit: (change) =>
      assigneesIn(change).every(({ account, name }) => {
        const candidate = candidates.get(account);
        return candidate?.name === name && mayBeAssigned(candidate, change);
      }),
  };
}

async function openResolved(
  sections: Sections,
  desks: Found,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Change>> {
  const stored = changes
    .flatMap(resolvedPlace)
    .flatMap(({ database, id }) => desks.get(database)?.get(id) ?? []);
  const opened = await sections.openChanges(stored);
  return new Map(opened.map((change) => [change._id, change]));
}

const resolvedPlace = ({ unit, resolves }: Change) =>
  resolves ? [{ database: deskDatabase(unit), id: resolves.change }] : [];

/** The last one counts: who was named before may be gone by now. */
function assigneesIn({ history }: Change): readonly PersonStamp[] {
  const named = history.at(-1)?.assignee;
  return named ? [named] : [];
}

async function findCandidates(
  find: FindCandidate,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Candidate>> {
  const accounts = new Set(changes.flatMap(assigneesIn).map(({ account }) => account));
  const found = await Promise.all([...accounts].map((account) => find(account)));
  return new Map(found.flatMap((one) => (one ? [[one.subject.account, one] as const] : [])));
}
