/** The long work of backups, as it runs in a worker: reading, sealing and comparing must not hold up requests. */
import { backupDutiesOn } from '../../shared/regulation/backup-rule.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import { openBlobStore } from '../blobs/open-blob-store.ts';
import { openForCopying } from '../documents/open-store.ts';
import type { Settings } from '../documents/settings.ts';
import { readBackupKey, type BackupKey } from './backup-key.ts';
import type { PooledBlob } from './blob-pool.ts';
import { keepSets } from './keep-sets.ts';
import type { Manifest } from './manifest.ts';
import { newestSet, openSet } from './open-set.ts';
import { proveSet, type Proof } from './prove-set.ts';
import { takeBackup, type Progress } from './take-backup.ts';
import { verifySet } from './verify-set.ts';

/** Crosses to the worker: plain values only. */
export interface BackupOrder {
  readonly task: 'take' | 'verify' | 'prove';
  readonly dataDir: string;
  readonly place: string;
  readonly storeUrl: string | undefined;
  readonly settings: Settings;
  readonly softwareVersion: string;
  /** The newest when absent. */
  readonly set?: string | undefined;
}

export type BackupOutcome =
  | {
      readonly task: 'take';
      readonly manifest: Manifest;
      readonly verifiedAtUtc: string;
      readonly removed: readonly string[];
    }
  | { readonly task: 'verify'; readonly manifest: Manifest; readonly verifiedAtUtc: string }
  | { readonly task: 'prove'; readonly proof: Proof; readonly seconds: number };

type Tell = (progress: Progress) => void;

export async function doBackupWork(order: BackupOrder, onProgress: Tell): Promise<BackupOutcome> {
  if (order.task === 'take') return take(order, onProgress);
  const { place, dataDir } = order;
  const key = await readBackupKey(dataDir);
  const set = order.set ?? (await newestSet(place));
  if (order.task === 'verify') {
    const manifest = await verifySet(place, set, key, { blobs: 'whole', onProgress });
    return { task: 'verify', manifest, verifiedAtUtc: new Date().toISOString() };
  }
  const startedMs = performance.now();
  const proof = await proveSet({ dataDir, place, set, key, onProgress });
  return { task: 'prove', proof, seconds: (performance.now() - startedMs) / 1000 };
}

async function take(order: BackupOrder, onProgress: Tell): Promise<BackupOutcome> {
  const { dataDir, place, settings, softwareVersion, storeUrl: url } = order;
  const key = await readBackupKey(dataDir);
  const blobs = await openBlobStore(dataDir);
  const taken = await takeBackup({
    openSource: () => openForCopying({ dataDir, url }),
    blobs,
    pooled: await pooledBefore(place, key),
    ...{ dataDir, place, key, settings, softwareVersion, nowMs: Date.now, onProgress },
  }).finally(() => blobs.close());
  const manifest = await verifySet(place, taken.set, key, { blobs: 'there', onProgress });
  const verifiedAtUtc = new Date().toISOString();
  // Only now, with a newer set that was read back, may an older one go.
  const duties = backupDutiesOn(civilDateInVietnam(verifiedAtUtc), settings.province);
  const removed = await keepSets(place, duties, key);
  return { task: 'take', manifest, verifiedAtUtc, removed };
}

/** What the newest set lists; none when there is none, or it cannot be read: then all are copied again. */
async function pooledBefore(place: string, key: BackupKey): Promise<readonly PooledBlob[]> {
  try {
    return await (await openSet(place, await newestSet(place), key)).blobs();
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}
