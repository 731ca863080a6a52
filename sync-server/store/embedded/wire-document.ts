/** Documents between their JSON form and the form that crosses to the worker and back. */
import type { StoredDocument } from '../document-store.ts';
import type { WireRead } from './protocol.ts';

export function documentOf(read: WireRead): StoredDocument {
  // A body is stored by `split-document` as a JSON object without underscore fields.
  const body = JSON.parse(read.json) as Record<string, unknown>;
  return {
    _id: read.id,
    _rev: read.rev,
    ...body,
    ...(read.deleted ? { _deleted: true } : {}),
    ...(read.revisions ? { _revisions: read.revisions } : {}),
    ...(read.conflicts ? { _conflicts: read.conflicts } : {}),
    ...(read.attachments ? { _attachments: read.attachments } : {}),
  };
}
