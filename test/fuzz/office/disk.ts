/**
 * The disk of one PC: memory that outlives the program, and whose power can fail after so many more writes.
 * From then on nothing reaches it, while the dying program still believes that it writes.
 */
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { RxStorageInstanceCreationParams } from 'rxdb';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';

export interface Disk {
  readonly databaseName: string;
  /** One per start of the program. */
  storage(): NonNullable<LocalDataOptions['storage']>;
  /** Of the program that runs now. */
  failAfter(writes: number): void;
  hasFailed(): boolean;
  /** On again: the next start finds what was written before the failure. */
  restorePower(): void;
}

interface Power {
  writesLeft: number;
}

export function createDisk(databaseName: string): Disk {
  let power: Power = { writesLeft: Infinity };
  return {
    databaseName,
    storage: () => {
      const memory = getRxStorageMemory();
      const mine = power;
      return {
        ...memory,
        createStorageInstance: async <T>(params: RxStorageInstanceCreationParams<T, unknown>) => {
          // The memory storage takes no options; its type asks for an empty object.
          const instance = await memory.createStorageInstance<T>({ ...params, options: {} });
          const write = instance.bulkWrite.bind(instance);
          instance.bulkWrite = (rows, context) => {
            if (mine.writesLeft <= 0) return Promise.resolve({ error: [] });
            mine.writesLeft -= 1;
            return write(rows, context);
          };
          return instance;
        },
      };
    },
    failAfter: (writes) => void (power.writesLeft = writes),
    hasFailed: () => power.writesLeft <= 0,
    restorePower: () => void (power = { writesLeft: Infinity }),
  };
}

/** Of all disks of this thread; nobody may be working. */
export const wipeDisks = (): void => getRxStorageMemory().collectionStates.clear();
