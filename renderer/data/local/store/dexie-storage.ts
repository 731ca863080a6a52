/**
 * IndexedDB through Dexie, with writes that survive a power cut. Since Chrome 121 a transaction is
 * "complete" when its data are in the operating system's buffer; `strict` waits for the disk.
 */
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { LocalStorage } from './open-database.ts';

/** RxDB hands these to `new Dexie(name, settings)` for each collection. */
export const dexieSettings = { chromeTransactionDurability: 'strict' } as const;

export const dexieStorage = (): LocalStorage => getRxStorageDexie(dexieSettings);

/** RxDB's Dexie storage keeps each collection in a database of its own, with this beginning. */
const prefixOf = (databaseName: string): string => `rxdb-dexie-${databaseName}--`;

/** Deletes by name, without opening: what cannot be opened must still go. */
export async function wipeIndexedDb(databaseName: string): Promise<void> {
  const all = await indexedDB.databases();
  for (const { name } of all) {
    if (name?.startsWith(prefixOf(databaseName)) === true) await deleteOne(name);
  }
}

const deleteOne = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('a database was not deleted'));
    };
  });
