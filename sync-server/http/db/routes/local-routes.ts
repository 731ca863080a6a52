/**
 * `_local` documents: replication checkpoints. Whoever may read a database may keep one, or their
 * replication would begin again from nothing each time; they are never replicated themselves.
 */
import type { FastifyInstance } from 'fastify';
import { isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import { created } from './database-routes.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { jsonOf } from '../request-body.ts';
import { parametersOf } from '../request-query.ts';

export function registerLocalDocuments(scope: FastifyInstance, { store, access }: DbContext): void {
  const read = { onRequest: access.guard('read') };
  scope.get('/:db/_local/:id', read, async (request) =>
    store.getLocal(requiredParameter(request, 'db'), requiredParameter(request, 'id')),
  );
  scope.put('/:db/_local/:id', read, async (request, reply) => {
    const body = jsonOf(request);
    if (!isObject(body)) throw new StoreError(400, 'bad_request', 'Document must be a JSON object');
    const rev = parametersOf(request).text('rev');
    const document = {
      ...body,
      ...(rev === undefined ? {} : { _rev: rev }),
      _id: `_local/${requiredParameter(request, 'id')}`,
    };
    const row = await store.putLocal(requiredParameter(request, 'db'), document);
    if (!row.ok) throw new StoreError(400, row.error, row.reason);
    return created(reply, row);
  });
  scope.delete('/:db/_local/:id', read, async (request) => {
    const id = requiredParameter(request, 'id');
    await store.deleteLocal(requiredParameter(request, 'db'), id);
    return { ok: true, id: `_local/${id}`, rev: '0-0' };
  });
}
