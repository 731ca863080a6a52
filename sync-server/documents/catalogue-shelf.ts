/**
 * The department's edits of the code lists, from `reference`; read again when that database is written, and
 * handed to `shared/catalogue`, so that this process names codes as the department does. A document that cannot be
 * read is reported and its list stands as the program brings it.
 */
import {
  catalogueDocumentSchema,
  setCatalogueEdits,
  type CatalogueDocument,
} from '../../shared/catalogue/index.ts';
import { referenceDatabase } from '../../shared/unit/unit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { bareDocument } from './documents.ts';
import { UnreadableDocumentError } from './unreadable.ts';

export interface CatalogueShelf {
  documents(): Promise<readonly CatalogueDocument[]>;
}

const range = { startKey: 'catalogue:', endKey: 'catalogue:\uffff', includeDocs: true };

export function openCatalogueShelf(
  store: DocumentStore,
  onFailure: (error: unknown) => void,
): CatalogueShelf {
  let held: Promise<readonly CatalogueDocument[]> | null = null;

  async function read(): Promise<readonly CatalogueDocument[]> {
    const { rows } = await store.allDocs(referenceDatabase, range);
    return rows.flatMap((row) => {
      if ('error' in row || !row.doc) return [];
      const parsed = catalogueDocumentSchema.safeParse(bareDocument(row.doc));
      if (parsed.success) return [parsed.data];
      onFailure(new UnreadableDocumentError(referenceDatabase, row.id, parsed.error));
      return [];
    });
  }
  function documents(): Promise<readonly CatalogueDocument[]> {
    if (held) return held;
    const reading = read();
    held = reading;
    return reading.then(
      (found) => {
        // A read begun before a later write says nothing any more.
        if (held === reading) setCatalogueEdits(found);
        return found;
      },
      (error: unknown) => {
        if (held === reading) held = null;
        throw error;
      },
    );
  }
  store.onWrite((database) => {
    if (database !== referenceDatabase) return;
    held = null;
    // Whoever asks next reads again and is told of a failure.
    documents().catch(() => undefined);
  });
  return { documents };
}
