/** What the store holds about a batch of pushed changes: a few reads for the whole batch, not some per row. */
import type { Change } from '../../shared/change/change.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { deskDatabase, recordsDatabase } from '../../shared/unit/unit.ts';
import { readDocuments, type Stored } from '../documents/documents.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Claims } from './claims.ts';
import { dossierOf } from './stored-shapes.ts';

export interface BatchFacts {
  stored(change: Change): Stored | undefined;
  dossier(change: Change): Dossier | null;
  /** Another unit that owns the dossier of this change. */
  foreignUnit(change: Change): string | null;
  unitExists(code: string): boolean;
}

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

export async function gatherFacts(
  parts: {
    readonly store: DocumentStore;
    readonly units: UnitDirectory;
    readonly claims: Claims;
  },
  changes: readonly Change[],
): Promise<BatchFacts> {
  const place = (change: Change) => ({
    desk: { database: deskDatabase(change.unit), id: change._id },
    records: { database: recordsDatabase(change.unit), id: change.dossier },
  });
  const [units, desks, records, owners] = await Promise.all([
    parts.units.all(),
    readByUnit(
      parts.store,
      changes.map((change) => place(change).desk),
    ),
    readByUnit(
      parts.store,
      changes.map((change) => place(change).records),
    ),
    // Of every change, also drafts and those that are to create a dossier: nobody may speak of another unit's.
    parts.claims.owners(changes.map(({ dossier }) => dossier)),
  ]);
  const at = (found: Found, { database, id }: { database: string; id: string }) =>
    found.get(database)?.get(id);
  return {
    stored: (change) => at(desks, place(change).desk),
    dossier(change) {
      const found = at(records, place(change).records);
      return found ? dossierOf(found) : null;
    },
    foreignUnit(change) {
      const owner = owners.get(change.dossier);
      return owner === undefined || owner === change.unit ? null : owner;
    },
    unitExists: (code) => units.has(code),
  };
}
