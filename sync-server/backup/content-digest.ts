/**
 * What a database holds, as counts and one hash: the sum of the hashes of all leaf revisions (id, revision,
 * ancestry, fields, attachments), so that the order of reading does not matter. It finds accidents; that nobody
 * changed a set on purpose is held by the seals.
 */
import { createHash } from 'node:crypto';
import { canonicalForm } from '../../shared/canonical/canonical.ts';
import type { JsonObject } from '../../shared/canonical/json.ts';
import { fieldsOf } from '../store/document-shape.ts';
import type { StoredDocument } from '../store/document-store.ts';

export interface ContentCount {
  readonly documents: number;
  readonly deleted: number;
  readonly digest: string;
}

export interface ContentDigest {
  /** A document by all its leaves. Told again with other leaves, it replaces what it said before. */
  add(id: string, deleted: boolean, leaves: readonly StoredDocument[]): void;
  count(): ContentCount;
}

const modulus = 1n << 256n;

function hashOf(leaf: StoredDocument): bigint {
  const attachments = Object.entries(leaf._attachments ?? {}).map(([name, { digest }]) => [
    name,
    digest ?? null,
  ]);
  const said = {
    id: leaf._id,
    rev: leaf._rev ?? '',
    deleted: leaf._deleted ?? false,
    // An ancestry is known from the root or cut at the same depth by both stores.
    ancestry: leaf._revisions?.ids ?? [],
    fields: fieldsOf(leaf),
    attachments,
  };
  // Stored documents are JSON.
  const text = canonicalForm(said as unknown as JsonObject);
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
}

/** @param repeats whether a document may be told twice: over a store that is written while it is read */
export function createContentDigest(repeats: boolean): ContentDigest {
  let sum = 0n;
  const counts = { documents: 0, deleted: 0 };
  const told = new Map<string, { readonly deleted: boolean; readonly hash: bigint }>();
  const book = (deleted: boolean, by: 1 | -1) => {
    counts[deleted ? 'deleted' : 'documents'] += by;
  };
  return {
    add(id, deleted, leaves) {
      const before = told.get(id);
      if (before) {
        sum -= before.hash;
        book(before.deleted, -1);
      }
      const hash = leaves.reduce((all, leaf) => all + hashOf(leaf), 0n);
      sum += hash;
      book(deleted, 1);
      if (repeats) told.set(id, { deleted, hash });
    },
    count: () => ({
      ...counts,
      digest: (((sum % modulus) + modulus) % modulus).toString(16).padStart(64, '0'),
    }),
  };
}
