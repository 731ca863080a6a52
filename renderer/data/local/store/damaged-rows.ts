/**
 * Mirror rows that did not open. Before the next pull they are taken out of the database, and their streams
 * are pulled anew: a row of the same revision would be taken for the centre's.
 */
import { streams, type StreamName } from '../../../../shared/contract/sync.ts';
import { mirrorOf, type LocalDatabase } from './open-database.ts';

export interface DamagedRows {
  add(ids: readonly string[]): void;
  /** Takes them out; the streams that have to be pulled anew. */
  purge(database: LocalDatabase): Promise<readonly StreamName[]>;
}

export function createDamagedRows(): DamagedRows {
  const damaged = new Set<string>();
  return {
    add: (ids) => {
      for (const id of ids) damaged.add(id);
    },
    purge: async (database) => {
      const hit: StreamName[] = [];
      for (const stream of streams) {
        const ids = [...damaged].filter((id) => id.startsWith(`${stream}:`));
        if (ids.length === 0) continue;
        const mirror = mirrorOf(database, stream);
        await mirror.bulkRemove(ids);
        await mirror.storageInstance.cleanup(0);
        for (const id of ids) damaged.delete(id);
        hit.push(stream);
      }
      return hit;
    },
  };
}
