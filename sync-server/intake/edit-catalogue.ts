/**
 * Admits the department's edit of a code list and writes it. Who may is asked before; here: it is made on the list
 * as it stands, and the list stays sound. The document only ever grows by one edit.
 */
import type { PersonStamp } from '../../shared/account/person-stamp.ts';
import { admitEdit, applyEdits } from '../../shared/catalogue/apply-edits.ts';
import {
  catalogueDocumentSchema,
  catalogueId,
  type CatalogueDocument,
  type CatalogueName,
} from '../../shared/catalogue/index.ts';
import { builtInRows } from '../../shared/catalogue/rows/built-in.ts';
import type { CatalogueEditRequest } from '../../shared/contract/catalogues.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { referenceDatabase } from '../../shared/unit/unit.ts';
import {
  bareDocument,
  following,
  readDocument,
  refusal,
  type Stored,
} from '../documents/documents.ts';
import { UnreadableDocumentError } from '../documents/unreadable.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** Operational limit: a document goes to every PC as a whole. */
const mostEdits = 2_000;

export interface EditParts {
  readonly store: DocumentStore;
  readonly nowMs: () => number;
}

/** @throws UnreadableDocumentError for a document of a later version: an older program must not write over it */
function documentOf(stored: Stored | null): CatalogueDocument | null {
  if (!stored) return null;
  const parsed = catalogueDocumentSchema.safeParse(bareDocument(stored.doc));
  if (parsed.success) return parsed.data;
  throw new UnreadableDocumentError(referenceDatabase, stored.doc._id, parsed.error);
}

export async function editCatalogue(
  { store, nowMs }: EditParts,
  by: PersonStamp,
  name: CatalogueName,
  { assumedVersion, edit, reason }: CatalogueEditRequest,
): Promise<Result<CatalogueDocument>> {
  const _id = catalogueId(name);
  const stored = await readDocument(store, referenceDatabase, _id);
  const standing = documentOf(stored);
  const edits = standing?.edits ?? [];
  if (edits.length !== assumedVersion) return failed('CATALOGUE_EDITED_MEANWHILE');
  if (edits.length >= mostEdits) return failed('CATALOGUE_FULL', { most: mostEdits });
  const rows = applyEdits(
    name,
    builtInRows[name],
    edits.map((each) => each.edit),
  );
  const admitted = admitEdit(name, rows, edit);
  if (!admitted.ok) return admitted;
  const entry = { edit, reason, by, atUtc: new Date(nowMs()).toISOString() };
  const next: CatalogueDocument = {
    _id,
    type: 'catalogue',
    name,
    version: edits.length + 1,
    edits: [...edits, entry],
  };
  const [result] = await store.bulkDocs(referenceDatabase, [following({ ...next }, stored?.rev)]);
  if (result?.ok) return done(next);
  if (result?.error === 'conflict') return failed('CATALOGUE_EDITED_MEANWHILE');
  throw refusal(result);
}
