/** `_all_docs` and `_design_docs`, sent page by page. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AllDocsOptions, AllDocsPage, DocumentStore } from '../../../store/document-store.ts';
import { StoreError } from '../../../store/document-store.ts';
import { jsonRows } from '../json-rows.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { objectOf } from '../request-body.ts';
import { parametersOf, stringsOf } from '../request-query.ts';
import type { Parameters } from '../request-query.ts';

const PAGE_ROWS = 1000;

/** `_design0` sorts right after every `_design/…`. */
const DESIGN_RANGE: AllDocsOptions = {
  startKey: '_design/',
  endKey: '_design0',
  inclusiveEnd: false,
};

export function registerAllDocs(scope: FastifyInstance, { store, access }: DbContext): void {
  const read = { onRequest: access.guard('read') };
  const serve = (base: AllDocsOptions) => async (request: FastifyRequest, reply: FastifyReply) => {
    const body = request.method === 'POST' ? objectOf(request) : {};
    const parameters = parametersOf(request, body);
    const options = { ...base, ...optionsOf(parameters) };
    return sendRows(store, requiredParameter(request, 'db'), options, reply);
  };
  for (const [path, base] of [
    ['/:db/_all_docs', {}],
    ['/:db/_design_docs', DESIGN_RANGE],
  ] as const) {
    scope.get(path, read, serve(base));
    scope.post(path, read, serve(base));
  }
}

function optionsOf(parameters: Parameters): AllDocsOptions {
  const keys = parameters.json('keys');
  const key = parameters.json('key');
  const limit = parameters.count('limit');
  const shared = {
    descending: parameters.flag('descending') ?? false,
    includeDocs: parameters.flag('include_docs') ?? false,
    conflicts: parameters.flag('conflicts') ?? false,
    skip: parameters.count('skip') ?? 0,
    ...(limit === undefined ? {} : { limit }),
  };
  if (keys !== undefined) return { ...shared, keys: stringsOf(keys, 'keys') };
  if (key !== undefined) return { ...shared, ...rangeOf(key, key, true) };
  const start = parameters.json('startkey') ?? parameters.json('start_key');
  const end = parameters.json('endkey') ?? parameters.json('end_key');
  return { ...shared, ...rangeOf(start, end, parameters.flag('inclusive_end') ?? true) };
}

function rangeOf(start: unknown, end: unknown, inclusiveEnd: boolean): AllDocsOptions {
  return {
    ...(start === undefined ? {} : { startKey: asId(start) }),
    ...(end === undefined ? {} : { endKey: asId(end), inclusiveEnd }),
  };
}

/** Ids are strings; CouchDB's order puts numbers before every string, arrays and objects after. */
function asId(key: unknown): string {
  if (typeof key === 'string') return key;
  return typeof key === 'object' && key !== null ? '\u{10FFFF}'.repeat(64) : '';
}

async function sendRows(
  store: DocumentStore,
  database: string,
  options: AllDocsOptions,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const wanted = options.limit ?? Number.MAX_SAFE_INTEGER;
  if (wanted < 0) throw new StoreError(400, 'query_parse_error', 'limit must not be negative');
  const first = await store.allDocs(database, { ...options, limit: Math.min(wanted, PAGE_ROWS) });
  const rows = rowsOf(store, database, options, first, wanted);
  return reply.type('application/json').send(Readable.from(rows));
}

async function* rowsOf(
  store: DocumentStore,
  database: string,
  options: AllDocsOptions,
  first: AllDocsPage,
  wanted: number,
): AsyncGenerator<string> {
  const offset = options.keys ? null : first.offset;
  yield `{"total_rows":${first.total_rows},"offset":${offset},"rows":[\n`;
  let sent = 0;
  let page = first;
  let asked = Math.min(wanted, PAGE_ROWS);
  let last = '';
  for (;;) {
    // A later page begins with the last id of the one before, unless that was just deleted.
    const fresh =
      sent === 0 || options.keys ? page.rows : page.rows.filter((row) => row.key !== last);
    yield* jsonRows(fresh, sent);
    sent += fresh.length;
    if (page.rows.length < asked || sent >= wanted) break;
    last = page.rows.at(-1)?.key ?? last;
    asked = Math.min(wanted - sent, PAGE_ROWS) + 1;
    page = await store.allDocs(database, nextPage(options, last, sent, asked));
  }
  yield '\n]}\n';
}

function nextPage(
  options: AllDocsOptions,
  last: string,
  sent: number,
  limit: number,
): AllDocsOptions {
  if (options.keys) return { ...options, skip: (options.skip ?? 0) + sent, limit };
  return { ...options, startKey: last, skip: 0, limit };
}
