/** `_changes`: reads what is asked, then hands over to the feed. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import type { ChangesOptions } from '../../../store/document-store.ts';
import { openFeed } from '../changes-feed.ts';
import type { Feed } from '../changes-feed.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { objectOf } from '../request-body.ts';
import type { JsonObject } from '../request-body.ts';
import { parametersOf, stringsOf } from '../request-query.ts';
import type { Parameters } from '../request-query.ts';

/** CouchDB's `changes_timeout`: also the longest a client may ask for without a heartbeat. */
const MAX_WAIT_MS = 60_000;
/** Shorter heartbeats are answered at this pace: each costs a packet. */
const MIN_HEARTBEAT_MS = 100;

export function registerChanges(scope: FastifyInstance, context: DbContext): void {
  const read = { onRequest: context.access.guard('read') };
  scope.get('/:db/_changes', read, async (request, reply) => sendChanges(context, request, reply));
  scope.post('/:db/_changes', read, async (request, reply) => sendChanges(context, request, reply));
}

async function sendChanges(
  { store, access, closing }: DbContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const database = requiredParameter(request, 'db');
  const body = request.method === 'POST' ? objectOf(request) : {};
  const parameters = parametersOf(request);
  const gone = new AbortController();
  reply.raw.on('close', () => gone.abort());
  const feed = await openFeed(store, {
    database,
    feed: request.method === 'HEAD' ? 'normal' : feedOf(parameters),
    options: { ...optionsOf(parameters), ...filterOf(parameters, body) },
    ...paceOf(parameters),
    signal: AbortSignal.any([gone.signal, closing]),
    stillAllowed: async () => (await access.identify(request))?.may('read', database) === true,
  });
  // A proxy that buffers would hold back a live feed.
  reply.header('x-accel-buffering', 'no').header('cache-control', 'must-revalidate');
  return reply.type('application/json').send(Readable.from(feed));
}

function feedOf(parameters: Parameters): Feed {
  const feed = parameters.text('feed') ?? 'normal';
  if (feed === 'normal' || feed === 'longpoll' || feed === 'continuous') return feed;
  throw new StoreError(
    400,
    'bad_request',
    `Supported \`feed\` types: normal, continuous, longpoll`,
  );
}

function paceOf(parameters: Parameters) {
  const timeoutMs = Math.min(parameters.count('timeout') ?? MAX_WAIT_MS, MAX_WAIT_MS);
  const text = parameters.text('heartbeat');
  if (text === undefined || text === 'false') return { timeoutMs, heartbeatMs: null };
  const asked = text === 'true' ? MAX_WAIT_MS : (parameters.count('heartbeat') ?? MAX_WAIT_MS);
  if (asked === 0) throw new StoreError(400, 'query_parse_error', 'heartbeat must be positive');
  return { timeoutMs, heartbeatMs: Math.max(MIN_HEARTBEAT_MS, Math.min(asked, MAX_WAIT_MS)) };
}

function optionsOf(parameters: Parameters): ChangesOptions {
  const limit = parameters.count('limit');
  const style = parameters.text('style') ?? 'main_only';
  if (style !== 'main_only' && style !== 'all_docs')
    throw new StoreError(400, 'bad_request', 'Supported `style` values: main_only, all_docs');
  return {
    since: sinceOf(parameters),
    ...(limit === undefined ? {} : { limit }),
    style,
    descending: parameters.flag('descending') ?? false,
    includeDocs: parameters.flag('include_docs') ?? false,
    conflicts: parameters.flag('conflicts') ?? false,
    attachments: parameters.flag('attachments') ?? false,
  };
}

/** Some clients send the sequence as JSON text, in quotes. */
function sinceOf(parameters: Parameters): string {
  return (parameters.text('since') ?? '0').replace(/^"(.*)"$/u, '$1');
}

function filterOf(parameters: Parameters, body: JsonObject): ChangesOptions {
  const filter = parameters.text('filter');
  if (filter === undefined) return {};
  if (filter === '_selector') {
    const { selector } = body;
    if (!isObject(selector))
      throw new StoreError(400, 'bad_request', 'Selector must be specified in POST payload');
    return { selector };
  }
  if (filter === '_doc_ids') {
    const ids = parameters.has('doc_ids') ? parameters.json('doc_ids') : body['doc_ids'];
    return { docIds: stringsOf(ids, 'doc_ids') };
  }
  if (filter === '_design') return { selector: { _id: { $beginsWith: '_design/' } } };
  throw new StoreError(501, 'not_implemented', 'Filter functions are left out: use _selector.');
}
