/** Takes a checked document apart for the worker. */
import { checkDocument, fieldsOf } from '../document-shape.ts';
import { StoreError } from '../document-store.ts';
import type { StoredDocument } from '../document-store.ts';
import type { WireWrite } from './protocol.ts';

/** CouchDB's `max_document_size`. */
const MAX_DOCUMENT_BYTES = 8_000_000;

/** @throws StoreError 400 as `checkDocument`, 413 `document_too_large` */
export function splitDocument(given: StoredDocument, newEdits: boolean): WireWrite {
  const document = checkDocument(given);
  const rev = document._rev ?? null;
  if (!newEdits && rev === null) throw new StoreError(400, 'bad_request', 'Invalid rev format');
  return {
    id: document._id,
    rev,
    ancestry: document._revisions?.ids ?? (rev === null ? [] : [rev.slice(rev.indexOf('-') + 1)]),
    deleted: document._deleted ?? false,
    json: bodyOf(document),
    attachments: document._attachments ?? null,
  };
}

function bodyOf(document: StoredDocument): string {
  const json = stringify(fieldsOf(document));
  // A UTF-16 unit is at most three bytes of UTF-8: most documents need no counting.
  if (json.length > MAX_DOCUMENT_BYTES / 3 && Buffer.byteLength(json) > MAX_DOCUMENT_BYTES)
    throw new StoreError(413, 'document_too_large', document._id);
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
