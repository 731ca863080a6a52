/** Feeds and ranges over HTTP. */
import type {
  AllDocsOptions,
  ChangesOptions,
  ChangesPage,
  DocumentStore,
  FindQuery,
  StoredDocument,
} from '../document-store.ts';
import { StoreError } from '../document-store.ts';
import { answers, readAnswer } from './couch-answers.ts';
import { postRead } from './couch-documents.ts';
import type { CouchHttp } from './couch-http.ts';
import { databasePath } from './couch-paths.ts';
import { inParallel } from './in-parallel.ts';

type Scans = Pick<DocumentStore, 'changes' | 'changesOfMany' | 'allDocs' | 'find'>;

/** Requests of one `changesOfMany` under way at a time. */
const PARALLEL = 8;

export function couchScans(http: CouchHttp): Scans {
  const changes: Scans['changes'] = async (database, options = {}) => {
    const { filter, body } = filterOf(options);
    const query = { ...changesQuery(options), filter };
    const request = { ...postRead(database, '_changes', body), query };
    return readAnswer(answers.changes, await http.json(request));
  };
  return {
    changes,
    changesOfMany: (requests) =>
      inParallel(requests, PARALLEL, async ({ database, options }): Promise<ChangesPage> => {
        try {
          return await changes(database, options);
        } catch (error) {
          if (!(error instanceof StoreError) || error.status !== 404) throw error;
          const last = options.since === undefined || options.since === 'now' ? 0 : options.since;
          return { results: [], last_seq: last, pending: 0 };
        }
      }),
    allDocs: async (database, options = {}) => {
      const page = await http.json(postRead(database, '_all_docs', allDocsBody(options)));
      const parsed = readAnswer(answers.allDocs, page);
      return { ...parsed, offset: parsed.offset ?? 0 };
    },
    find: async (database, query) => findDocuments(http, database, query),
  };
}

function changesQuery(options: ChangesOptions) {
  return {
    since: options.since,
    limit: options.limit,
    descending: options.descending || undefined,
    include_docs: options.includeDocs || undefined,
    style: options.style,
    conflicts: options.conflicts || undefined,
    attachments: options.attachments || undefined,
  };
}

/** CouchDB takes one filter; a selector can also name the ids. */
function filterOf({ selector, docIds }: ChangesOptions): { filter?: string; body: object } {
  if (selector && docIds)
    return {
      filter: '_selector',
      body: { selector: { $and: [{ _id: { $in: docIds } }, selector] } },
    };
  if (selector) return { filter: '_selector', body: { selector } };
  if (docIds) return { filter: '_doc_ids', body: { doc_ids: docIds } };
  return { body: {} };
}

function allDocsBody(options: AllDocsOptions): object {
  return {
    keys: options.keys,
    start_key: options.startKey,
    end_key: options.endKey,
    inclusive_end: options.inclusiveEnd,
    descending: options.descending,
    limit: options.limit,
    skip: options.skip,
    include_docs: options.includeDocs,
    conflicts: options.conflicts,
  };
}

async function findDocuments(http: CouchHttp, database: string, query: FindQuery) {
  const body = findBody(query);
  const ask = async () =>
    readAnswer(answers.found, await http.json(postRead(database, '_find', body)));
  const page = await ask().catch(async (error: unknown) => {
    // CouchDB sorts by an index only; the first such query makes it.
    if (!(error instanceof StoreError) || error.error !== 'no_usable_index' || !query.sort)
      throw error;
    const index = { index: { fields: query.sort }, type: 'json' };
    await http.json({ method: 'POST', path: `${databasePath(database)}/_index`, body: index });
    return ask();
  });
  return {
    // With `fields` an answer holds just those, as the contract says.
    docs: page.docs as unknown as readonly StoredDocument[],
    bookmark: page.bookmark ?? 'nil',
  };
}

/** A sort leaves out documents without the field: said aloud, so that an index can serve it. */
function findBody(query: FindQuery): object {
  const names = (query.sort ?? []).flatMap((part) =>
    typeof part === 'string' ? [part] : Object.keys(part),
  );
  const present = names.map((name) => ({ [name]: { $exists: true } }));
  const selector = present.length > 0 ? { $and: [query.selector, ...present] } : query.selector;
  return { ...query, selector };
}
