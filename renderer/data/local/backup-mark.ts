/** When the centre was last backed up, as it last told: known without a line, too. */
import { backupMarkSchema, type BackupMark } from '../../../shared/contract/sync.ts';
import type { MetaStore } from './store/meta-store.ts';

export interface BackupKnown {
  atUtc(): string | null;
  told(mark: BackupMark | null): void;
}

const metaId = 'backup';

/** @param changed is called when another moment is known than before */
export async function openBackupKnown(
  meta: MetaStore,
  changed: () => void,
  onError: (error: unknown) => void,
): Promise<BackupKnown> {
  let known = await meta.read(metaId, backupMarkSchema.nullable());
  return {
    atUtc: () => known?.snapshotAtUtc ?? null,
    told: (mark) => {
      if (mark?.snapshotAtUtc === known?.snapshotAtUtc) return;
      known = mark;
      changed();
      // Not kept, it is learnt again with the next pull.
      meta.write(metaId, mark).catch(onError);
    },
  };
}
