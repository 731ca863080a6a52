import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BlobStore } from '../../../sync-server/blobs/blob-store.ts';
import { openFileBlobStore } from '../../../sync-server/blobs/file/file-blob-store.ts';
import { all, blobRules } from './contract.ts';

let folder: string;
let store: BlobStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-blobs-'));
  store = await openFileBlobStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

blobRules(() => store);

it('keeps its files from other users of the machine', async () => {
  async function* one() {
    yield new Uint8Array([1]);
  }
  await store.put('mode/one', one(), 1);
  expect((await stat(join(folder, 'mode', 'one'))).mode & 0o777).toBe(0o600);
});

it('does not list what a crash left half done, and sweeps it at a later start', async () => {
  const draft = join(folder, 'mode', 'two.0a1b2c.draft');
  await writeFile(draft, 'half');
  expect((await all(store.list('mode/'))).map(({ key }) => key)).toEqual(['mode/one']);
  await openFileBlobStore(folder);
  expect(await readdir(join(folder, 'mode'))).toContain('two.0a1b2c.draft');
  const old = Date.now() / 1000 - 2 * 24 * 3600;
  await utimes(draft, old, old);
  await openFileBlobStore(folder);
  expect(await readdir(join(folder, 'mode'))).toEqual(['one']);
});
