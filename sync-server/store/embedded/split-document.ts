/**
 * Checks a document and takes it apart for the worker, with CouchDB's refusals. Callers may hand
 * over JSON straight from the network: nothing of its shape is taken on trust here.
 */
import { StoreError } from '../document-store.ts';
import type { AttachmentEntry, StoredDocument } from '../document-store.ts';
import type { WireWrite } from './protocol.ts';

/** CouchDB's `max_document_size`. */
export const MAX_DOCUMENT_BYTES = 8_000_000;
const MAX_ID_BYTES = 7168;

const REVISION = /^([1-9]\d{0,9})-(.+)$/su;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/u;

/** Fields CouchDB gives out and takes back without a word. */
const IGNORED_FIELDS = new Set([
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

/** @throws StoreError 400 `doc_validation`, `illegal_docid`, `bad_request`; 413 `document_too_large` */
export function splitDocument(document: StoredDocument, newEdits: boolean): WireWrite {
  const id = checkId(document._id);
  const deleted = document._deleted ?? false;
  if (typeof deleted !== 'boolean') throw invalid('_deleted must be a boolean');
  const revisions = revisionsOf(document);
  const rev = revisions
    ? `${revisions.start}-${revisions.ids[0] ?? ''}`
    : revisionOf(document._rev, id);
  if (!newEdits && rev === null) throw new StoreError(400, 'bad_request', 'Invalid rev format');
  return {
    id,
    rev,
    ancestry: revisions?.ids ?? (rev === null ? [] : [hashOf(rev)]),
    deleted,
    json: bodyOf(document, id),
    attachments: attachmentsOf(document._attachments),
  };
}

function invalid(reason: string): StoreError {
  return new StoreError(400, 'doc_validation', reason);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
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

function hashOf(rev: string): string {
  return rev.slice(rev.indexOf('-') + 1);
}

function revisionsOf(
  document: StoredDocument,
): { readonly start: number; readonly ids: readonly string[] } | null {
  const given: unknown = document._revisions;
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
  const rev = revisionOf(document._rev, document._id);
  if (rev !== null && rev !== `${generation}-${hashes[0] ?? ''}`)
    throw invalid('_rev and _revisions do not agree.');
  return { start: generation, ids: hashes };
}

function bodyOf(document: StoredDocument, id: string): string {
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(document)) {
    if (!name.startsWith('_')) fields.push([name, value]);
    else if (!IGNORED_FIELDS.has(name)) throw invalid(`Bad special document member: ${name}`);
  }
  const json = stringify(Object.fromEntries(fields));
  // A UTF-16 unit is at most three bytes of UTF-8: most documents need no counting.
  if (json.length > MAX_DOCUMENT_BYTES / 3 && Buffer.byteLength(json) > MAX_DOCUMENT_BYTES)
    throw new StoreError(413, 'document_too_large', id);
  return json;
}

function stringify(value: object): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    // Nesting beyond the stack, a BigInt, a cycle: nothing JSON can carry.
    throw new StoreError(400, 'bad_request', `The document is not JSON: ${String(error)}`);
  }
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
  if (data !== undefined && (typeof data !== 'string' || !BASE64.test(data)))
    throw new StoreError(400, 'bad_request', `Invalid attachment data for ${name}`);
  return {
    ...(content_type === undefined ? {} : { content_type }),
    ...(revpos === undefined ? {} : { revpos: Number(revpos) }),
    ...(typeof data === 'string' ? { data } : digest === undefined ? {} : { digest }),
  };
}
