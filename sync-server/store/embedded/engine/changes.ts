/**
 * The change feed of one database: each document once, at its last sequence. Read in bounded
 * slices, so that one long feed never holds up the other callers of the worker.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ChangesOptions, ReadOptions } from '../../document-store.ts';
import type { ChangesSlice, WireChange } from '../protocol.ts';
import type { DatabaseRow } from './databases.ts';
import { prepareQuery } from '../file/query.ts';
import type { Query } from '../file/query.ts';
import type { DocumentReader } from './read-documents.ts';
import { leavesOf, parseTree } from './revision-tree.ts';
import { compileSelector } from '../mango/selector.ts';
import type { Matcher } from '../mango/selector.ts';
import { formatSequence, parseSince } from './sequence.ts';
import { documentOf } from '../wire-document.ts';

interface ChangeRow {
  readonly id: string;
  readonly seq: number;
  readonly rev: string;
  readonly deleted: number;
  readonly tree: string;
  readonly json: string;
  readonly attachments: string | null;
}

/** What one slice may look at, whichever comes first. */
const SLICE_ROWS = 2000;
const SLICE_BYTES = 4_000_000;

export type ReadChanges = (
  database: DatabaseRow,
  options: ChangesOptions,
  from: number | null,
) => ChangesSlice;

export function createChangesReader(db: DatabaseSync, reader: DocumentReader): ReadChanges {
  const scans = prepareScans(db);
  const pendingAfter = prepareQuery<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM documents WHERE db = ? AND seq > ?',
  );
  return (database, options, from) => {
    const since = from ?? startOf(options, database);
    // CouchDB reads a limit of 0 as 1.
    const limit = Math.max(1, options.limit ?? Number.MAX_SAFE_INTEGER);
    const scan = walk(scans(database, options, since), options, reader, limit, database);
    const last = scan.last ?? since;
    const ended = scan.ended || scan.rows.length >= limit;
    const left = options.descending || scan.ended || !ended;
    return {
      rows: scan.rows,
      last: formatSequence(
        options.descending && scan.last === null ? database.seq : last,
        database,
      ),
      next: ended ? null : last,
      pending: left ? 0 : (pendingAfter.get(database.key, last)?.n ?? 0),
    };
  };
}

/** What a slice weighs, roughly: the text of its documents. */
export function weightOf(slice: ChangesSlice): number {
  return slice.rows.reduce((sum, row) => sum + (row.doc?.json.length ?? 100), 0);
}

/** An empty slice that says where to begin: the caller comes again for this database alone. */
export function postponed(database: DatabaseRow, options: ChangesOptions): ChangesSlice {
  const start = startOf(options, database);
  return { rows: [], last: formatSequence(start, database), next: start, pending: 0 };
}

function startOf(options: ChangesOptions, database: DatabaseRow): number {
  const since = parseSince(options.since, database);
  // Descending reads from the newest back to the start, whatever `since` says; so does CouchDB.
  return options.descending ? database.seq + 1 : since;
}

/** Four statements: with or without bodies, up or down. */
function prepareScans(db: DatabaseSync) {
  const prepare = (bodies: boolean, descending: boolean): Query<ChangeRow> =>
    prepareQuery(
      db,
      `SELECT d.id, d.seq, d.rev, d.deleted, d.tree,
        ${bodies ? 'b.json, b.attachments' : "'' AS json, NULL AS attachments"}
       FROM documents d ${bodies ? 'JOIN bodies b ON b.document = d.key AND b.rev = d.rev' : ''}
       WHERE d.db = ? AND d.seq ${descending ? '<' : '>'} ?
       ORDER BY d.seq ${descending ? 'DESC' : 'ASC'}`,
    );
  const up = { bare: prepare(false, false), bodies: prepare(true, false) };
  const down = { bare: prepare(false, true), bodies: prepare(true, true) };
  const byId = prepareQuery<ChangeRow>(
    db,
    `SELECT d.id, d.seq, d.rev, d.deleted, d.tree, b.json, b.attachments
     FROM documents d JOIN bodies b ON b.document = d.key AND b.rev = d.rev
     WHERE d.db = ? AND d.id = ?`,
  );
  return (database: DatabaseRow, options: ChangesOptions, since: number): Iterable<ChangeRow> => {
    const { descending, docIds } = options;
    if (docIds) {
      const wanted = [...new Set(docIds)].flatMap((id) => byId.all(database.key, id));
      const rows = wanted.filter((row) => (descending ? row.seq < since : row.seq > since));
      return rows.sort((a, b) => (descending ? b.seq - a.seq : a.seq - b.seq));
    }
    const scan = descending ? down : up;
    const needsBody = options.includeDocs || options.selector;
    return (needsBody ? scan.bodies : scan.bare).iterate(database.key, since);
  };
}

function walk(
  source: Iterable<ChangeRow>,
  options: ChangesOptions,
  reader: DocumentReader,
  limit: number,
  database: DatabaseRow,
): { rows: WireChange[]; last: number | null; ended: boolean } {
  const matches = options.selector ? compileSelector(options.selector) : null;
  const rows: WireChange[] = [];
  let last: number | null = null;
  let seen = 0;
  let bytes = 0;
  for (const row of source) {
    last = row.seq;
    seen += 1;
    bytes += row.json.length;
    const change = changeOf(row, options, reader, matches, database);
    if (change) rows.push(change);
    if (rows.length >= limit) return { rows, last, ended: false };
    // Attachments asked inline weigh far more than the bodies: then small slices.
    if (seen >= (options.attachments ? 50 : SLICE_ROWS) || bytes >= SLICE_BYTES)
      return { rows, last, ended: false };
  }
  return { rows, last, ended: true };
}

function changeOf(
  row: ChangeRow,
  options: ChangesOptions,
  reader: DocumentReader,
  matches: Matcher | null,
  database: DatabaseRow,
): WireChange | null {
  const deleted = row.deleted === 1;
  const tree = () => parseTree(row.tree);
  const read: ReadOptions = {
    conflicts: options.conflicts === true,
    attachments: options.attachments === true,
  };
  if (matches && !matches(documentOf(reader.present({ ...row, deleted }, tree, {})))) return null;
  return {
    seq: formatSequence(row.seq, database),
    id: row.id,
    revs: options.style === 'all_docs' ? leavesOf(tree()).map((leaf) => leaf.rev) : [row.rev],
    deleted,
    ...(options.includeDocs ? { doc: reader.present({ ...row, deleted }, tree, read) } : {}),
  };
}
