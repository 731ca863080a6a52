/** Documents over HTTP: one, many, local ones and attachments. */
import type { DocumentStore, ReadOptions } from '../document-store.ts';
import { answers, readAnswer } from './couch-answers.ts';
import type { CouchHttp, CouchRequest } from './couch-http.ts';
import { databasePath, documentPath } from './couch-paths.ts';

type DocumentCalls = Pick<
  DocumentStore,
  'get' | 'openRevs' | 'bulkDocs' | 'bulkGet' | 'revsDiff' | 'getAttachment'
>;

export function couchDocuments(http: CouchHttp): DocumentCalls {
  return {
    get: async (database, id, options = {}) => {
      const request = { path: documentPath(database, id), query: readQuery(options), read: true };
      return readAnswer(answers.document, await http.json(request));
    },
    openRevs: async (database, id, revs, options = {}) => {
      const open_revs = revs === 'all' ? 'all' : JSON.stringify(revs);
      const query = { ...readQuery(options), open_revs };
      const request = { path: documentPath(database, id), query, read: true };
      return readAnswer(answers.openRevs, await http.json(request));
    },
    bulkDocs: async (database, docs, { newEdits = true } = {}) => {
      const body = { docs, new_edits: newEdits };
      const request: CouchRequest = {
        method: 'POST',
        path: `${databasePath(database)}/_bulk_docs`,
        body,
      };
      return readAnswer(answers.written, await http.json(request));
    },
    bulkGet: async (database, docs, options = {}) => {
      const request = {
        ...postRead(database, '_bulk_get', { docs }),
        query: readQuery(options),
      };
      return readAnswer(answers.bulkGet, await http.json(request)).results;
    },
    revsDiff: async (database, revisions) =>
      readAnswer(answers.revsDiff, await http.json(postRead(database, '_revs_diff', revisions))),
    getAttachment: async (database, id, name, rev) => {
      // A name's slashes are part of the path in CouchDB; encoded they mean the same.
      const path = `${documentPath(database, id)}/${encodeURIComponent(name)}`;
      const { bytes, headers } = await http.bytes({ path, query: { rev }, read: true });
      return {
        contentType: headers.get('content-type') ?? 'application/octet-stream',
        digest: `md5-${(headers.get('etag') ?? '').replaceAll('"', '')}`,
        bytes,
      };
    },
  };
}

/** A POST that only reads: it may be tried again. */
export function postRead(database: string, endpoint: string, body: unknown): CouchRequest {
  return { method: 'POST', path: `${databasePath(database)}/${endpoint}`, body, read: true };
}

function readQuery(options: ReadOptions): NonNullable<CouchRequest['query']> {
  const on = (flag: boolean | undefined) => (flag ? true : undefined);
  return {
    rev: options.rev,
    revs: on(options.revs),
    conflicts: on(options.conflicts),
    attachments: on(options.attachments),
    latest: on(options.latest),
  };
}

type LocalCalls = Pick<DocumentStore, 'getLocal' | 'putLocal' | 'deleteLocal'>;

export function couchLocalDocuments(http: CouchHttp): LocalCalls {
  const get: LocalCalls['getLocal'] = async (database, id) => {
    const request = { path: documentPath(database, localId(id)), read: true };
    return readAnswer(answers.document, await http.json(request));
  };
  return {
    getLocal: get,
    putLocal: async (database, document) => {
      const _id = localId(document._id);
      const path = documentPath(database, _id);
      const body = { ...document, _id };
      return readAnswer(answers.writtenOne, await http.json({ method: 'PUT', path, body }));
    },
    deleteLocal: async (database, id) => {
      const held = await get(database, id);
      const path = documentPath(database, localId(id));
      await http.json({ method: 'DELETE', path, query: { rev: held._rev } });
    },
  };
}

function localId(id: string): string {
  return id.startsWith('_local/') ? id : `_local/${id}`;
}
