/** Binds the protocol's calls to the modules that answer them, over one open file. */
import type { DatabaseSync } from 'node:sqlite';
import type { WriteResult } from '../../document-store.ts';
import type { ChangesSlice, Engine, WireWrite } from '../protocol.ts';
import { createAllDocsReader } from './all-documents.ts';
import { createAttachments } from './attachments.ts';
import { createChangesReader, postponed, weightOf } from './changes.ts';
import type { ReadChanges } from './changes.ts';
import { createDatabases } from './databases.ts';
import type { DatabaseRow, Databases } from './databases.ts';
import { createDocumentRows } from './document-rows.ts';
import { createFinder } from '../mango/find-scan.ts';
import { createLocalDocuments } from './local-documents.ts';
import type { LocalDocuments } from './local-documents.ts';
import { createDocumentReader } from './read-documents.ts';
import { createDocumentWriter } from './write-documents.ts';
import type { WriteDocument } from './write-documents.ts';

export function createEngine(db: DatabaseSync): Engine {
  const databases = createDatabases(db);
  const { open } = databases;
  const rows = createDocumentRows(db);
  const attachments = createAttachments(db);
  const reader = createDocumentReader(rows, attachments);
  const locals = createLocalDocuments(db);
  const allDocs = createAllDocsReader(db, rows, reader);
  const changes = createChangesReader(db, reader);
  const find = createFinder(db, reader);
  return {
    createDatabase: databases.create,
    deleteDatabase: databases.remove,
    databaseNames: databases.names,
    info: databases.info,
    get: (name, id, options) => reader.get(open(name), id, options),
    openRevs: (name, id, revs, options) => reader.openRevs(open(name), id, revs, options),
    bulkDocs: createBulkWriter(databases, createDocumentWriter(rows, attachments), locals),
    bulkGet(name, items, options) {
      const database = open(name);
      return items.map((item) => reader.bulkGet(database, item, options));
    },
    revsDiff(name, revisions) {
      const database = open(name);
      return revisions.flatMap(([id, revs]) => {
        const { missing, possibleAncestors } = reader.revsDiff(database, id, revs);
        return missing.length > 0 ? [[id, missing, possibleAncestors] as const] : [];
      });
    },
    changes: (name, options, from) => changes(open(name), options, from),
    changesOfMany: createManyReader(databases, changes),
    allDocs: (name, range, docs, conflicts) => allDocs.range(open(name), range, docs, conflicts),
    allDocsOfKeys: (name, keys, docs, conflicts) => allDocs.keys(open(name), keys, docs, conflicts),
    find: (name, selector, after, limit) => find(open(name), selector, after, limit),
    getLocal: (name, id) => locals.get(open(name), id),
    putLocal: (name, write) => locals.put(open(name), write),
    deleteLocal: (name, id) => locals.remove(open(name), id),
    getSecurity: databases.security,
    putSecurity: databases.secure,
    getAttachment: (name, id, attachment, rev) =>
      reader.attachment(open(name), id, attachment, rev),
  };
}

/** Together no more than this in one call of the worker; the rest is asked for one by one. */
const MANY_WEIGHT = 8_000_000;

function createManyReader(databases: Databases, changes: ReadChanges): Engine['changesOfMany'] {
  return (requests) => {
    let weight = 0;
    return requests.map(({ database, options }): ChangesSlice => {
      const row = databases.find(database);
      if (row && weight > MANY_WEIGHT) return postponed(row, options);
      if (row) {
        const slice = changes(row, options, null);
        weight += weightOf(slice);
        return slice;
      }
      const last = options.since === undefined || options.since === 'now' ? 0 : options.since;
      return { rows: [], last, next: null, pending: 0 };
    });
  };
}

function createBulkWriter(databases: Databases, write: WriteDocument, locals: LocalDocuments) {
  return (name: string, writes: readonly WireWrite[], newEdits: boolean): WriteResult[] => {
    let database: DatabaseRow = databases.open(name);
    const before = database.seq;
    const results: WriteResult[] = [];
    for (const one of writes) {
      if (one.id.startsWith('_local/')) {
        results.push(locals.put(database, one));
        continue;
      }
      const written = write(database, one, newEdits);
      database = written.database;
      // Replication answers only with what was refused.
      if (newEdits || !written.result.ok) results.push(written.result);
    }
    if (database.seq !== before) databases.saveCounts(database);
    return results;
  };
}
