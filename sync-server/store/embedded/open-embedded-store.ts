/**
 * The embedded store: every database in one SQLite file, owned by a worker thread.
 * This end checks documents, cuts long scans into slices and puts documents together again.
 */
import type { BulkGetRow, DocumentStore, StoreError } from '../document-store.ts';
import type { WireBulkGetRow } from './protocol.ts';
import { createScans } from './scans.ts';
import { checkId } from '../document-shape.ts';
import { splitDocument } from './split-document.ts';
import { documentOf } from './wire-document.ts';
import { startWorker } from './worker-link.ts';
import type { WorkerLink } from './worker-link.ts';

export interface EmbeddedStoreOptions {
  /** Path of the SQLite file; made when absent. Its folder must exist. */
  readonly file: string;
  /** Told once if the worker dies; the store then answers 503 for good. */
  readonly onFailure?: (error: StoreError) => void;
}

export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<DocumentStore> {
  const listeners = new Set<(database: string) => void>();
  const link = await startWorker(options.file, {
    onWrote: (databases) => {
      for (const database of databases) for (const listener of listeners) listener(database);
    },
    onFailure: (error) => options.onFailure?.(error),
  });
  return {
    ...databaseReads(link),
    ...databaseCalls(link),
    ...documentReads(link),
    ...createScans(link),
    ...sideCalls(link),
    onWrite(listener) {
      // A wrapper of its own, so that one function listening twice can stop once.
      const own = (database: string) => listener(database);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close: () => link.close(),
  };
}

type DatabaseReads = Pick<DocumentStore, 'databaseNames' | 'info' | 'getSecurity'>;

export function databaseReads(link: WorkerLink): DatabaseReads {
  return {
    databaseNames: () => link.call('databaseNames'),
    info: (database) => link.call('info', database),
    // Stored by `putSecurity` below, so it is an object.
    getSecurity: async (database) =>
      JSON.parse(await link.call('getSecurity', database)) as Record<string, unknown>,
  };
}

type DatabaseCalls = Pick<DocumentStore, 'createDatabase' | 'deleteDatabase' | 'putSecurity'>;

function databaseCalls(link: WorkerLink): DatabaseCalls {
  return {
    createDatabase: (name) => link.call('createDatabase', name),
    deleteDatabase: (name) => link.call('deleteDatabase', name),
    putSecurity: (database, security) =>
      link.call('putSecurity', database, JSON.stringify(security)),
  };
}

type DocumentReads = Pick<DocumentStore, 'get' | 'openRevs' | 'bulkGet' | 'revsDiff'>;

const BULK_GET_SLICE = 200;

export function documentReads(link: WorkerLink): DocumentReads {
  return {
    get: async (database, id, options = {}) =>
      documentOf(await link.call('get', database, id, options)),
    openRevs: async (database, id, revs, options = {}) => {
      const rows = await link.call('openRevs', database, id, revs, options);
      return rows.map((row) => ('ok' in row ? { ok: documentOf(row.ok) } : row));
    },
    bulkGet: async (database, items, options = {}) => {
      const results: Awaited<ReturnType<DocumentStore['bulkGet']>>[number][] = [];
      for (let at = 0; at === 0 || at < items.length; at += BULK_GET_SLICE) {
        const slice = items.slice(at, at + BULK_GET_SLICE);
        const rows = await link.call('bulkGet', database, slice, options);
        slice.forEach(({ id }, index) =>
          results.push({ id, docs: (rows[index] ?? []).map(bulkGetRow) }),
        );
      }
      return results;
    },
    revsDiff: async (database, revisions) => {
      const rows = await link.call('revsDiff', database, Object.entries(revisions));
      return Object.fromEntries(
        rows.map(([id, missing, ancestors]) => [
          id,
          { missing, ...(ancestors.length > 0 ? { possible_ancestors: ancestors } : {}) },
        ]),
      );
    },
  };
}

function bulkGetRow(row: WireBulkGetRow): BulkGetRow {
  return 'ok' in row ? { ok: documentOf(row.ok) } : row;
}

type SideCalls = Pick<
  DocumentStore,
  'bulkDocs' | 'getLocal' | 'putLocal' | 'deleteLocal' | 'getAttachment'
>;

function sideCalls(link: WorkerLink): SideCalls {
  return {
    bulkDocs: async (database, documents, { newEdits = true } = {}) => {
      const writes = documents.map((document) => splitDocument(document, newEdits));
      return link.call('bulkDocs', database, writes, newEdits);
    },
    getLocal: async (database, id) =>
      documentOf(await link.call('getLocal', database, localId(id))),
    putLocal: async (database, document) => {
      const write = splitDocument({ ...document, _id: localId(document._id) }, true);
      return link.call('putLocal', database, write);
    },
    deleteLocal: (database, id) => link.call('deleteLocal', database, localId(id)),
    getAttachment: (database, id, name, rev) =>
      link.call('getAttachment', database, id, name, rev ?? null),
  };
}

/** Callers may name a local document with or without its prefix; it is kept with. */
function localId(id: string): string {
  return checkId(id.startsWith('_local/') ? id : `_local/${id}`);
}
