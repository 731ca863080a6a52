/**
 * The drill: a set is restored into a scratch place, opened with a real store, and every database is compared with
 * the manifest, counts and the hash of every revision; every blob is read and compared with its hash, where it
 * lies: putting it back is copying it. The scratch place holds dossiers in clear: it lies in the
 * data folder, behind the same rights, and is removed.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../shared/errors/index.ts';
import { storeFileOf } from '../documents/open-store.ts';
import type { ReadableStore } from '../store/document-store.ts';
import { openEmbeddedStore } from '../store/embedded/open-embedded-store.ts';
import type { BackupKey } from './backup-key.ts';
import { checkPooled, openPool } from './blob-pool.ts';
import { copyDatabase, type CopiedDatabase } from './copy-store.ts';
import { loadStore } from './load-store.ts';
import type { DatabaseCount, Manifest } from './manifest.ts';
import { openSet } from './open-set.ts';
import type { Progress } from './verify-set.ts';
import { writeTrustFile } from './trust-files.ts';

export interface Proof {
  readonly set: string;
  readonly documents: number;
  readonly blobs: number;
}

export interface ProveParts {
  readonly dataDir: string;
  readonly place: string;
  readonly set: string;
  readonly key: BackupKey;
  readonly onProgress?: (progress: Progress) => void;
}

/** @throws ProblemError BACKUP_NOT_PROVEN, naming the database, and those of `openSet` */
export async function proveSet(parts: ProveParts): Promise<Proof> {
  const { manifest, lines, ...opened } = await openSet(parts.place, parts.set, parts.key);
  const scratch = join(parts.dataDir, 'drill-scratch');
  await rm(scratch, { recursive: true, force: true });
  try {
    await mkdir(scratch, { mode: 0o700 });
    await inScratchStore(scratch, (store) =>
      loadStore(
        {
          store,
          onTrustFile: (file) => writeTrustFile(scratch, file),
          ...(parts.onProgress ? { onProgress: parts.onProgress } : {}),
        },
        lines(),
      ),
    );
    // Opened anew: what is compared is what a server would find at its start.
    const documents = await inScratchStore(scratch, (store) =>
      compareStore(store, manifest, parts.onProgress),
    );
    const pool = await openPool(parts.place);
    const blobs = await opened.blobs();
    for (const blob of blobs) await checkPooled(pool, manifest.set, blob);
    return { set: manifest.set, documents, blobs: blobs.length };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function inScratchStore<T>(
  scratch: string,
  work: (store: Awaited<ReturnType<typeof openEmbeddedStore>>) => Promise<T>,
): Promise<T> {
  const store = await openEmbeddedStore({ file: storeFileOf(scratch) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function compareStore(
  store: ReadableStore,
  manifest: Manifest,
  onProgress?: (progress: Progress) => void,
): Promise<number> {
  const there = new Set(await store.databaseNames());
  let documents = 0;
  for (const said of manifest.databases) {
    const found = there.has(said.name) ? await countDatabase(store, said.name) : null;
    if (!found || !sameContent(found, said))
      throw new ProblemError('BACKUP_NOT_PROVEN', { set: manifest.set, database: said.name });
    documents += found.documents + found.deleted;
    onProgress?.({ phase: 'comparing', documents });
  }
  return documents;
}

/** What a database holds, by reading all of it. */
async function countDatabase(store: ReadableStore, name: string): Promise<CopiedDatabase> {
  const reading = copyDatabase(store, name, false);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value;
  }
}

function sameContent(found: CopiedDatabase, said: DatabaseCount): boolean {
  return (
    found.documents === said.documents &&
    found.deleted === said.deleted &&
    found.digest === said.digest
  );
}
