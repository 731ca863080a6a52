/**
 * Sealing again what lies in a unit's databases: under the unit's present key, in small batches. Meaning and
 * digests stay as they are, only revisions move; offices pull them like any other. What stands in clear from
 * before there was sealing is sealed by the same pass. Ending anywhere does no harm: each document says itself
 * under which key it lies, so the next run goes on with those that are left.
 */
import { deskDatabase, recordsDatabase } from '../../shared/unit/unit.ts';
import { refusal, type Stored } from '../documents/documents.ts';
import { StoreError, type DocumentStore } from '../store/document-store.ts';
import { writeSealed } from './keep-sealed.ts';
import { keyIdsIn, type Sections } from './sections.ts';
import { clearSectionOf } from './stored-form.ts';
import type { UnitKeys } from './unit-keys.ts';

export interface ResealParts {
  readonly store: DocumentStore;
  readonly sections: Sections;
  readonly unitKeys: UnitKeys;
}

const batchSize = 100;
/** Documents that others write meanwhile are looked at again; more passes than this mean something else. */
const mostPasses = 20;

/** How many documents were sealed again. */
export async function resealUnit(parts: ResealParts, unit: string): Promise<number> {
  let total = 0;
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const desk = await resealDatabase(parts, unit, deskDatabase(unit), 'change');
    const records = await resealDatabase(parts, unit, recordsDatabase(unit), 'dossier');
    total += desk.sealed + records.sealed;
    if (desk.overtaken + records.overtaken === 0) return total;
  }
  throw new StoreError(409, 'conflict', 'other writers were faster each time');
}

interface Pass {
  readonly sealed: number;
  readonly overtaken: number;
}

async function resealDatabase(
  parts: ResealParts,
  unit: string,
  database: string,
  type: 'change' | 'dossier',
): Promise<Pass> {
  let sealed = 0;
  let overtaken = 0;
  let startKey = `${type}:`;
  for (;;) {
    const page = await readPage(parts.store, database, startKey, `${type};`);
    const last = page.at(-1);
    if (!last) return { sealed, overtaken };
    const { id } = await parts.unitKeys.currentOf(unit);
    const old = page.filter(({ doc }) => isOld(doc, id));
    const went = await sealStored(parts, database, old);
    sealed += went;
    overtaken += old.length - went;
    startKey = `${last.doc._id}\u0000`;
  }
}

/** Returns how many were sealed; the others were written by somebody else meanwhile. */
export async function sealStored(
  { store, sections }: Pick<ResealParts, 'store' | 'sections'>,
  database: string,
  old: readonly Stored[],
): Promise<number> {
  if (old.length === 0) return 0;
  const documents = await sections.sealAgain(old);
  const rows = documents.map((doc, at) => ({ doc, rev: old[at]?.rev }));
  const written = await writeSealed(store, database, rows);
  const refused = written.find((row) => !row.ok && row.error !== 'conflict');
  if (refused) throw refusal(refused);
  return written.filter((row) => row.ok).length;
}

/** @param current id of the unit's present key; empty when it has none yet */
export const isOld = (doc: Stored['doc'], current: string): boolean =>
  clearSectionOf(doc) !== null || keyIdsIn(doc).some((id) => id !== current);

async function readPage(
  store: DocumentStore,
  database: string,
  startKey: string,
  endKey: string,
): Promise<readonly Stored[]> {
  try {
    const range = { startKey, endKey, limit: batchSize, includeDocs: true };
    const { rows } = await store.allDocs(database, range);
    return rows.flatMap((row) =>
      'error' in row || row.value.deleted || !row.doc ? [] : [{ rev: row.value.rev, doc: row.doc }],
    );
  } catch (error) {
    // Nothing was ever entered in this unit.
    if (error instanceof StoreError && error.status === 404) return [];
    throw error;
  }
}
