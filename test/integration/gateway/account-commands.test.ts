/** What is done to accounts on the server itself, and how the server refuses to stand open. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { newDataDir, seedCentre } from '../../helpers/gateway.ts';
import { startServeProcess } from '../../helpers/serve-process.ts';
import { everyone } from './people.ts';

const main = resolve(import.meta.dirname, '../../../sync-server/cli/main.ts');
let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  const store = await seedCentre(dataDir, everyone);
  const lockedAtUtc = new Date().toISOString();
  await openAccountDirectory(store).update('quantri', (each) => ({ ...each, lockedAtUtc }));
  await store.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function hoso(...args: readonly string[]) {
  return new Promise<{ readonly code: number; readonly out: string }>((settle) => {
    execFile(process.execPath, [main, ...args], (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      settle({ code, out: stdout + stderr });
    });
  });
}

async function inStore<T>(read: (store: DocumentStore) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

it('unlocks an account, the only administrator’s too, and puts it on record', async () => {
  expect((await hoso('unlock', '--data', dataDir, '--user', ' QUANTRI')).code).toBe(0);
  const account = await inStore((store) => openAccountDirectory(store).find('quantri'));
  expect(account).toMatchObject({ lockedAtUtc: null, wrongTries: 0 });
  const trail = await inStore((store) => store.allDocs('audit', { includeDocs: true }));
  expect(JSON.stringify(trail)).toMatch(/"account.unlock","account":"server","target":"quantri"/);
  const nobody = await hoso('unlock', '--data', dataDir, '--user', 'khong.co');
  expect(nobody).toMatchObject({ code: 1, out: expect.stringContaining('khong.co') as string });
});

it('makes an account for backups, which nobody can be given over the line', async () => {
  const made = await hoso('replicator', '--data', dataDir, '--user', 'saoluu.dem');
  expect(made).toMatchObject({ code: 0 });
  const account = await inStore((store) => openAccountDirectory(store).find('saoluu.dem'));
  expect(account?.grants).toEqual([{ role: 'replicator', unit: 'H20' }]);
});

it('starts a restore with another epoch, so that offices offer again what is missing', async () => {
  const before = (await inStore(readSettings))?.epoch;
  const served = await startServeProcess(['--data', dataDir, '--restore']);
  await served.stop('SIGTERM');
  const after = (await inStore(readSettings))?.epoch;
  expect(after).toMatch(/^[0-9a-f]{16}$/);
  expect(after).not.toBe(before);
});

it('stands open to no network without TLS, and never with public passwords', async () => {
  const open = (...flags: readonly string[]) =>
    hoso('serve', '--data', dataDir, '--port', '0', '--host', '0.0.0.0', ...flags);
  expect(await open()).toMatchObject({ code: 1, out: expect.stringContaining('TLS') as string });
  const demo = await open('--tls', '--demo');
  expect(demo).toMatchObject({ code: 1, out: expect.stringContaining('--demo') as string });
});

it('keeps its files from other users of the machine', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'hoso-init-'));
  const place = join(parent, 'data');
  await mkdir(place, { mode: 0o755 });
  expect((await hoso('init', '--data', place)).code).toBe(0);
  const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  expect(await modeOf(place)).toBe('700');
  expect(await modeOf(join(place, 'store.sqlite'))).toBe('600');
  await rm(parent, { recursive: true, force: true });
});
