/**
 * Writes through admission: a refused document answers in its own place, the rest go through, for
 * new edits and for replication alike. Design documents are the administrator's.
 */
import { checkDocument } from '../../store/document-shape.ts';
import { StoreError } from '../../store/document-store.ts';
import type { DocumentStore, StoredDocument, WriteResult } from '../../store/document-store.ts';
import type { Admission, Admit, DbPrincipal } from './principal.ts';

export type WriteDocuments = (
  principal: DbPrincipal,
  database: string,
  documents: readonly unknown[],
  options: { readonly newEdits: boolean },
) => Promise<readonly WriteResult[]>;

const DESIGN_REFUSAL: Admission = { reason: 'Only an administrator may change design documents.' };

export function createDocumentWriter(
  store: DocumentStore,
  admit: Admit | undefined,
): WriteDocuments {
  return async (principal, database, given, { newEdits }) => {
    const documents = given.map(checkDocument);
    const refusals = await refusalsOf(admit, principal, database, documents);
    const admitted = documents.filter((_, index) => !refusals[index]);
    const rows = await store.bulkDocs(database, admitted, { newEdits });
    return inPlace(documents, refusals, rows, newEdits);
  };
}

/** One document: its row, or its refusal as an error. @throws StoreError 403, 409, 412 */
export async function writeOne(
  write: WriteDocuments,
  principal: DbPrincipal,
  database: string,
  document: StoredDocument,
  newEdits = true,
): Promise<{ readonly ok: true; readonly id: string; readonly rev: string }> {
  const [row] = await write(principal, database, [document], { newEdits });
  if (!row) return { ok: true, id: document._id, rev: document._rev ?? '' };
  if (row.ok) return row;
  throw new StoreError(STATUS_OF_ROW[row.error] ?? 400, row.error, row.reason);
}

const STATUS_OF_ROW: Readonly<Record<string, number>> = {
  conflict: 409,
  forbidden: 403,
  unauthorized: 401,
  missing_stub: 412,
};

async function refusalsOf(
  admit: Admit | undefined,
  principal: DbPrincipal,
  database: string,
  documents: readonly StoredDocument[],
): Promise<readonly (Admission | null)[]> {
  const mayDesign = principal.may('admin', database);
  const asked = documents.filter((document) => !document._id.startsWith('_'));
  const answers = admit && asked.length > 0 ? await admit(principal, database, asked) : [];
  const refusals = new Map(asked.map((document, index) => [document, answers[index] ?? null]));
  return documents.map((document) => {
    if (document._id.startsWith('_design/')) return mayDesign ? null : DESIGN_REFUSAL;
    return refusals.get(document) ?? null;
  });
}

function inPlace(
  documents: readonly StoredDocument[],
  refusals: readonly (Admission | null)[],
  rows: readonly WriteResult[],
  newEdits: boolean,
): readonly WriteResult[] {
  let next = 0;
  return documents.flatMap((document, index): WriteResult[] => {
    const refusal = refusals[index];
    if (refusal) return [{ id: document._id, error: 'forbidden', reason: refusal.reason }];
    const row = rows[next];
    // Replication answers only with what failed, in order: a row of another document is a later one's.
    if (!row || (!newEdits && row.id !== document._id)) return [];
    next += 1;
    return [row];
  });
}
