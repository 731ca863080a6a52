/** One document: read, written, removed. Design documents are plain documents with a longer name. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkId, isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import type { StoredDocument } from '../../../store/document-store.ts';
import { parameterOf, requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { readOptionsOf } from '../read-options.ts';
import { jsonOf } from '../request-body.ts';
import { parametersOf, stringsOf } from '../request-query.ts';
import { writeOne } from '../write-documents.ts';

export function registerDocuments(scope: FastifyInstance, context: DbContext): void {
  const { store, access, write } = context;
  const onRead = { onRequest: access.guard('read') };
  const onWrite = { onRequest: access.guard('write') };
  for (const path of ['/:db/:id', '/:db/_design/:design']) {
    scope.get(path, onRead, async (request, reply) => readDocument(context, request, reply));
    scope.put(path, onWrite, async (request, reply) => {
      const body = jsonOf(request);
      if (!isObject(body))
        throw new StoreError(400, 'bad_request', 'Document must be a JSON object');
      const newEdits = parametersOf(request).flag('new_edits') ?? true;
      const rev = givenRevision(request, body['_rev']);
      const document = { ...body, ...(rev === undefined ? {} : { _rev: rev }), _id: idOf(request) };
      const principal = access.principal(request);
      const row = await writeOne(
        write,
        principal,
        requiredParameter(request, 'db'),
        document,
        newEdits,
      );
      return reply.code(201).header('etag', `"${row.rev}"`).send(row);
    });
    scope.delete(path, onWrite, async (request) => {
      const database = requiredParameter(request, 'db');
      const id = idOf(request);
      const rev = givenRevision(request, undefined);
      // What is not there gives 404, not a conflict.
      if (rev === undefined) await store.get(database, id);
      const tombstone = { _id: id, ...(rev === undefined ? {} : { _rev: rev }), _deleted: true };
      return writeOne(write, access.principal(request), database, tombstone);
    });
  }
}

/** The id in the path. @throws StoreError 400 `illegal_docid` on names the interface reserves */
export function idOf(request: FastifyRequest): string {
  const design = parameterOf(request, 'design');
  return checkId(design === null ? requiredParameter(request, 'id') : `_design/${design}`);
}

/** CouchDB takes the revision from the query, the `If-Match` header or the body, if they agree. */
export function givenRevision(request: FastifyRequest, inBody: unknown): string | undefined {
  const inQuery = parametersOf(request).text('rev');
  const inHeader = request.headers['if-match']?.replaceAll('"', '');
  const given = [inQuery, inHeader, inBody].filter((rev) => rev !== undefined);
  const [first] = given;
  if (first === undefined) return undefined;
  if (typeof first !== 'string') throw new StoreError(400, 'bad_request', 'Invalid rev format');
  if (given.some((rev) => rev !== first))
    throw new StoreError(
      400,
      'bad_request',
      'Document rev from request body and query string have different values',
    );
  return first;
}

async function readDocument(
  { store }: DbContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StoredDocument | readonly unknown[] | FastifyReply> {
  const parameters = parametersOf(request);
  const database = requiredParameter(request, 'db');
  const id = idOf(request);
  const options = readOptionsOf(parameters);
  if (parameters.has('open_revs')) {
    const revs =
      parameters.text('open_revs') === 'all'
        ? 'all'
        : stringsOf(parameters.json('open_revs'), 'open_revs');
    return store.openRevs(database, id, revs, options);
  }
  const document = await store.get(database, id, options);
  const etag = `"${document._rev ?? ''}"`;
  reply.header('etag', etag).header('cache-control', 'must-revalidate');
  const plain = !options.conflicts && !options.revs && !options.attachments;
  if (plain && request.headers['if-none-match'] === etag) return reply.code(304).send();
  return document;
}
