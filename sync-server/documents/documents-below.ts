/**
 * All living documents whose ids begin alike, page by page: no database is ever whole in memory.
 * Invariant: it ends after the last one, or throws; what could not be read is never passed over.
 */
import type { Stored } from './documents.ts';
import { UnreadableDocumentError } from './unreadable.ts';
import { StoreError, type AllDocsRow, type DocumentStore } from '../store/document-store.ts';

const pageSize = 500;

/** @throws UnreadableDocumentError, StoreError (404 for a missing database) */
export async function* documentsBelow(
  store: DocumentStore,
  database: string,
  prefix: string,
): AsyncGenerator<Stored> {
  let startKey = prefix;
  for (;;) {
    const range = { startKey, endKey: `${prefix}\uffff`, limit: pageSize, includeDocs: true };
    const { rows } = await store.allDocs(database, range);
    for (const row of rows) {
      const stored = await storedIn(store, database, row);
      if (stored) yield stored;
    }
    // A short page is not yet the end.
    const last = rows.at(-1);
    if (!last) return;
    // The next possible id.
    startKey = `${last.key}\u0000`;
  }
}

/** Null for one that was deleted in this moment. */
async function storedIn(
  store: DocumentStore,
  database: string,
  row: AllDocsRow,
): Promise<Stored | null> {
  if (!('error' in row) && row.doc) return { rev: row.value.rev, doc: row.doc };
  try {
    const doc = await store.get(database, row.key);
    if (doc._rev !== undefined) return { rev: doc._rev, doc };
  } catch (error) {
    if (error instanceof StoreError && error.status === 404) return null;
    throw error;
  }
  throw new UnreadableDocumentError(database, row.key);
}
