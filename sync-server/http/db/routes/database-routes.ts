/** A database as a whole: making, describing, removing, and its few settings. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import type { DatabaseInfo } from '../../../store/document-store.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { jsonOf, objectOf, requireJson } from '../request-body.ts';
import { newId } from '../new-id.ts';
import { writeOne } from '../write-documents.ts';

/** Where `_revs_limit` is kept, so that it works the same over either store. */
const SETTINGS_ID = '_local/db-interface-settings';
const DEFAULT_REVS_LIMIT = 1000;

const nameOf = (request: FastifyRequest): string => requiredParameter(request, 'db');

export function registerDatabases(scope: FastifyInstance, context: DbContext): void {
  const { store, access, write } = context;
  const admin = { onRequest: access.guard('admin') };
  const read = { onRequest: access.guard('read') };
  scope.put('/:db', admin, async (request, reply) => {
    await store.createDatabase(nameOf(request));
    return created(reply, { ok: true });
  });
  scope.get('/:db', read, async (request) => infoBody(await store.info(nameOf(request))));
  scope.delete('/:db', admin, async (request) => {
    await store.deleteDatabase(nameOf(request));
    return { ok: true };
  });
  scope.post('/:db', { onRequest: access.guard('write') }, async (request, reply) => {
    requireJson(request);
    const document = { _id: newId(), ...objectOf(request) };
    return created(
      reply,
      await writeOne(write, access.principal(request), nameOf(request), document),
    );
  });
  registerSettings(scope, context);
  registerUpkeep(scope, context);
}

function registerSettings(scope: FastifyInstance, { store, access }: DbContext): void {
  const admin = { onRequest: access.guard('admin') };
  const read = { onRequest: access.guard('read') };
  scope.get('/:db/_security', read, async (request) => store.getSecurity(nameOf(request)));
  scope.put('/:db/_security', admin, async (request) => {
    const security = jsonOf(request);
    if (!isObject(security))
      throw new StoreError(400, 'bad_request', 'Request body must be a JSON object');
    await store.putSecurity(nameOf(request), security);
    return { ok: true };
  });
  scope.get('/:db/_revs_limit', read, async (request) => {
    await store.info(nameOf(request));
    return JSON.stringify(await revsLimit(store, nameOf(request)));
  });
  scope.put('/:db/_revs_limit', admin, async (request) => {
    const limit = jsonOf(request);
    if (!Number.isInteger(limit) || Number(limit) < 1)
      throw new StoreError(400, 'bad_request', '`_revs_limit` must be a positive integer');
    await store.putLocal(nameOf(request), { _id: SETTINGS_ID, revs_limit: limit });
    return { ok: true };
  });
}

async function revsLimit(store: DbContext['store'], database: string): Promise<number> {
  try {
    return Number(
      (await store.getLocal(database, SETTINGS_ID))['revs_limit'] ?? DEFAULT_REVS_LIMIT,
    );
  } catch (error) {
    if (error instanceof StoreError && error.status === 404) return DEFAULT_REVS_LIMIT;
    throw error;
  }
}

/** The stores keep themselves in order: these answer, so that CouchDB's tools go on. */
function registerUpkeep(scope: FastifyInstance, { store, access }: DbContext): void {
  const admin = { onRequest: access.guard('admin') };
  for (const path of ['/:db/_compact', '/:db/_view_cleanup'])
    scope.post(path, admin, async (request, reply) => {
      await store.info(nameOf(request));
      return reply.code(202).send({ ok: true });
    });
  scope.post(
    '/:db/_ensure_full_commit',
    { onRequest: access.guard('read') },
    async (request, reply) => {
      await store.info(nameOf(request));
      return created(reply, { ok: true, instance_start_time: '0' });
    },
  );
}

export function created(reply: FastifyReply, body: object): FastifyReply {
  return reply.code(201).send(body);
}

/** `doc_del_count` is asked for by couchbackup, `instance_start_time` by older replicators. */
export function infoBody(info: DatabaseInfo): DatabaseInfo & Readonly<Record<string, unknown>> {
  return {
    ...info,
    purge_seq: '0',
    compact_running: false,
    disk_format_version: 8,
    instance_start_time: '0',
    props: {},
    cluster: { q: 1, n: 1, w: 1, r: 1 },
  };
}
