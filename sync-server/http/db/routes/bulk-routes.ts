/** Many documents at once: what a replicator lives on. */
import type { FastifyInstance } from 'fastify';
import { isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import type { BulkGetItem } from '../../../store/document-store.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { readOptionsOf } from '../read-options.ts';
import { objectOf, requireJson } from '../request-body.ts';
import { parametersOf, stringsOf } from '../request-query.ts';
import { newId } from '../new-id.ts';

export function registerBulk(scope: FastifyInstance, { store, access, write }: DbContext): void {
  const read = { onRequest: access.guard('read') };
  scope.post('/:db/_bulk_docs', { onRequest: access.guard('write') }, async (request, reply) => {
    requireJson(request);
    const body = objectOf(request);
    const newEdits = body['new_edits'] ?? true;
    if (typeof newEdits !== 'boolean')
      throw new StoreError(400, 'bad_request', '`new_edits` must be a boolean');
    const documents = listOf(body['docs'], 'POST body must include `docs` parameter.').map(withId);
    const database = requiredParameter(request, 'db');
    const rows = await write(access.principal(request), database, documents, { newEdits });
    return reply.code(201).send(rows);
  });
  scope.post('/:db/_bulk_get', read, async (request) => {
    requireJson(request);
    const items = listOf(objectOf(request)['docs'], "Missing JSON list of 'docs'.").map(itemOf);
    const options = readOptionsOf(parametersOf(request));
    return { results: await store.bulkGet(requiredParameter(request, 'db'), items, options) };
  });
  scope.post('/:db/_revs_diff', read, async (request) =>
    store.revsDiff(requiredParameter(request, 'db'), revisionsOf(objectOf(request))),
  );
  scope.post('/:db/_missing_revs', read, async (request) => {
    const revisions = revisionsOf(objectOf(request));
    const missing = await store.revsDiff(requiredParameter(request, 'db'), revisions);
    const rows = Object.entries(missing).map(([id, row]) => [id, row.missing] as const);
    return { missing_revs: Object.fromEntries(rows) };
  });
}

function listOf(value: unknown, reason: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new StoreError(400, 'bad_request', reason);
  return value;
}

function withId(document: unknown): unknown {
  return isObject(document) && !Object.hasOwn(document, '_id')
    ? { _id: newId(), ...document }
    : document;
}

function itemOf(item: unknown): BulkGetItem {
  if (!isObject(item)) throw new StoreError(400, 'bad_request', 'document must be a JSON object');
  const { id, rev } = item;
  if (typeof id !== 'string') throw new StoreError(400, 'bad_request', 'document id missed');
  if (rev === undefined) return { id };
  if (typeof rev !== 'string') throw new StoreError(400, 'bad_request', 'Invalid rev format');
  return { id, rev };
}

function revisionsOf(body: Readonly<Record<string, unknown>>) {
  const rows = Object.entries(body).map(
    ([id, revs]) => [id, stringsOf(revs, id.slice(0, 100))] as const,
  );
  return Object.fromEntries(rows);
}
