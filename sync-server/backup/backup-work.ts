/** The long work of backups, as it runs in a worker: reading, sealing and comparing must not hold up requests. */
import { backupDutiesOn } from '../../shared/regulation/backup-rule.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { openForCopying } from '../documents/open-store.ts';
import type { Settings } from '../documents/settings.ts';
import { readBackupKey } from './backup-key.ts';
import { keepSets } from './keep-sets.ts';
import type { Manifest } from './manifest.ts';
import { newestSet } from './open-set.ts';
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
    const manifest = await verifySet(place, set, key, onProgress);
    return { task: 'verify', manifest, verifiedAtUtc: new Date().toISOString() };
  }
  const startedMs = performance.now();
  const proof = await proveSet({ dataDir, place, set, key, onProgress });
  return { task: 'prove', proof, seconds: (performance.now() - startedMs) / 1000 };
}

async function take(order: BackupOrder, onProgress: Tell): Promise<BackupOutcome> {
  const { dataDir, place, settings, softwareVersion, storeUrl: url } = order;
  const key = await readBackupKey(dataDir);
  const snapshotAtMs = Date.now();
  const source = await openForCopying({ dataDir, url });
  const common = { dataDir, place, key, settings, softwareVersion, nowMs: Date.now, onProgress };
  const taken = await takeBackup({ ...common, source, snapshotAtMs }).finally(() =>
    source.store.close(),
  );
  const manifest = await verifySet(place, taken.set, key, onProgress);
  const verifiedAtUtc = new Date().toISOString();
  // Only now, with a newer set that was read back, may an older one go.
  const duties = backupDutiesOn(civilDateInVietnam(verifiedAtUtc), settings.province);
  const removed = await keepSets(place, duties);
  return { task: 'take', manifest, verifiedAtUtc, removed };
}
