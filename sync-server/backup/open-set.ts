/** A set to be read: its manifest believed, its data key open. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../shared/errors/index.ts';
import { isAhead } from '../documents/clock-error.ts';
import type { ArchiveLine } from './archive-lines.ts';
import { readArchive } from './archive-stream.ts';
import type { BackupKey } from './backup-key.ts';
import type { PooledBlob } from './blob-pool.ts';
import { systemCode } from './damage.ts';
import { manifestFile, openDataKey, readManifest, type Manifest } from './manifest.ts';
import { listSets, setFolder } from './set-folder.ts';

export interface OpenSet {
  readonly manifest: Manifest;
  lines(): AsyncGenerator<ArchiveLine>;
  blobs(): Promise<readonly PooledBlob[]>;
}

/** @throws ProblemError BACKUP_NOT_FOUND, BACKUP_KEY_WRONG, BACKUP_DAMAGED, BACKUP_NEWER_FORMAT */
export async function openSet(place: string, set: string, key: BackupKey): Promise<OpenSet> {
  return openSetIn(setFolder(place, set), set, key);
}

/** A set where it is being made: not listed yet. */
export async function openSetIn(folder: string, set: string, key: BackupKey): Promise<OpenSet> {
  const manifest = readManifest(set, await manifestTextOf(folder), key);
  const dataKey = openDataKey(manifest, key);
  const sealed = { folder, set, dataKey };
  return {
    manifest,
    lines: () => readArchive(sealed, 'documents', manifest.parts),
    blobs: () => blobsIn(readArchive(sealed, 'blobs', manifest.blobParts)),
  };
}

async function blobsIn(lines: AsyncIterable<ArchiveLine>): Promise<readonly PooledBlob[]> {
  const blobs: PooledBlob[] = [];
  for await (const line of lines) if ('blob' in line) blobs.push(line);
  return blobs;
}

async function manifestTextOf(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, manifestFile), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new ProblemError('BACKUP_NOT_FOUND');
    throw error;
  }
}

/**
 * One that was taken by a clock ahead of ours may be older than it says: only if there is no other.
 * @throws ProblemError BACKUP_NOT_FOUND
 */
export async function newestSet(place: string, nowMs: number): Promise<string> {
  const sets = (await listSets(place)).filter(({ manifest }) => manifest !== null);
  const newest =
    sets.find(({ manifest }) => manifest && !isAhead(manifest.snapshotAtUtc, nowMs)) ?? sets[0];
  if (!newest) throw new ProblemError('BACKUP_NOT_FOUND');
  return newest.set;
}
