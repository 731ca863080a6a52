/**
 * What a document must look like before any store sees it, with CouchDB's refusals. The input may
 * be JSON straight from the network: nothing of its shape is taken on trust here.
 */
import { StoreError } from './document-store.ts';
import type { AttachmentEntry, StoredDocument } from './document-store.ts';

const MAX_ID_BYTES = 7168;

const REVISION = /^([1-9]\d{0,9})-(.+)$/su;
/** One look for a wrong character: a pattern over the whole text would backtrack on megabytes. */
const NOT_BASE64 = /[^A-Za-z0-9+/=]/u;

/** Fields CouchDB gives out and takes back without a word. */
const KNOWN_FIELDS = new Set([
  '_id',
  '_rev',
  '_deleted',
  '_revisions',
  '_attachments',
  '_conflicts',
  '_deleted_conflicts',
  '_revs_info',
  '_local_seq',
]);

/**
 * The document in its checked form. Revisions come out canonical (`01-a` is `1-a`).
 * @throws StoreError 400 `doc_validation`, `illegal_docid` or `bad_request`
 */
export function checkDocument(value: unknown): StoredDocument {
  if (!isObject(value)) throw new StoreError(400, 'bad_request', 'Document must be a JSON object');
  for (const name of Object.keys(value))
    if (name.startsWith('_') && !KNOWN_FIELDS.has(name))
      throw invalid(`Bad special document member: ${name}`);
  const id = checkId(value['_id']);
  const deleted = value['_deleted'] ?? false;
  if (typeof deleted !== 'boolean') throw invalid('_deleted must be a boolean');
  const revisions = revisionsOf(value, id);
  const rev = revisions
    ? `${revisions.start}-${revisions.ids[0] ?? ''}`
    : revisionOf(value['_rev'], id);
  const attachments = attachmentsOf(value['_attachments']);
  return {
    ...fieldsOf(value),
    _id: id,
    ...(rev === null ? {} : { _rev: rev }),
    ...(deleted ? { _deleted: true } : {}),
    ...(revisions ? { _revisions: revisions } : {}),
    ...(attachments ? { _attachments: attachments } : {}),
  };
}

/** The fields that are the document's own, without CouchDB's. */
export function fieldsOf(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !name.startsWith('_')));
}

function invalid(reason: string): StoreError {
  return new StoreError(400, 'doc_validation', reason);
}

/** A JSON object: neither null nor an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws StoreError 400 `illegal_docid` */
export function checkId(id: unknown): string {
  const refuse = (reason: string) => new StoreError(400, 'illegal_docid', reason);
  if (typeof id !== 'string') throw refuse('Document id must be a string');
  if (id === '') throw refuse('Document id must not be empty');
  const reserved = id.startsWith('_design/') || id.startsWith('_local/');
  if (id.startsWith('_') && !reserved)
    throw refuse('Only reserved document ids may start with underscore.');
  if (id === '_design/' || id === '_local/') throw refuse(`Illegal document id \`${id}\``);
  if (!id.isWellFormed() || Buffer.byteLength(id) > MAX_ID_BYTES)
    throw refuse('Document id is too long or not valid Unicode');
  return id;
}

function revisionOf(rev: unknown, id: string): string | null {
  if (rev === undefined) return null;
  if (typeof rev !== 'string') throw new StoreError(400, 'bad_request', 'Invalid rev format');
  if (id.startsWith('_local/')) return rev;
  const match = REVISION.exec(rev);
  if (!match || !rev.isWellFormed()) throw new StoreError(400, 'bad_request', 'Invalid rev format');
  return `${Number(match[1])}-${match[2] ?? ''}`;
}

function revisionsOf(
  document: Readonly<Record<string, unknown>>,
  id: string,
): { readonly start: number; readonly ids: readonly string[] } | null {
  const given = document['_revisions'];
  if (given === undefined) return null;
  if (!isObject(given)) throw invalid('_revisions must be an object');
  const { start, ids } = given;
  if (!Number.isInteger(start)) throw invalid("_revisions.start isn't an integer.");
  if (!Array.isArray(ids) || ids.length === 0) throw invalid("_revisions.ids isn't a array.");
  const hashes = ids.map((hash: unknown) => {
    if (typeof hash !== 'string' || hash === '' || !hash.isWellFormed())
      throw invalid("RevId isn't a string");
    return hash;
  });
  const generation = Number(start);
  if (generation < hashes.length || generation > 9_999_999_999)
    throw invalid('_revisions.start and _revisions.ids do not agree.');
  const rev = revisionOf(document['_rev'], id);
  if (rev !== null && rev !== `${generation}-${hashes[0] ?? ''}`)
    throw invalid('_rev and _revisions do not agree.');
  return { start: generation, ids: hashes };
}

function attachmentsOf(given: unknown): Readonly<Record<string, AttachmentEntry>> | null {
  if (given === undefined) return null;
  if (!isObject(given)) throw invalid('_attachments must be an object');
  const entries = Object.entries(given).map(
    ([name, entry]) => [checkAttachmentName(name), attachmentOf(name, entry)] as const,
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** @throws StoreError 400 */
export function checkAttachmentName(name: string): string {
  if (name === '' || !name.isWellFormed())
    throw new StoreError(400, 'bad_request', 'Attachment name is not valid');
  if (name.startsWith('_'))
    throw new StoreError(
      400,
      'bad_request',
      `Attachment name '${name}' starts with prohibited character '_'`,
    );
  return name;
}

function attachmentOf(name: string, entry: unknown): AttachmentEntry {
  if (!isObject(entry)) throw invalid(`Attachment ${name} must be an object`);
  const { content_type, revpos, digest, data, stub, follows } = entry;
  if (follows === true)
    throw invalid(`Attachment ${name} follows, but the request is not multipart`);
  if (content_type !== undefined && typeof content_type !== 'string')
    throw invalid(`Attachment ${name}: content_type must be a string`);
  if (revpos !== undefined && (!Number.isInteger(revpos) || Number(revpos) < 0))
    throw invalid(`Attachment ${name}: revpos must be an integer`);
  if (digest !== undefined && typeof digest !== 'string')
    throw invalid(`Attachment ${name}: digest must be a string`);
  if (data === undefined && stub !== true)
    throw invalid(`Attachment ${name} has neither data nor stub`);
  if (data !== undefined && (typeof data !== 'string' || !isBase64(data)))
    throw new StoreError(400, 'bad_request', `Invalid attachment data for ${name}`);
  return {
    ...(content_type === undefined ? {} : { content_type }),
    ...(revpos === undefined ? {} : { revpos: Number(revpos) }),
    ...(typeof data === 'string'
      ? { data }
      : { stub: true, ...(digest === undefined ? {} : { digest }) }),
  };
}

function isBase64(text: string): boolean {
  const padding = text.indexOf('=');
  const ends = padding < 0 || (padding >= text.length - 2 && text.endsWith('='));
  return ends && !NOT_BASE64.test(text);
}
