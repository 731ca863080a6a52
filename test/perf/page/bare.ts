/** Bare operations of the browser: what the same work costs without the product. */

export async function bareSearches(
  lines: readonly string[],
  texts: readonly string[],
): Promise<readonly number[]> {
  return texts.map((text) => {
    const startedMs = performance.now();
    const found = lines.filter((line) => line.includes(text)).slice(0, 50);
    const tookMs = performance.now() - startedMs;
    return found.length > lines.length ? Number.NaN : tookMs;
  });
}

const store = 'texts';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('bare');
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return settled(request);
}

export async function keepText(ids: readonly string[], text: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(store, 'readwrite');
  for (const id of ids) transaction.objectStore(store).put(text, id);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

export async function bareLookups(ids: readonly string[]): Promise<readonly number[]> {
  const database = await openDatabase();
  const taken: number[] = [];
  for (const id of ids) {
    const startedMs = performance.now();
    const text: unknown = await settled(database.transaction(store).objectStore(store).get(id));
    JSON.parse(String(text));
    taken.push(performance.now() - startedMs);
  }
  database.close();
  return taken;
}
