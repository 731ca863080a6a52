/**
 * Reads that may be long: the change feed, `_all_docs` and `_find`. The worker gives them in
 * slices; between two slices it serves others.
 */
import type {
  AllDocsOptions,
  AllDocsRow,
  ChangeRow,
  ChangesOptions,
  ChangesPage,
  DocumentStore,
} from '../document-store.ts';
import type { ChangesSlice, KeyRange, WireAllDocsRow, WireChange } from './protocol.ts';
import { findDocuments } from './mango/find-documents.ts';
import { documentOf } from './wire-document.ts';
import type { WorkerLink } from './worker-link.ts';

type Scans = Pick<DocumentStore, 'changes' | 'changesOfMany' | 'allDocs' | 'find'>;

export function createScans(link: WorkerLink): Scans {
  const finish = async (database: string, options: ChangesOptions, first: ChangesSlice) => {
    const results = first.rows.map(changeRow);
    let slice = first;
    while (slice.next !== null) {
      const limit = options.limit === undefined ? undefined : options.limit - results.length;
      const rest = limit === undefined ? options : { ...options, limit };
      slice = await link.call('changes', database, rest, slice.next);
      for (const row of slice.rows) results.push(changeRow(row));
    }
    return { results, last_seq: slice.last, pending: slice.pending } satisfies ChangesPage;
  };
  return {
    changes: async (database, options = {}) =>
      finish(database, options, await link.call('changes', database, options, null)),
    changesOfMany: async (requests) => {
      const slices = await link.call('changesOfMany', requests);
      return Promise.all(
        requests.map(({ database, options }, index) => {
          const slice = slices[index];
          if (!slice) throw new RangeError('The worker answered fewer pages than asked.');
          return finish(database, options, slice);
        }),
      );
    },
    allDocs: (database, options = {}) => allDocs(link, database, options),
    find: (database, query) => findDocuments(link, database, query),
  };
}

function changeRow(row: WireChange): ChangeRow {
  return {
    seq: row.seq,
    id: row.id,
    changes: row.revs.map((rev) => ({ rev })),
    ...(row.deleted ? { deleted: true } : {}),
    ...(row.doc ? { doc: documentOf(row.doc) } : {}),
  };
}

async function allDocs(link: WorkerLink, database: string, options: AllDocsOptions) {
  const includeDocs = options.includeDocs === true;
  const conflicts = options.conflicts === true;
  const row = (wire: WireAllDocsRow) => allDocsRow(wire, includeDocs);
  if (options.keys) {
    const keys = pageOf(options.keys, options);
    const slice = await link.call('allDocsOfKeys', database, keys, includeDocs, conflicts);
    return { total_rows: slice.total, offset: 0, rows: slice.rows.map(row) };
  }
  let range = rangeOf(options);
  let slice = await link.call('allDocs', database, range, includeDocs, conflicts);
  const { total, offset } = slice;
  const rows = slice.rows.map(row);
  while (slice.next !== null) {
    range = {
      ...range,
      start: slice.next,
      startExclusive: true,
      skip: 0,
      limit: rangeOf(options).limit - rows.length,
    };
    slice = await link.call('allDocs', database, range, includeDocs, conflicts);
    for (const wire of slice.rows) rows.push(row(wire));
  }
  return { total_rows: total, offset, rows };
}

function pageOf(keys: readonly string[], options: AllDocsOptions): readonly string[] {
  const ordered = options.descending ? keys.toReversed() : keys;
  const skip = options.skip ?? 0;
  return ordered.slice(skip, options.limit === undefined ? undefined : skip + options.limit);
}

function rangeOf(options: AllDocsOptions): KeyRange {
  return {
    start: options.startKey ?? null,
    startExclusive: false,
    end: options.endKey ?? null,
    endExclusive: options.inclusiveEnd === false,
    descending: options.descending === true,
    limit: options.limit ?? Number.MAX_SAFE_INTEGER,
    skip: options.skip ?? 0,
  };
}

function allDocsRow(wire: WireAllDocsRow, includeDocs: boolean): AllDocsRow {
  if ('error' in wire) return wire;
  const value = wire.deleted ? { rev: wire.rev, deleted: true } : { rev: wire.rev };
  const doc = wire.doc ? documentOf(wire.doc) : null;
  return { id: wire.id, key: wire.id, value, ...(includeDocs ? { doc } : {}) };
}
