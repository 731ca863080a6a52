/** Removes the sets that no rule keeps any more. One that cannot be read is left for people to look at. */
import { backupsToKeep, type BackupDuties } from '../../shared/regulation/backup-rule.ts';
import { listSets, removeSet } from './set-folder.ts';

/** Returns the sets removed. */
export async function keepSets(place: string, duties: BackupDuties): Promise<readonly string[]> {
  const sets = await listSets(place);
  const dated = sets.flatMap(({ set, manifest }) =>
    manifest ? [{ set, snapshotAtUtc: manifest.snapshotAtUtc }] : [],
  );
  const kept = new Set(backupsToKeep(dated, duties).map(({ set }) => set));
  const gone = dated.filter(({ set }) => !kept.has(set));
  for (const { set } of gone) await removeSet(place, set);
  return gone.map(({ set }) => set);
}
