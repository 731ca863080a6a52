/** The server's own paths: greeting, health, databases, ids, session. */
import type { FastifyInstance } from 'fastify';
import { StoreError } from '../../../store/document-store.ts';
import { basicHeaderOf } from '../cookie-session.ts';
import { infoBody } from './database-routes.ts';
import type { DbContext } from '../db-context.ts';
import { newId } from '../new-id.ts';
import { objectOf } from '../request-body.ts';
import { parametersOf, stringsOf } from '../request-query.ts';

/** CouchDB's `max_count` of `_uuids`. */
const MAX_UUIDS = 1000;

/** For everybody: greeting, health, and the way to become known. */
export function registerOpenRoutes(scope: FastifyInstance, context: DbContext): void {
  scope.get('/', async () => ({
    couchdb: 'Welcome',
    version: '3.5.0',
    uuid: SERVER_UUID,
    features: [],
    vendor: { name: 'HoSo' },
  }));
  scope.get('/_up', async () => ({ status: 'ok', seeds: {} }));
  registerSession(scope, context);
}

export function registerServer(scope: FastifyInstance, { store, access }: DbContext): void {
  const read = { onRequest: access.guard('read') };
  scope.get('/_all_dbs', { onRequest: access.guard('read') }, async (request) => {
    const principal = access.principal(request);
    const names = await store.databaseNames();
    const parameters = parametersOf(request);
    const skip = parameters.count('skip') ?? 0;
    const visible = names.filter((name) => principal.may('read', name));
    return visible.slice(skip, skip + (parameters.count('limit') ?? visible.length));
  });
  scope.post('/_dbs_info', read, async (request) => {
    const principal = access.principal(request);
    const keys = stringsOf(objectOf(request)['keys'], 'keys');
    return Promise.all(
      keys.map(async (key) => {
        if (!principal.may('read', key)) return { key, error: 'forbidden' };
        try {
          return { key, info: infoBody(await store.info(key)) };
        } catch (error) {
          if (error instanceof StoreError && error.status === 404)
            return { key, error: 'not_found' };
          throw error;
        }
      }),
    );
  });
  scope.get('/_uuids', read, async (request, reply) => {
    const count = parametersOf(request).count('count') ?? 1;
    if (count > MAX_UUIDS) throw new StoreError(400, 'bad_request', 'count parameter too large');
    reply.header('cache-control', 'must-revalidate, no-cache');
    return { uuids: Array.from({ length: count }, newId) };
  });
  scope.get('/_active_tasks', { onRequest: access.guard('admin') }, async () => []);
}

function registerSession(scope: FastifyInstance, { access, session }: DbContext): void {
  scope.get('/_session', async (request) => {
    const principal = await access.identify(request);
    return {
      ok: true,
      userCtx: { name: principal?.name ?? null, roles: principal?.roles ?? [] },
      info: {
        authentication_handlers: ['cookie', 'default'],
        ...(principal ? { authenticated: 'default' } : {}),
      },
    };
  });
  scope.post('/_session', async (request, reply) => {
    request.headers.authorization = basicHeaderOf(request);
    const principal = await access.identify(request);
    if (!principal) throw new StoreError(401, 'unauthorized', 'Name or password is incorrect.');
    reply.header('set-cookie', session.cookieFor(request));
    return { ok: true, name: principal.name, roles: principal.roles ?? [] };
  });
  scope.delete('/_session', async (request, reply) => {
    reply.header('set-cookie', session.end(request));
    return { ok: true };
  });
}

/** Tells one server's life from another's; nothing is stored under it. */
const SERVER_UUID = newId();
