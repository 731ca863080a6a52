/** The store of an installation: the embedded file in the data folder, or a CouchDB by its address. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentStore, ReadableStore, StoreError } from '../store/document-store.ts';
import { openCouchStore } from '../store/couchdb/open-couch-store.ts';
import { openEmbeddedSnapshot } from '../store/embedded/open-embedded-snapshot.ts';
import { openEmbeddedStore } from '../store/embedded/open-embedded-store.ts';

export interface StorePlace {
  readonly dataDir: string;
  /** Address of a CouchDB; the embedded store when absent. */
  readonly url?: string | undefined;
  /** Told once when the store can answer no more. */
  readonly onFailure?: ((error: StoreError) => void) | undefined;
}

export async function openStore({ dataDir, url, onFailure }: StorePlace): Promise<DocumentStore> {
  if (url !== undefined) return openCouchStore({ url });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = storeFileOf(dataDir);
  return openEmbeddedStore(onFailure ? { file, onFailure } : { file });
}

export const storeFileOf = (dataDir: string): string => join(dataDir, 'store.sqlite');

/** The store to be copied while it is written: `moving` when what is read later may be newer. */
export async function openForCopying({
  dataDir,
  url,
}: Pick<StorePlace, 'dataDir' | 'url'>): Promise<{
  readonly store: ReadableStore;
  readonly kind: 'embedded' | 'couchdb';
  readonly moving: boolean;
}> {
  if (url !== undefined)
    return { store: await openCouchStore({ url }), kind: 'couchdb', moving: true };
  const store = await openEmbeddedSnapshot(storeFileOf(dataDir));
  return { store, kind: 'embedded', moving: false };
}
