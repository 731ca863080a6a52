/** SIGKILL of `hoso backup` at every named point: what is listed is whole, what stands is never hurt. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackupKey } from '../../../sync-server/backup/backup-key.ts';
import { listSets } from '../../../sync-server/backup/set-folder.ts';
import { verifySet } from '../../../sync-server/backup/verify-set.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import { recordFault } from '../report/fault-record.ts';
import { serverStruck } from '../struck-points.ts';
import { seed, type SeededCentre } from './centre.ts';

const main = resolve(import.meta.dirname, '../../../sync-server/cli/main.ts');
let centre: SeededCentre;
/** A centre with one scan; and the same one after a backup, which was also put back beside it. */
let fresh: string;
let backedUp: string;
beforeAll(async () => {
  centre = await seed();
  fresh = await centre.copy();
  await addBlob(fresh);
  backedUp = await copyOf(fresh, []);
  expect(await backup(['now', '--data', backedUp])).toBe(0);
  expect(await backup(restoreOf(backedUp))).toBe(0);
}, 120_000);
afterAll(() => centre.close());

const placesOf = { sets: '-backups', restored: '-restored' } as const;
const restoreOf = (dataDir: string) => [
  'restore',
  ...['--data', dataDir, '--into', `${dataDir}${placesOf.restored}`],
];

let copies = 0;
/** Starting a command is what costs: what is the same for all points is made once. */
async function copyOf(from: string, places: readonly string[]): Promise<string> {
  copies += 1;
  const dataDir = `${fresh}-copy-${copies}`;
  for (const place of ['', ...places]) {
    await cp(`${from}${place}`, `${dataDir}${place}`, { recursive: true });
  }
  return dataDir;
}

/** Ends with a code, or a signal. */
async function backup(args: readonly string[], faultAt?: string): Promise<number | string | null> {
  const child = spawn(process.execPath, [main, 'backup', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', ...(faultAt ? { HOSO_FAULT_AT: faultAt } : {}) },
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal ?? code;
}

/** The lease of who was killed ends by itself; tests do not wait for it. */
async function endLease(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir });
  const lease = await store.get('settings', 'lease:backup');
  await store.bulkDocs('settings', [{ ...lease, untilUtc: new Date(0).toISOString() }]);
  await store.close();
}

async function addBlob(dataDir: string): Promise<void> {
  const blobs = await openBlobStore(dataDir, {});
  const bytes = Buffer.alloc(2000, 7);
  const once = async function* () {
    yield bytes;
  };
  await blobs.put('scans/aa/one', once(), bytes.length);
}

async function expectAllWhole(dataDir: string, atLeast: number): Promise<void> {
  const place = `${dataDir}-backups`;
  const key = await readBackupKey(dataDir, {});
  const sets = await listSets(place);
  expect(sets.length).toBeGreaterThanOrEqual(atLeast);
  for (const { set } of sets) await verifySet(place, set, key);
}

describe('a backup killed at a named point', () => {
  it.each(serverStruck.take)(
    '%s: lists whole sets only, and the next one clears up',
    async (point) => {
      // Of one day the newest set is kept: the second one of today takes the first from the list.
      const older = point === 'backup.setHidden' ? 1 : 0;
      const dataDir = await (older > 0 ? copyOf(backedUp, [placesOf.sets]) : copyOf(fresh, []));
      expect(await backup(['now', '--data', dataDir], point)).toBe('SIGKILL');
      await expectAllWhole(dataDir, older);
      await endLease(dataDir);
      expect(await backup(['now', '--data', dataDir])).toBe(0);
      await expectAllWhole(dataDir, 1);
      const left = (await readdir(`${dataDir}-backups`)).filter((name) =>
        name.startsWith('unfinished'),
      );
      expect(left).toEqual([]);
      recordFault({
        area: 'backup',
        fault: `sudden end of a backup at ${point}`,
        where: 'SIGKILL of hoso backup now at this point',
        runs: 1,
        acknowledged: older,
        lost: 0,
        outcome: 'every listed set is whole; the next backup succeeds and clears up',
      });
    },
    300_000,
  );
});

const restores: readonly string[] = serverStruck.restore;
const swaps: readonly string[] = serverStruck.swap;

describe('a restore killed at a named point', () => {
  it.each([...restores, ...swaps])(
    '%s: goes on or begins anew, with the epoch new',
    async (point) => {
      const isRestore = restores.includes(point);
      const places = isRestore ? [placesOf.sets] : Object.values(placesOf);
      const dataDir = await copyOf(backedUp, places);
      const before = await epochOf(dataDir);
      const swap = ['swap', '--data', dataDir, '--from', `${dataDir}${placesOf.restored}`];
      if (isRestore) {
        expect(await backup(restoreOf(dataDir), point)).toBe('SIGKILL');
        expect(await epochOf(dataDir)).toBe(before);
        expect(await backup(restoreOf(dataDir))).toBe(0);
      }
      if (swaps.includes(point)) {
        expect(await backup(swap, point)).toBe('SIGKILL');
        // Any command that opens the data finishes it.
        expect(await backup(['verify', '--data', dataDir])).toBe(0);
      } else expect(await backup(swap)).toBe(0);
      expect(await epochOf(dataDir)).not.toBe(before);
      expect(await readdir(dataDir)).not.toContain('swap.json');
      const blobs = await openBlobStore(dataDir, {});
      expect((await blobs.head('scans/aa/one'))?.bytes).toBe(2000);
      await rm(dataDir, { recursive: true });
      recordFault({
        area: 'backup',
        fault: `sudden end of a restore at ${point}`,
        where: 'SIGKILL of hoso backup restore or swap at this point',
        runs: 1,
        acknowledged: 1,
        lost: 0,
        outcome: 'what stands is not hurt; done again, or at the next start, it comes to its end',
      });
    },
    300_000,
  );
});

async function epochOf(dataDir: string): Promise<string | undefined> {
  const store = await openStore({ dataDir });
  try {
    return (await readSettings(store))?.epoch;
  } finally {
    await store.close();
  }
}
