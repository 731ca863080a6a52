/** Takes one set: everything read, sealed and on the disk, and only then listed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../documents/settings.ts';
import type { ReadableStore } from '../store/document-store.ts';
import type { ArchiveLine } from './archive-lines.ts';
import { writeArchive } from './archive-stream.ts';
import type { BackupKey } from './backup-key.ts';
import { copyDatabase, copyOrder, type CopiedDatabase } from './copy-store.ts';
import {
  manifestFile,
  manifestText,
  newDataKey,
  newManifestFields,
  type Manifest,
} from './manifest.ts';
import { addSet, newSetName, readyPlace } from './set-folder.ts';
import { readTrustFiles } from './trust-files.ts';

export interface Progress {
  readonly phase: 'copying' | 'verifying' | 'restoring' | 'comparing';
  readonly documents: number;
}

export interface TakeBackupParts {
  readonly source: {
    readonly store: ReadableStore;
    readonly kind: 'embedded' | 'couchdb';
    readonly moving: boolean;
  };
  /** When the reading of the store began, at the earliest. */
  readonly snapshotAtMs: number;
  readonly dataDir: string;
  readonly place: string;
  readonly key: BackupKey;
  readonly settings: Settings;
  readonly softwareVersion: string;
  readonly nowMs: () => number;
  readonly onProgress?: (progress: Progress) => void;
}

export async function takeBackup(parts: TakeBackupParts): Promise<Manifest> {
  const { place, key, nowMs } = parts;
  await readyPlace(place);
  const set = newSetName(parts.snapshotAtMs);
  const dataKey = newDataKey(set, key);
  const databases: CopiedDatabase[] = [];
  return addSet(place, set, async (folder) => {
    const written = await writeArchive(
      { folder, set, dataKey: dataKey.key },
      linesOf(parts, databases),
    );
    const { name, province, epoch } = parts.settings;
    const manifest = {
      ...newManifestFields,
      set,
      centre: { name, province, epoch },
      softwareVersion: parts.softwareVersion,
      store: parts.source.kind,
      snapshotAtUtc: new Date(parts.snapshotAtMs).toISOString(),
      finishedAtUtc: new Date(nowMs()).toISOString(),
      keyId: key.id,
      dataKey: dataKey.wrapped,
      parts: [...written],
      databases,
      blobs: { count: 0, bytes: 0 },
    };
    await writeFile(join(folder, manifestFile), manifestText(manifest, key), {
      mode: 0o600,
      flush: true,
    });
    return manifest;
  });
}

const progressEvery = 500;

async function* linesOf(
  { source, dataDir, onProgress }: TakeBackupParts,
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
