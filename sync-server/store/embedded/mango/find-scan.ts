/** `_find`: a scan in id order, in bounded slices; sorting is done by the caller, over what matched. */
import type { DatabaseSync } from 'node:sqlite';
import type { FindSlice, WireRead } from '../protocol.ts';
import { documentOf } from '../wire-document.ts';
import type { DatabaseRow } from '../engine/databases.ts';
import { prepareQuery } from '../file/query.ts';
import type { DocumentReader, ReadRow } from '../engine/read-documents.ts';
import { compileSelector } from './selector.ts';

const SLICE_ROWS = 1000;
const SLICE_BYTES = 4_000_000;

export function createFinder(db: DatabaseSync, reader: DocumentReader) {
  const scan = prepareQuery<Omit<ReadRow, 'deleted'>>(
    db,
    `SELECT d.id, d.rev, b.json, b.attachments
     FROM documents d JOIN bodies b ON b.document = d.key AND b.rev = d.rev
     WHERE d.db = ? AND d.id > ? AND d.deleted = 0 ORDER BY d.id LIMIT ${SLICE_ROWS}`,
  );
  return (
    database: DatabaseRow,
    selector: Readonly<Record<string, unknown>>,
    after: string,
    limit: number,
  ): FindSlice => {
    const matches = compileSelector(selector);
    const docs: WireRead[] = [];
    let bytes = 0;
    let seen = 0;
    for (const row of scan.iterate(database.key, after)) {
      const read = reader.present({ ...row, deleted: false }, () => [], {});
      seen += 1;
      bytes += row.json.length;
      // CouchDB's `_find` never gives design documents.
      if (!row.id.startsWith('_design/') && matches(documentOf(read))) docs.push(read);
      if (docs.length >= limit || seen >= SLICE_ROWS || bytes >= SLICE_BYTES)
        return { docs, next: row.id };
    }
    return { docs, next: null };
  };
}
