/**
 * How the backups of this centre stand: one document in `settings`, so that every gateway and every office's
 * receipt reads the same. After a restore it says which snapshot was put back.
 */
import { z } from 'zod';
import type { DocumentStore } from '../store/document-store.ts';
import { isAhead } from './clock-error.ts';
import { serverDatabases } from './databases.ts';
import { bareDocument, readDocument, updateDocument } from './documents.ts';

export const lastBackupId = 'backup:last';

const failureSchema = z.object({ atUtc: z.string(), code: z.string() });
const drillSchema = z.object({
  atUtc: z.string(),
  set: z.string(),
  ok: z.boolean(),
  documents: z.int(),
  blobs: z.int(),
  seconds: z.number(),
});
const lastBackupSchema = z.object({
  /**
   * What the centre acknowledged before this instant is in the newest good set; null before the first one. It is
   * earlier than the copying by `settlingMs`: a time of receipt is taken a moment before the write is durable.
   */
  snapshotAtUtc: z.string().nullable(),
  finishedAtUtc: z.string().nullable(),
  /** When every byte of the set was last read back and found whole. */
  verifiedAtUtc: z.string().nullable(),
  set: z.string().nullable(),
  bytes: z.int(),
  /** The last try, if it failed after the newest good set. */
  failure: failureSchema.optional(),
  /** The last proof by restoring. */
  drill: drillSchema.optional(),
});
export type LastBackup = Readonly<z.infer<typeof lastBackupSchema>>;

export const noBackupYet: LastBackup = {
  snapshotAtUtc: null,
  finishedAtUtc: null,
  verifiedAtUtc: null,
  set: null,
  bytes: 0,
};

/** Between taking a time of receipt and the durable write lie at most a request's 60 seconds. */
export const settlingMs = 60_000;

export async function readLastBackup(store: DocumentStore): Promise<LastBackup> {
  const stored = await readDocument(store, serverDatabases.settings, lastBackupId);
  return stored ? lastBackupSchema.parse(bareDocument(stored.doc)) : noBackupYet;
}

/**
 * The instant before which everything acknowledged is in the newest good set, as others may be told it: never in the
 * future, and not at all when a clock was so wrong that it cannot be known.
 */
export function backedUpUntil({ snapshotAtUtc }: LastBackup, nowMs: number): string | null {
  if (snapshotAtUtc === null || isAhead(snapshotAtUtc, nowMs)) return null;
  return Date.parse(snapshotAtUtc) > nowMs ? new Date(nowMs).toISOString() : snapshotAtUtc;
}

export async function updateLastBackup(
  store: DocumentStore,
  change: (last: LastBackup) => LastBackup,
): Promise<void> {
  await updateDocument(store, serverDatabases.settings, lastBackupId, (stored) => ({
    _id: lastBackupId,
    type: 'backupResult',
    ...change(stored ? lastBackupSchema.parse(bareDocument(stored)) : noBackupYet),
  }));
}
