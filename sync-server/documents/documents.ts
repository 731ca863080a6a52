/** Reading and updating stored documents: the few shapes that the server's own code needs. */
import {
  StoreError,
  type DocumentStore,
  type StoredDocument,
  type WriteResult,
} from '../store/document-store.ts';

export interface Stored {
  readonly rev: string;
  readonly doc: StoredDocument;
}

/** The living documents of these ids; what is missing or deleted is absent. A missing database is empty. */
export async function readDocuments(
  store: DocumentStore,
  database: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const found = new Map<string, Stored>();
  if (ids.length === 0) return found;
  try {
    const page = await store.allDocs(database, { keys: [...new Set(ids)], includeDocs: true });
    for (const row of page.rows) {
      if ('error' in row || row.value.deleted || !row.doc) continue;
      found.set(row.id, { rev: row.value.rev, doc: row.doc });
    }
  } catch (error) {
    if (!(error instanceof StoreError && error.status === 404)) throw error;
  }
  return found;
}

export async function readDocument(
  store: DocumentStore,
  database: string,
  id: string,
): Promise<Stored | null> {
  return (await readDocuments(store, database, [id])).get(id) ?? null;
}

/** The document's own fields and `_id`, without CouchDB's other underscore fields. */
export function bareDocument(doc: StoredDocument): BareDocument {
  const { _rev, _deleted, _revisions, _conflicts, _attachments, ...bare } = doc;
  return bare;
}

export interface BareDocument {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** The document with the revision it is to follow. */
export function following(doc: BareDocument, rev: string | undefined): StoredDocument {
  return rev === undefined ? { ...doc } : { ...doc, _rev: rev };
}

/** A write that must go through. @throws StoreError when it did not (409 when someone was faster) */
export async function writeDocument(
  store: DocumentStore,
  database: string,
  doc: StoredDocument,
): Promise<string> {
  const [result] = await store.bulkDocs(database, [doc]);
  if (!result?.ok) throw refusal(result);
  return result.rev;
}

export function refusal(result: WriteResult | undefined): StoreError {
  if (!result || result.ok) return new StoreError(500, 'no_answer', 'a row had no answer');
  return new StoreError(result.error === 'conflict' ? 409 : 500, result.error, result.reason);
}

const attempts = 12;

/**
 * Reads, changes and writes one document, again from the start when someone was faster.
 * `change` gets null for a missing document, and returns null to leave things as they are.
 */
export async function updateDocument(
  store: DocumentStore,
  database: string,
  id: string,
  change: (stored: StoredDocument | null) => BareDocument | null,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await readDocument(store, database, id);
    const next = change(stored?.doc ?? null);
    if (next === null) return;
    const [result] = await store.bulkDocs(database, [following(next, stored?.rev)]);
    if (result?.ok) return;
    if (result?.error !== 'conflict' || attempt >= attempts) throw refusal(result);
  }
}
