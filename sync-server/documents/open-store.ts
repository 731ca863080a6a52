/** The store of an installation: the embedded file in the data folder, or a CouchDB by its address. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentStore, StoreError } from '../store/document-store.ts';
import { openCouchStore } from '../store/couchdb/open-couch-store.ts';
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
  const file = join(dataDir, 'store.sqlite');
  return openEmbeddedStore(onFailure ? { file, onFailure } : { file });
}
