/**
 * What an office hands back as the place it has come to. It bears the epoch of the centre that gave it out: after a
 * restore, or a move to another kind of store, it means nothing, and reading begins at the start, which is always safe.
 */
import type { Sequence } from '../../store/document-store.ts';

const tagged = /^([0-9a-f]{16}):(.+)$/s;

export const toCursor = (epoch: string, sequence: Sequence): Sequence => `${epoch}:${sequence}`;

/** One without an epoch is taken as it is; the store refuses what it never gave out. */
export function fromCursor(epoch: string, cursor: Sequence | undefined): Sequence {
  if (cursor === undefined) return 0;
  const match = typeof cursor === 'string' ? tagged.exec(cursor) : null;
  if (!match) return cursor;
  return match[1] === epoch ? (match[2] ?? 0) : 0;
}
