/** Removes the sets that no rule keeps any more, then the pooled blobs that no set names any more. */
import { backupsToKeep, type BackupDuties } from '../../shared/regulation/backup-rule.ts';
import { isAhead } from '../documents/clock-error.ts';
import type { BackupKey } from './backup-key.ts';
import { openPool } from './blob-pool.ts';
import { openSet } from './open-set.ts';
import { listSets, removeSet, type ListedSet } from './set-folder.ts';

/**
 * Returns the sets removed. One that cannot be read, or was taken by a clock ahead of ours, is left for people to
 * look at and takes no other's place.
 */
export async function keepSets(
  place: string,
  duties: BackupDuties,
  key: BackupKey,
  nowMs: number,
): Promise<readonly string[]> {
  const sets = await listSets(place);
  const dated = sets.flatMap(({ set, manifest }) =>
    manifest && !isAhead(manifest.snapshotAtUtc, nowMs)
      ? [{ set, snapshotAtUtc: manifest.snapshotAtUtc }]
      : [],
  );
  const kept = new Set(backupsToKeep(dated, duties).map(({ set }) => set));
  const gone = dated.filter(({ set }) => !kept.has(set));
  for (const { set } of gone) await removeSet(place, set);
  // A set whose list cannot be read may need any blob: then none is removed.
  const readable = sets.every(({ manifest }) => manifest?.keyId === key.id);
  const left = sets.filter(({ set }) => !gone.some((each) => each.set === set));
  if (gone.length > 0 && readable) await dropUnnamed(place, left, key);
  return gone.map(({ set }) => set);
}

async function dropUnnamed(
  place: string,
  sets: readonly ListedSet[],
  key: BackupKey,
): Promise<void> {
  const named = new Set<string>();
  for (const { set } of sets)
    for (const { blob } of await (await openSet(place, set, key)).blobs()) named.add(blob);
  const pool = await openPool(place);
  for await (const blob of pool.list()) if (!named.has(blob.key)) await pool.delete(blob.key);
}
