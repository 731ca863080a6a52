/**
 * A sequence as clients hold it: `<number>-<incarnation>`. The incarnation is drawn when a database
 * is created, so that a checkpoint from a deleted namesake starts again at 0, as in CouchDB,
 * instead of skipping that many changes. Replication is idempotent: going back is always safe.
 */
import { StoreError } from '../../document-store.ts';
import type { Sequence } from '../../document-store.ts';

const OURS = /^(\d{1,15})-([0-9a-f]{8})$/u;
const BARE = /^\d{1,15}$/u;

export interface SequenceHolder {
  readonly seq: number;
  readonly incarnation: string;
}

export function formatSequence(seq: number, database: SequenceHolder): string {
  return `${seq}-${database.incarnation}`;
}

/** The number to read after. @throws StoreError 400 `bad_request` on anything we never gave out */
export function parseSince(since: Sequence | 'now' | undefined, database: SequenceHolder): number {
  if (since === undefined) return 0;
  if (since === 'now') return database.seq;
  const text = String(since);
  const ours = OURS.exec(text);
  if (!ours && !BARE.test(text))
    throw new StoreError(400, 'bad_request', "Malformed sequence supplied in 'since' parameter.");
  if (ours && ours[2] !== database.incarnation) return 0;
  const seq = Number(ours?.[1] ?? text);
  return seq > database.seq ? 0 : seq;
}
