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
import { takeBackup } from './take-backup.ts';
import { setAside } from './set-folder.ts';
import { verifySet, type Progress } from './verify-set.ts';

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
  const set = order.set ?? (await newestSet(place, Date.now()));
  if (order.task === 'verify') {
    const reading = verifySet(place, set, key, { blobs: 'whole', onProgress });
    const manifest = await setAsideIfDamaged(reading, place, set, key);
    return { task: 'verify', manifest, verifiedAtUtc: new Date().toISOString() };
  }
  const startedMs = performance.now();
  const proving = proveSet({ dataDir, place, set, key, onProgress });
  const proof = await setAsideIfDamaged(proving, place, set, key);
  return { task: 'prove', proof, seconds: (performance.now() - startedMs) / 1000 };
}

async function take(order: BackupOrder, onProgress: Tell): Promise<BackupOutcome> {
  const { dataDir, place, settings, softwareVersion, storeUrl: url } = order;
  const key = await readBackupKey(dataDir);
  const blobs = await openBlobStore(dataDir);
  const manifest = await takeBackup({
    openSource: () => openForCopying({ dataDir, url }),
    blobs,
    pooled: await pooledBefore(place, key),
    ...{ dataDir, place, key, settings, softwareVersion, nowMs: Date.now, onProgress },
  }).finally(() => blobs.close());
  const verifiedAtUtc = new Date().toISOString();
  // Only now, with a newer set that was read back, may an older one go.
  const duties = backupDutiesOn(civilDateInVietnam(verifiedAtUtc), settings.province);
  const removed = await keepSets(place, duties, key, Date.now());
  return { task: 'take', manifest, verifiedAtUtc, removed };
}

/**
 * A set that is not whole any more must not be the newest, nor count in place of a good one. Read twice, so that one
 * bad read condemns nothing; a damaged blob is the pool's, and no other set would be better for it.
 */
async function setAsideIfDamaged<T>(
  work: Promise<T>,
  place: string,
  set: string,
  key: BackupKey,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isDamage(error)) throw error;
    await verifySet(place, set, key, { blobs: 'none' }).catch(async (again: unknown) => {
      if (isDamage(again)) await setAside(place, set);
    });
    throw error;
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'BACKUP_DAMAGED';

/** What the newest set lists; none when there is none, or it cannot be read: then all are copied again. */
async function pooledBefore(place: string, key: BackupKey): Promise<readonly PooledBlob[]> {
  try {
    return await (await openSet(place, await newestSet(place, Date.now()), key)).blobs();
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}
