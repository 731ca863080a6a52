/** Takes one set: everything read, sealed, on the disk and read back, and only then listed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { BlobStore } from '../blobs/blob-store.ts';
import { passFaultPoint } from '../fault-points.ts';
import type { Settings } from '../documents/settings.ts';
import type { ReadableStore } from '../store/document-store.ts';
import type { ArchiveLine } from './archive-lines.ts';
import { gatherBlobs, openPool, type PooledBlob } from './blob-pool.ts';
import { writeArchive } from './archive-stream.ts';
import type { BackupKey } from './backup-key.ts';
import { copyDatabase, copyOrder, type CopiedDatabase } from './copy-store.ts';
import { placeProblem } from './damage.ts';
import {
  manifestFile,
  manifestText,
  newDataKey,
  newManifestFields,
  type DataKey,
  type Manifest,
} from './manifest.ts';
import { openSetIn } from './open-set.ts';
import { addSet, newSetName, readyPlace } from './set-folder.ts';
import { readTrustFiles } from './trust-files.ts';
import { verifyOpened, type Progress } from './verify-set.ts';

export interface CopySource {
  readonly store: ReadableStore;
  readonly kind: 'embedded' | 'couchdb';
  readonly moving: boolean;
}

export interface TakeBackupParts {
  /** Opens the store for copying; its instant is not before the call. */
  readonly openSource: () => Promise<CopySource>;
  readonly blobs: BlobStore;
  /** Blobs that lie in the pool already: those of the newest set. */
  readonly pooled: readonly PooledBlob[];
  readonly dataDir: string;
  readonly place: string;
  readonly key: BackupKey;
  readonly settings: Settings;
  readonly softwareVersion: string;
  readonly nowMs: () => number;
  readonly onProgress?: (progress: Progress) => void;
}

export async function takeBackup(parts: TakeBackupParts): Promise<Manifest> {
  const { place } = parts;
  await readyPlace(place);
  const pool = await openPool(place).catch((error: unknown) => {
    throw placeProblem(error, place);
  });
  const pooled = new Map(parts.pooled.map((blob) => [blob.blob, blob]));
  // Most blobs go before the instant of the store, the last ones after it: what a document names is there in one
  // of the two rounds, whatever is added or removed meanwhile.
  const gather = () => gatherBlobs(parts.blobs, pool, pooled);
  const before = await gather().catch((error: unknown) => {
    throw placeProblem(error, place);
  });
  const snapshotAtMs = parts.nowMs();
  const set = newSetName(snapshotAtMs);
  return addSet(place, set, async (folder) => {
    await fill(parts, { folder, set, snapshotAtMs }, async () => {
      const named = new Set([...before, ...(await gather())]);
      return [...pooled.values()].filter(({ blob }) => named.has(blob));
    });
    const { key, onProgress } = parts;
    // Read back before it is listed: what is listed is good, and counts when older ones are removed.
    const opened = await openSetIn(folder, set, key);
    return verifyOpened(place, opened, { blobs: 'there', ...(onProgress ? { onProgress } : {}) });
  });
}

/** @param blobs those that the set names, gathered after the documents were read */
async function fill(
  parts: TakeBackupParts,
  {
    folder,
    set,
    snapshotAtMs,
  }: { readonly folder: string; readonly set: string; readonly snapshotAtMs: number },
  blobs: () => Promise<readonly PooledBlob[]>,
): Promise<void> {
  const databases: CopiedDatabase[] = [];
  const dataKey = newDataKey(set, parts.key);
  const sealed = { folder, set, dataKey: dataKey.key };
  const source = await parts.openSource();
  const written = await writeArchive(
    sealed,
    'documents',
    linesOf(parts, source, databases),
  ).finally(() => source.store.close());
  passFaultPoint('backup.documentsWritten');
  const listed = await blobs();
  const blobParts = await writeArchive(sealed, 'blobs', Readable.from(listed));
  const contents = { parts: [...written], blobParts: [...blobParts], databases, blobs: listed };
  const head = { set, snapshotAtMs, store: source.kind, dataKey };
  const manifest = manifestOf(parts, head, contents);
  const file = join(folder, manifestFile);
  await writeFile(file, manifestText(manifest, parts.key), { mode: 0o600, flush: true });
  passFaultPoint('backup.manifestWritten');
}

interface Head {
  readonly set: string;
  readonly snapshotAtMs: number;
  readonly store: Manifest['store'];
  readonly dataKey: DataKey;
}

function manifestOf(
  { settings, softwareVersion, key, nowMs }: TakeBackupParts,
  { set, snapshotAtMs, store, dataKey }: Head,
  {
    blobs,
    ...contents
  }: Pick<Manifest, 'parts' | 'blobParts' | 'databases'> & {
    readonly blobs: readonly PooledBlob[];
  },
): Manifest {
  const { name, province, epoch } = settings;
  return {
    ...newManifestFields,
    set,
    centre: { name, province, epoch },
    softwareVersion,
    store,
    snapshotAtUtc: new Date(snapshotAtMs).toISOString(),
    finishedAtUtc: new Date(nowMs()).toISOString(),
    keyId: key.id,
    dataKey: dataKey.wrapped,
    ...contents,
    blobs: { count: blobs.length, bytes: blobs.reduce((sum, { bytes }) => sum + bytes, 0) },
  };
}

const progressEvery = 500;

async function* linesOf(
  { dataDir, onProgress }: TakeBackupParts,
  source: CopySource,
  databases: CopiedDatabase[],
): AsyncGenerator<ArchiveLine> {
  yield* await readTrustFiles(dataDir);
  let documents = 0;
  for (const database of copyOrder(await source.store.databaseNames())) {
    yield { database, security: await source.store.getSecurity(database) };
    const copying = copyDatabase(source.store, database, source.moving);
    for (;;) {
      const step = await copying.next();
      if (step.done) {
        databases.push(step.value);
        break;
      }
      yield { doc: step.value };
      documents += 1;
      if (documents % progressEvery === 0) onProgress?.({ phase: 'copying', documents });
    }
  }
}
