/**
 * The store behind a last guard: a sensitive section in clear never reaches it, whoever writes. What is stopped
 * here is a mistake of this program; who copies documents in (`/db`) is refused before, row by row.
 */
import type { DocumentStore, StoredDocument, WriteResult } from '../store/document-store.ts';
import { following } from '../documents/documents.ts';
import { clearSectionOf, ClearSectionError, type SealedDocument } from './stored-form.ts';

export function keepSealed(store: DocumentStore): DocumentStore {
  const guard = (documents: readonly StoredDocument[]) => {
    for (const doc of documents) {
      const section = clearSectionOf(doc);
      if (section !== null) throw new ClearSectionError(section);
    }
  };
  return {
    ...store,
    bulkDocs: async (database, documents, options) => {
      guard(documents);
      return store.bulkDocs(database, documents, options);
    },
  };
}

/** Changes and dossiers are written through here: no other form of them fits. */
export function writeSealed(
  store: DocumentStore,
  database: string,
  rows: readonly { readonly doc: SealedDocument; readonly rev: string | undefined }[],
): Promise<readonly WriteResult[]> {
  return store.bulkDocs(
    database,
    rows.map(({ doc, rev }) => following(doc, rev)),
  );
}
