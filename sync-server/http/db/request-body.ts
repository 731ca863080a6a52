/**
 * Bodies as CouchDB takes them: JSON or bytes, plain or gzipped, empty where nothing is needed.
 * Everything is read as bytes; a handler asks for JSON when it wants JSON.
 */
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isObject } from '../../store/document-shape.ts';
import { StoreError } from '../../store/document-store.ts';

const MAX_NESTING = 200;
/** A name and a password. */
const SMALL_BODY_BYTES = 4 * 1024;

export type JsonObject = Readonly<Record<string, unknown>>;

/** For callers not known yet, and for paths that lead nowhere: little (the latter up to the application’s limit), never packed. */
export function acceptSmallBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: SMALL_BODY_BYTES },
    (request, body, done) => {
      const encoding = request.headers['content-encoding'] ?? 'identity';
      if (encoding === 'identity') done(null, body);
      else done(new StoreError(415, 'bad_content_encoding', `Unsupported encoding: ${encoding}`));
    },
  );
}

/** Inside the plugin's own scope: other routes of the gateway keep their parsers. */
export function acceptBodies(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => {
    done(null, body);
  });
  scope.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return payload;
    if (encoding !== 'gzip')
      throw new StoreError(415, 'bad_content_encoding', `Unsupported encoding: ${encoding}`);
    // The length told is that of the packed body; Fastify's limit then counts the unpacked one.
    delete request.headers['content-length'];
    delete request.headers['content-encoding'];
    const unpacked = createGunzip();
    payload.on('error', (error) => unpacked.destroy(error));
    return payload.pipe(unpacked);
  });
}

export function bytesOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/**
 * The body's JSON, whatever the content type says (a PUT); undefined when it is empty.
 * @throws StoreError 400
 */
export function jsonOf(request: FastifyRequest): unknown {
  const bytes = bytesOf(request);
  if (bytes.length === 0) return undefined;
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    checkNesting(body, 0);
    return body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StoreError(400, 'bad_request', 'invalid UTF-8 JSON');
  }
}

/**
 * V8 parses JSON of any depth but writes it by recursion: a document nested deeper than the stack,
 * once stored, would break every answer it is part of.
 */
function checkNesting(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_NESTING) throw new StoreError(400, 'bad_request', 'The JSON is nested too deep.');
  for (const inner of Array.isArray(value) ? value : Object.values(value))
    checkNesting(inner, depth + 1);
}

/**
 * The JSON object of a POST. The content type is required, as in CouchDB: a web page of another
 * origin can send `text/plain` with the person's cookies, but not `application/json`.
 * @throws StoreError 400, 415
 */
export function objectOf(request: FastifyRequest): JsonObject {
  const body = postedJson(request);
  if (body === undefined) return {};
  if (!isObject(body))
    throw new StoreError(400, 'bad_request', 'Request body must be a JSON object');
  return body;
}

/** @throws StoreError 400, 415 */
export function postedJson(request: FastifyRequest): unknown {
  if (bytesOf(request).length > 0) requireJson(request);
  return jsonOf(request);
}

export function requireJson(request: FastifyRequest): void {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(?:;|$)/iu.test(type))
    throw new StoreError(415, 'bad_content_type', 'Content-Type must be application/json');
}
