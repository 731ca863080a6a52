import { StoreError } from '../../store/document-store.ts';
import type { DocumentStore, StoredDocument } from '../../store/document-store.ts';

/** Null when the document is not there; a database that is not there still throws. @throws StoreError */
export async function readOrNull(
  store: DocumentStore,
  database: string,
  id: string,
  rev?: string,
): Promise<StoredDocument | null> {
  try {
    return await store.get(database, id, rev === undefined ? {} : { rev });
  } catch (error) {
    const absent = error instanceof StoreError && error.status === 404;
    if (absent && error.reason !== 'Database does not exist.') return null;
    throw error;
  }
}
