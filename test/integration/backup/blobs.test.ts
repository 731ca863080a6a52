/** Blobs lie once in the pool, whole; a set names them, and what no set names goes. */
import { randomBytes } from 'node:crypto';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProblemError } from '../../../shared/errors/index.ts';
import { keepSets } from '../../../sync-server/backup/keep-sets.ts';
import { openSet } from '../../../sync-server/backup/open-set.ts';
import { proveSet } from '../../../sync-server/backup/prove-set.ts';
import { restoreIntoFolder } from '../../../sync-server/backup/restore-set.ts';
import { verifySet } from '../../../sync-server/backup/verify-set.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { openCentre, type BackedUpCentre } from './place.ts';

let centre: BackedUpCentre;
beforeEach(async () => {
  centre = await openCentre();
});
afterEach(() => centre.close());

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const add = (key: string, bytes: Uint8Array) => centre.blobs.put(key, once(bytes), bytes.length);
const poolFile = (key: string) => join(centre.place, 'blobs', ...key.split('/'));
const pooledIn = async (set: string) => (await openSet(centre.place, set, centre.key)).blobs();

async function bytesOf(store: typeof centre.blobs, key: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await store.get(key)) ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

it('come back with a restore, and are copied once for all sets', async () => {
  const [first, second] = [randomBytes(300_000), randomBytes(10)];
  await add('scans/aa/one', first);
  const { set } = await centre.take();
  const before = await stat(poolFile('scans/aa/one'));
  await add('scans/bb/two', second);
  const { set: next, blobs } = await centre.take({ pooled: await pooledIn(set) });
  expect(blobs).toEqual({ count: 2, bytes: 300_010 });
  expect((await stat(poolFile('scans/aa/one'))).ino).toBe(before.ino);

  expect((await proveSet({ ...centre, set: next })).blobs).toBe(2);
  const into = join(centre.root, 'restored');
  await restoreIntoFolder(into, { ...centre, set: next });
  const restored = await openBlobStore(into, {});
  expect((await bytesOf(restored, 'scans/aa/one')).equals(first)).toBe(true);
  expect((await bytesOf(restored, 'scans/bb/two')).equals(second)).toBe(true);
});

it('that were changed or lost in the pool are found out, by name', async () => {
  await add('scans/aa/one', randomBytes(1000));
  const { set } = await centre.take();
  const outcome = async () => {
    const failed: unknown = await verifySet(centre.place, set, centre.key).catch((e: unknown) => e);
    return failed instanceof ProblemError ? failed.problem : null;
  };
  expect(await outcome()).toBeNull();
  await writeFile(poolFile('scans/aa/one'), randomBytes(1000));
  expect(await outcome()).toMatchObject({
    code: 'BACKUP_DAMAGED',
    details: { part: 'scans/aa/one' },
  });
  await rm(poolFile('scans/aa/one'));
  expect((await outcome())?.code).toBe('BACKUP_DAMAGED');
});

it('go from the pool with the last set that names them', async () => {
  await add('scans/aa/old', randomBytes(10));
  await add('scans/aa/both', randomBytes(10));
  const duties = { everyHours: 24, keepDays: 0, keepWeeks: 0, keepMonths: 0, drillDays: 90 };
  await centre.take({ nowMs: () => Date.parse('2026-01-01T00:00:00Z') });
  await centre.blobs.delete('scans/aa/old');
  const { set } = await centre.take();
  expect(await keepSets(centre.place, duties, centre.key, Date.now())).toHaveLength(1);
  expect(await readdir(join(centre.place, 'blobs', 'scans', 'aa'))).toEqual(['both']);
  expect((await verifySet(centre.place, set, centre.key)).set).toBe(set);
});

it('that a list names and the pool lacks are brought again', async () => {
  await add('scans/aa/one', randomBytes(1000));
  await add('scans/aa/two', randomBytes(1000));
  const { set } = await centre.take();
  await rm(poolFile('scans/aa/one'));
  await writeFile(poolFile('scans/aa/two'), 'cut');
  const { set: next } = await centre.take({ pooled: await pooledIn(set) });
  expect((await verifySet(centre.place, next, centre.key)).blobs.count).toBe(2);
});
