/** All living documents whose ids begin alike, page by page: neither a desk nor `scans` is ever whole in memory. */
import type { Stored } from '../documents/documents.ts';
import { StoreError, type DocumentStore } from '../store/document-store.ts';

const pageSize = 500;

/** A missing database is empty. */
export async function* documentsBelow(
  store: DocumentStore,
  database: string,
  prefix: string,
): AsyncGenerator<Stored> {
  let startKey = prefix;
  for (;;) {
    const page = await pageFrom(store, database, startKey, `${prefix}\uffff`);
    for (const each of page) yield each;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    // The next possible id.
    startKey = `${last.doc._id}\u0000`;
  }
}

async function pageFrom(
  store: DocumentStore,
  database: string,
  startKey: string,
  endKey: string,
): Promise<readonly Stored[]> {
  try {
    const options = { startKey, endKey, limit: pageSize, includeDocs: true };
    const page = await store.allDocs(database, options);
    return page.rows.flatMap((row) =>
      'error' in row || !row.doc ? [] : [{ rev: row.value.rev, doc: row.doc }],
    );
  } catch (error) {
    if (error instanceof StoreError && error.status === 404) return [];
    throw error;
  }
}
