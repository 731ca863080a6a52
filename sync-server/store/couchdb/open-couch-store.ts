/**
 * A store on Apache CouchDB 3.x, one node or a cluster, over HTTP. Several gateways may share it.
 * Durable as CouchDB is: it syncs before it answers.
 */
import type { DocumentStore, WriteResult } from '../document-store.ts';
import { answers, readAnswer } from './couch-answers.ts';
import { couchDocuments, couchLocalDocuments } from './couch-documents.ts';
import { createCouchHttp } from './couch-http.ts';
import type { CouchHttp, Fetch } from './couch-http.ts';
import { databasePath } from './couch-paths.ts';
import { couchScans } from './couch-scans.ts';
import { watchWrites } from './couch-writes.ts';
import type { WriteWatch } from './couch-writes.ts';

export interface CouchStoreOptions {
  /** `http://account:password@host:5984`; a path in it is kept as a prefix. */
  readonly url: string;
  readonly fetch?: Fetch;
}

export async function openCouchStore(options: CouchStoreOptions): Promise<DocumentStore> {
  const closing = new AbortController();
  const http = createCouchHttp(options.url, options.fetch ?? globalThis.fetch, closing.signal);
  const writes = watchWrites(http, closing.signal);
  const underWay = new Set<Promise<unknown>>();
  const documents = couchDocuments(http);
  return {
    ...couchDatabases(http, writes, decodeURIComponent(new URL(options.url).username)),
    ...documents,
    ...couchScans(http),
    ...couchLocalDocuments(http),
    bulkDocs: async (database, docs, given) => {
      const write = documents.bulkDocs(database, docs, given);
      underWay.add(write);
      try {
        const rows = await write;
        if (wroteAny(rows, docs.length)) writes.tell(database);
        return rows;
      } finally {
        underWay.delete(write);
      }
    },
    onWrite: (listener) => writes.listen(listener),
    close: async () => {
      await Promise.allSettled(underWay);
      closing.abort();
    },
  };
}

/** Replication's rows are the failures alone. */
function wroteAny(rows: readonly WriteResult[], asked: number): boolean {
  return rows.some((row) => row.ok) || rows.length < asked;
}

type DatabaseCalls = Pick<
  DocumentStore,
  'createDatabase' | 'deleteDatabase' | 'databaseNames' | 'info' | 'getSecurity' | 'putSecurity'
>;

function closedTo(user: string) {
  const only = { names: [user], roles: ['_admin'] };
  return { admins: only, members: only };
}

function couchDatabases(http: CouchHttp, writes: WriteWatch, user: string): DatabaseCalls {
  const change = async (method: 'PUT' | 'DELETE', name: string) => {
    await http.json({ method, path: databasePath(name) });
    writes.tell(name);
  };
  const securityPath = (database: string) => `${databasePath(database)}/_security`;
  const secure = async (database: string, body: Readonly<Record<string, unknown>>) => {
    await http.json({ method: 'PUT', path: securityPath(database), body });
  };
  return {
    createDatabase: async (name) => {
      await change('PUT', name);
      // Whatever the server's default is: nobody but this account, and CouchDB's administrators, gets in.
      if (user !== '') await secure(name, closedTo(user));
    },
    deleteDatabase: (name) => change('DELETE', name),
    databaseNames: async () =>
      readAnswer(answers.names, await http.json({ path: '/_all_dbs', read: true })),
    info: async (database) =>
      readAnswer(answers.info, await http.json({ path: databasePath(database), read: true })),
    getSecurity: async (database) =>
      readAnswer(answers.security, await http.json({ path: securityPath(database), read: true })),
    putSecurity: secure,
  };
}
