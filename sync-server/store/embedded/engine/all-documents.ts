/** `_all_docs`: documents in the byte order of their ids, in bounded slices, or by keys. */
import type { DatabaseSync } from 'node:sqlite';
import type { AllDocsSlice, KeyRange, WireAllDocsRow } from '../protocol.ts';
import type { DatabaseRow } from './databases.ts';
import type { BodyRow, DocumentRow, DocumentRows } from './document-rows.ts';
import { prepareQuery } from '../file/query.ts';
import type { DocumentReader } from './read-documents.ts';
import { parseTree } from './revision-tree.ts';

const SLICE_ROWS = 2000;
const SLICE_BYTES = 4_000_000;

type Row = Pick<DocumentRow, 'id' | 'rev' | 'tree'> & Pick<BodyRow, 'json' | 'attachments'>;

export function createAllDocsReader(db: DatabaseSync, rows: DocumentRows, reader: DocumentReader) {
  const scans = prepareScans(db);
  const before = {
    up: prepareQuery<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM documents WHERE db = ? AND deleted = 0 AND id < ?',
    ),
    down: prepareQuery<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM documents WHERE db = ? AND deleted = 0 AND id > ?',
    ),
  };
  const present = (row: Row, includeDocs: boolean, conflicts: boolean): WireAllDocsRow => ({
    id: row.id,
    rev: row.rev,
    deleted: false,
    ...(includeDocs
      ? {
          doc: reader.present({ ...row, deleted: false }, () => parseTree(row.tree), { conflicts }),
        }
      : {}),
  });
  return {
    range(
      database: DatabaseRow,
      range: KeyRange,
      includeDocs: boolean,
      conflicts: boolean,
    ): AllDocsSlice {
      const found: WireAllDocsRow[] = [];
      let bytes = 0;
      let next: string | null = null;
      for (const row of scans(database, range, includeDocs)) {
        found.push(present(row, includeDocs, conflicts));
        bytes += row.json.length;
        if (found.length >= range.limit) break;
        if (found.length < SLICE_ROWS && bytes < SLICE_BYTES) continue;
        next = row.id;
        break;
      }
      const counter = range.descending ? before.down : before.up;
      const skipped = range.start === null ? 0 : (counter.get(database.key, range.start)?.n ?? 0);
      const offset = Math.min(database.living, skipped + range.skip);
      return { rows: found, total: database.living, offset, next };
    },
    keys(
      database: DatabaseRow,
      keys: readonly string[],
      includeDocs: boolean,
      conflicts: boolean,
    ): AllDocsSlice {
      const found = keys.map((key): WireAllDocsRow => {
        const row = rows.byId.get(database.key, key);
        if (!row) return { key, error: 'not_found' };
        const deleted = row.deleted === 1;
        const body = includeDocs && !deleted ? rows.body.get(row.key, row.rev) : undefined;
        return body
          ? present({ ...row, ...body }, true, conflicts)
          : { id: row.id, rev: row.rev, deleted };
      });
      return { rows: found, total: database.living, offset: 0, next: null };
    },
  };
}

/** Bounds are told in SQL by flags, so that one prepared statement serves every range. */
function prepareScans(db: DatabaseSync) {
  const prepare = (bodies: boolean, descending: boolean) => {
    const [after, until] = descending ? ['<', '>'] : ['>', '<'];
    return prepareQuery<Row>(
      db,
      `SELECT d.id, d.rev, d.tree,
        ${bodies ? 'b.json, b.attachments' : "'' AS json, NULL AS attachments"}
       FROM documents d ${bodies ? 'JOIN bodies b ON b.document = d.key AND b.rev = d.rev' : ''}
       WHERE d.db = :db AND d.deleted = 0 AND d.id ${after}= :start AND d.id ${until}= :end
         AND (:start_exclusive = 0 OR d.id <> :start) AND (:end_exclusive = 0 OR d.id <> :end)
       ORDER BY d.id ${descending ? 'DESC' : 'ASC'} LIMIT :limit OFFSET :skip`,
    );
  };
  const up = { bare: prepare(false, false), bodies: prepare(true, false) };
  const down = { bare: prepare(false, true), bodies: prepare(true, true) };
  return (database: DatabaseRow, range: KeyRange, includeDocs: boolean): Iterable<Row> => {
    const scan = range.descending ? down : up;
    const [low, high] = ['', LAST_ID];
    return (includeDocs ? scan.bodies : scan.bare).iterateNamed({
      db: database.key,
      start: range.start ?? (range.descending ? high : low),
      end: range.end ?? (range.descending ? low : high),
      start_exclusive: range.startExclusive ? 1 : 0,
      end_exclusive: range.endExclusive ? 1 : 0,
      limit: Math.min(range.limit, SLICE_ROWS),
      skip: range.skip,
    });
  };
}

/** Sorts after every id in UTF-8 byte order: the highest code point, over and over. */
const LAST_ID = '\u{10FFFF}'.repeat(64);
