/**
 * Puts a set into an empty place. The settings go in last, with a new epoch: until then no server starts on what
 * is there, and from then on offices offer again what the centre has lost (docs/sync.md, “A restored centre”).
 */
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../shared/errors/index.ts';
import { openBlobStore } from '../blobs/open-blob-store.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, writeDocument } from '../documents/documents.ts';
import { isLease } from '../documents/lease.ts';
import { lastBackupId, updateLastBackup } from '../documents/last-backup.ts';
import { storeFileOf } from '../documents/open-store.ts';
import { epochAfterRestore, settingsId } from '../documents/settings.ts';
import { passFaultPoint } from '../fault-points.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { openEmbeddedStore } from '../store/embedded/open-embedded-store.ts';
import type { BackupKey } from './backup-key.ts';
import { openPool, returnBlob } from './blob-pool.ts';
import { damaged, systemCode } from './damage.ts';
import { loadStore } from './load-store.ts';
import type { Manifest } from './manifest.ts';
import { openSet, type OpenSet } from './open-set.ts';
import { recordBackup } from './record-backup.ts';
import { syncFolder } from './set-folder.ts';
import { restingOn } from './standing-set.ts';
import type { Progress } from './verify-set.ts';
import { writeTrustFile } from './trust-files.ts';

export interface RestoreParts {
  readonly place: string;
  readonly set: string;
  readonly key: BackupKey;
  readonly onProgress?: (progress: Progress) => void;
}

/** Makes `folder` a data folder without keys. @throws ProblemError RESTORE_PLACE_NOT_EMPTY and those of `openSet` */
export async function restoreIntoFolder(folder: string, parts: RestoreParts): Promise<Manifest> {
  const set = await openSet(parts.place, parts.set, parts.key);
  await demandEmpty(folder);
  const draft = `${folder}.unfinished`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const store = await openEmbeddedStore({ file: storeFileOf(draft) });
  try {
    await returnBlobs(draft, set, parts);
    await fill(store, draft, set, parts);
  } finally {
    await store.close();
  }
  await syncFolder(join(draft, 'trust')).catch(ignoreMissing);
  await syncFolder(draft);
  passFaultPoint('restore.finished');
  await rename(draft, folder);
  await syncFolder(dirname(folder));
  return set.manifest;
}

/** Fills an empty CouchDB. The trusted roots go to the gateway's data folder. */
export async function restoreIntoStore(
  store: DocumentStore,
  dataDir: string,
  parts: RestoreParts,
): Promise<Manifest> {
  const set = await openSet(parts.place, parts.set, parts.key);
  const names = (await store.databaseNames()).filter((name) => !name.startsWith('_'));
  if (names.length > 0) throw new ProblemError('RESTORE_PLACE_NOT_EMPTY');
  await returnBlobs(dataDir, set, parts);
  await fill(store, dataDir, set, parts);
  return set.manifest;
}

/** To the bucket that `BLOB_URL` names, or beside the store. What is there already stays. */
async function returnBlobs(
  dataDir: string,
  { manifest, blobs }: OpenSet,
  { place }: RestoreParts,
): Promise<void> {
  const [pool, to] = [await openPool(place), await openBlobStore(dataDir)];
  try {
    for (const blob of await blobs()) await returnBlob(pool, to, manifest.set, blob);
  } finally {
    await to.close();
  }
}

async function fill(
  store: DocumentStore,
  dataDir: string,
  { manifest, lines }: OpenSet,
  { onProgress }: RestoreParts,
): Promise<void> {
  const kept: { settings?: StoredDocument } = {};
  const keepBack = (database: string, document: StoredDocument): boolean => {
    // A session that was ended since would live again: everybody signs in once.
    if (database === serverDatabases.sessions) return true;
    if (database !== serverDatabases.settings) return false;
    if (document._id === settingsId) kept.settings = document;
    // A lease that stood at the snapshot belongs to nobody now, and would keep backups waiting for its end.
    return [settingsId, lastBackupId].includes(document._id) || isLease(document._id);
  };
  await loadStore(
    {
      store,
      except: keepBack,
      onTrustFile: (file) => writeTrustFile(dataDir, file),
      ...(onProgress ? { onProgress } : {}),
    },
    lines(),
  );
  if (!kept.settings) throw damaged(manifest.set, serverDatabases.settings);
  passFaultPoint('restore.filled');
  await recordBackup(store, 'backup.restore', manifest.set);
  // What was put back is what is safe.
  await updateLastBackup(store, () => restingOn(manifest, null));
  const named = { ...bareDocument(kept.settings), ...epochAfterRestore(Date.now()) };
  await writeDocument(store, serverDatabases.settings, named);
}

/** @throws ProblemError RESTORE_PLACE_NOT_EMPTY */
async function demandEmpty(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length > 0) throw new ProblemError('RESTORE_PLACE_NOT_EMPTY');
    await rmdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') throw new ProblemError('RESTORE_PLACE_NOT_EMPTY');
    ignoreMissing(error);
  }
}

function ignoreMissing(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}
