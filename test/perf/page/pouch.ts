/** PouchDB 9 as it is shipped for browsers, with its IndexedDB adapter: a classic script before ours. */

interface Replicated {
  readonly ok: boolean;
  readonly docs_written: number;
}
interface Pouch {
  readonly replicate: {
    from(source: Pouch, options: { readonly batch_size: number }): Promise<Replicated>;
  };
}
interface PouchClass {
  new (name: string, options: object): Pouch;
  fetch(url: string, options: { readonly headers: Headers }): Promise<Response>;
}
declare global {
  var PouchDB: PouchClass;
}

/** As many as one of our own pages; PouchDB's default of 100 is slower. */
const batchSize = 500;

export async function replicatePouch(
  token: string,
  database: string,
  expected: number,
): Promise<number> {
  const startedMs = performance.now();
  const local = new PouchDB('first', { adapter: 'indexeddb' });
  const remote = new PouchDB(`${location.origin}/db/${database}`, {
    skip_setup: true,
    fetch: (url: string, options: { readonly headers: Headers }) => {
      options.headers.set('authorization', `Bearer ${token}`);
      return PouchDB.fetch(url, options);
    },
  });
  const { docs_written: written } = await local.replicate.from(remote, { batch_size: batchSize });
  const tookMs = performance.now() - startedMs;
  if (written !== expected) throw new Error(`PouchDB: ${written} of ${expected} documents`);
  return tookMs;
}
