/**
 * IndexedDB through Dexie, with writes that survive a power cut. Since Chrome 121 a transaction is
 * "complete" when its data are in the operating system's buffer; `strict` waits for the disk.
 */
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { LocalStorage } from './open-database.ts';

/** RxDB hands these to `new Dexie(name, settings)` for each collection. */
export const dexieSettings = { chromeTransactionDurability: 'strict' } as const;

export const dexieStorage = (): LocalStorage => getRxStorageDexie(dexieSettings);
