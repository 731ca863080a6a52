/** Attachments by name, as `/:db/:id/:name`; a name may hold slashes. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StoreError } from '../../../store/document-store.ts';
import type { AttachmentEntry, StoredDocument } from '../../../store/document-store.ts';
import { checkAttachmentName } from '../../../store/document-shape.ts';
import { givenRevision, idOf } from './document-routes.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { readOrNull } from '../read-or-null.ts';
import { bytesOf } from '../request-body.ts';
import { parametersOf } from '../request-query.ts';
import { writeOne } from '../write-documents.ts';

export function registerAttachments(scope: FastifyInstance, context: DbContext): void {
  const { access, write } = context;
  const onRead = { onRequest: access.guard('read') };
  const onWrite = { onRequest: access.guard('write') };
  for (const path of ['/:db/:id/*', '/:db/_design/:design/*']) {
    scope.get(path, onRead, async (request, reply) => sendAttachment(context, request, reply));
    scope.put(path, onWrite, async (request, reply) => {
      const name = nameOf(request);
      const before = await current(context, request);
      const entry = {
        content_type: contentTypeOf(request),
        data: bytesOf(request).toString('base64'),
      };
      const held = Object.entries(before._attachments ?? {}).filter(([other]) => other !== name);
      const named: (readonly [string, AttachmentEntry])[] = [...held, [name, entry]];
      const document = { ...before, _attachments: Object.fromEntries(named) };
      const principal = access.principal(request);
      const row = await writeOne(write, principal, requiredParameter(request, 'db'), document);
      return reply.code(201).header('etag', `"${row.rev}"`).send(row);
    });
    scope.delete(path, onWrite, async (request) => {
      const name = nameOf(request);
      const before = await current(context, request);
      const held = Object.entries(before._attachments ?? {});
      if (!held.some(([other]) => other === name)) throw missing();
      const kept = Object.fromEntries(held.filter(([other]) => other !== name));
      const document = { ...before, _attachments: kept };
      return writeOne(write, access.principal(request), requiredParameter(request, 'db'), document);
    });
  }
}

function missing(): StoreError {
  return new StoreError(404, 'not_found', 'Document is missing attachment');
}

/** @throws StoreError 501 on what lives below a design document and is left out here */
function nameOf(request: FastifyRequest): string {
  const name = requiredParameter(request, '*');
  if (name.startsWith('_') && idOf(request).startsWith('_design/'))
    throw new StoreError(501, 'not_implemented', 'Views, lists, shows and updates are left out.');
  return checkAttachmentName(name);
}

/** The revision to build on; a document not yet there begins with its first attachment. */
async function current({ store }: DbContext, request: FastifyRequest): Promise<StoredDocument> {
  const database = requiredParameter(request, 'db');
  const id = idOf(request);
  const rev = givenRevision(request, undefined);
  if (rev !== undefined) {
    const found = await readOrNull(store, database, id, rev);
    if (!found) throw conflict();
    return found;
  }
  if (await readOrNull(store, database, id)) throw conflict();
  return { _id: id };
}

function conflict(): StoreError {
  return new StoreError(409, 'conflict', 'Document update conflict.');
}

async function sendAttachment(
  { store }: DbContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const name = nameOf(request);
  const found = await store.getAttachment(
    requiredParameter(request, 'db'),
    idOf(request),
    name,
    parametersOf(request).text('rev'),
  );
  return (
    reply
      .header('etag', `"${found.digest.replace('md5-', '')}"`)
      .header('cache-control', 'must-revalidate')
      // A stored page must not run as one of the server's own.
      .header('content-security-policy', 'sandbox')
      .header('x-content-type-options', 'nosniff')
      .type(headerSafe(found.contentType))
      .send(Buffer.from(found.bytes))
  );
}

function contentTypeOf(request: FastifyRequest): string {
  const given: unknown = request.headers['content-type'];
  return typeof given === 'string' ? given : 'application/octet-stream';
}

/** A content type written inside a document may be any text, also such as no header can carry. */
function headerSafe(contentType: string): string {
  return /^[\x20-\x7e]{1,200}$/u.test(contentType) ? contentType : 'application/octet-stream';
}
