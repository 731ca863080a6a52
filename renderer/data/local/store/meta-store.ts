/** Small facts about this database (the centre's epoch, the index snapshot), sealed like all else. */
import type { z } from 'zod';
import type { LocalDatabase } from './open-database.ts';
import type { Sealer } from './sealer.ts';

export interface MetaStore {
  /** Null when never written, or written by another version of this program. */
  read<T>(id: string, schema: z.ZodType<T>): Promise<T | null>;
  write(id: string, value: unknown): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ids that begin so. */
  ids(prefix: string): Promise<readonly string[]>;
}

export function createMetaStore(database: LocalDatabase, sealer: Sealer): MetaStore {
  return {
    read: async (id, schema) => {
      const [row] = await database.meta.storageInstance.findDocumentsById([id], false);
      if (!row) return null;
      const [value] = await sealer.open([row]);
      const parsed = schema.safeParse(value);
      return parsed.success ? parsed.data : null;
    },
    write: async (id, value) => {
      const [body = ''] = await sealer.seal([{ id, value }]);
      await database.meta.bulkUpsert([{ id, body }]);
    },
    remove: async (id) => {
      await database.meta.bulkRemove([id]);
    },
    ids: async (prefix) => {
      const rows = await database.meta.find().exec();
      return rows.map(({ id }) => id).filter((id) => id.startsWith(prefix));
    },
  };
}
