/**
 * Writes pulled rows into a mirror: one look at the disk and one write per page. RxDB's own replication looks
 * each row up three times and keeps a second copy of it, to find local edits; mirrors have none.
 */
import type { BulkWriteRow, RxDocumentData, WithDeleted } from 'rxdb';
import type { Mirror } from './open-database.ts';
import type { MirrorRow } from './rows.ts';

/** Shown in RxDB's events. */
const context = 'hoso-pull';

type Row = WithDeleted<MirrorRow>;
type Stored = RxDocumentData<MirrorRow>;

/** RxDB fills in its own revision and time of writing. */
const asStored = (row: Row): Stored => ({ ...row, _attachments: {}, _meta: { lwt: 1 }, _rev: '' });

const isSame = (row: Row, stored: Stored): boolean =>
  row.rev === stored.rev && row._deleted === stored._deleted;

/** One row per id: a document may leave one unit and come to another in the same page. */
function distinct(rows: readonly Row[]): readonly Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) {
    const other = byId.get(row.id);
    if (!other || other._deleted || !row._deleted) byId.set(row.id, row);
  }
  return [...byId.values()];
}

/** Deletions of what is not here are of no interest. */
async function withoutStrangeDeletions(
  { storageInstance }: Mirror,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const deleted = rows.filter((row) => row._deleted).map(({ id }) => id);
  if (deleted.length === 0) return rows;
  const here = new Set(
    (await storageInstance.findDocumentsById(deleted, false)).map(({ id }) => id),
  );
  return rows.filter((row) => !row._deleted || here.has(row.id));
}

async function write(
  { storageInstance }: Mirror,
  rows: readonly BulkWriteRow<MirrorRow>[],
): Promise<readonly { readonly row: Row; readonly previous: Stored }[]> {
  if (rows.length === 0) return [];
  const { error } = await storageInstance.bulkWrite([...rows], context);
  return error.map((each) => {
    if (each.status !== 409) throw new Error(`mirror: row not written (${each.status})`);
    return { row: each.writeRow.document, previous: each.documentInDb };
  });
}

/** @throws when the disk did not take the rows; then none, or some, are written */
export async function writeMirror(mirror: Mirror, pulled: readonly Row[]): Promise<void> {
  const rows = await withoutStrangeDeletions(mirror, distinct(pulled));
  // Taken for new; what is here already comes back with what it would replace.
  const met = await write(
    mirror,
    rows.map((row) => ({ document: asStored(row) })),
  );
  const changed = met.filter(({ row, previous }) => !isSame(row, previous));
  const lost = await write(
    mirror,
    changed.map(({ row, previous }) => ({ previous, document: { ...row, ...ownOf(previous) } })),
  );
  if (lost.length > 0) throw new Error(`mirror: ${lost.length} rows changed meanwhile`);
}

/** RxDB counts its revision up from the previous one. */
const ownOf = ({ _meta, _rev, _attachments }: Stored) => ({ _meta, _rev, _attachments });
