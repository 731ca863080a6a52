/** What the page's own databases hold, read by the page: LevelDB may have compressed it on the disk. */
import type { Page } from '@playwright/test';

export function readDatabases(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        rows.push(...(await wait(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    return JSON.stringify([rows, Object.entries(localStorage), document.cookie]);
  });
}
