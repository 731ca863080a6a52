/** Which set the centre rests on, as it is put on record in `backup:last`. */
import { noBackupYet, settlingMs, type LastBackup } from '../documents/last-backup.ts';
import type { Manifest } from './manifest.ts';
import { listSets } from './set-folder.ts';

/** Of a set that stands. A minute earlier than its copying: `settlingMs` says why. */
export function restingOn(manifest: Manifest, verifiedAtUtc: string | null): LastBackup {
  const { set, snapshotAtUtc, finishedAtUtc, parts } = manifest;
  return {
    snapshotAtUtc: new Date(Date.parse(snapshotAtUtc) - settlingMs).toISOString(),
    finishedAtUtc,
    verifiedAtUtc,
    set,
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
  };
}

/** When the set on record was set aside, the newest of those that are left takes its place. */
export async function stillStanding(last: LastBackup, place: string): Promise<LastBackup> {
  const sets = await listSets(place);
  if (last.set === null || sets.some(({ set }) => set === last.set)) return last;
  const newest = sets.find(({ manifest }) => manifest !== null)?.manifest;
  const { drill } = last;
  return {
    ...(newest ? restingOn(newest, null) : noBackupYet),
    ...(drill ? { drill } : {}),
  };
}
