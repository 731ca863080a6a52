/** `hoso backup` as it is typed: against a running server, into an empty folder, and swapped into place. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readLastBackup } from '../../../sync-server/documents/last-backup.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import { finishSwap } from '../../../sync-server/backup/swap-data.ts';
import { startServeProcess, type ServeProcess } from '../../helpers/serve-process.ts';

// Each step starts a process or three.
vi.setConfig({ testTimeout: 600_000 });
const main = resolve(import.meta.dirname, '../../../sync-server/cli/main.ts');
let root: string;
let data: string;
let place: string;
let server: ServeProcess | null = null;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hoso-backup-'));
  data = join(root, 'data');
  place = join(root, 'data-backups');
});
afterAll(async () => {
  await server?.stop('SIGTERM');
  await rm(root, { recursive: true, force: true });
});

function backup(...args: readonly string[]) {
  return new Promise<{ readonly code: number; readonly out: string }>((settle) => {
    const given = [main, 'backup', ...args];
    execFile(process.execPath, given, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      settle({ code, out: stdout + stderr });
    });
  });
}

const from = () => join(root, 'restored');
let epochBefore: string | undefined;
let set = '';

it('without a key says so and what to do, and makes one that is printed once', async () => {
  server = await startServeProcess(['--data', data, '--demo']);
  await rm(join(data, 'backup-key'), { force: true });
  const refused = await backup('now', '--data', data);
  expect(refused).toMatchObject({
    code: 1,
    out: expect.stringContaining('hoso backup key') as string,
  });
  const made = await backup('key', '--data', data);
  expect(made.out).toMatch(/([0-9a-f]{8} ){7}[0-9a-f]{8}/);
  expect((await backup('key', '--data', data)).code).toBe(1);
});

it('backs up the demonstration while its server runs; no name, number or word of it is in the sets', async () => {
  const done = await backup('now', '--data', data);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('còn nguyên vẹn') as string });
  const listed = await backup('list', '--data', data);
  set = /^(\S+Z-[0-9a-f]{6})/m.exec(listed.out)?.[1] ?? '';
  expect((await readdir(place)).sort()).toEqual([set, 'blobs']);
  const words = [
    'Nguyễn',
    'Trần',
    'Phạm',
    '0870',
    'Đồng Tháp',
    'giáo viên',
    'argon2id',
    'change:01',
  ];
  for (const file of await readdir(join(place, set))) {
    const bytes = await readFile(join(place, set, file));
    // The manifest names the centre and its databases, nobody.
    const shown = file === 'manifest.json' ? words.filter((word) => word !== 'Đồng Tháp') : words;
    expect(shown.filter((word) => bytes.includes(word))).toEqual([]);
  }
});

it('verifies and drills, and records both', async () => {
  expect((await backup('verify', '--data', data)).code).toBe(0);
  const drilled = await backup('drill', '--data', data, '--set', set);
  expect(drilled).toMatchObject({
    code: 0,
    out: expect.stringContaining('đúng như bản kê') as string,
  });
  const store = await openStore({ dataDir: data });
  const last = await readLastBackup(store);
  expect(last).toMatchObject({ set, drill: { ok: true, set } });
  expect(last.drill?.documents).toBeGreaterThan(20);
  epochBefore = (await readSettings(store))?.epoch;
  const trail = await store.allDocs('audit', { includeDocs: true });
  for (const event of ['backup.take', 'backup.verify', 'backup.prove'])
    expect(JSON.stringify(trail)).toContain(`"${event}","account":"server","target":"${set}"`);
  await store.close();
});

it('restores into an empty folder, and swaps only when the server stands still', async () => {
  const restored = await backup('restore', '--data', data, '--into', from());
  expect(restored.code).toBe(0);
  const running = await backup('swap', '--data', data, '--from', from());
  expect(running).toMatchObject({
    code: 1,
    out: expect.stringContaining('dừng máy chủ') as string,
  });
  await server?.stop('SIGTERM');
  const swapped = await backup('swap', '--data', data, '--from', from());
  expect(swapped.code).toBe(0);
  expect(await readdir(root)).not.toContain('restored');
  const aside = (await readdir(data)).find((name) => name.startsWith('replaced-')) ?? '';
  expect(await readdir(join(data, aside))).toContain('store.sqlite');
  server = await startServeProcess(['--data', data, '--demo']);
  const store = await openStore({ dataDir: data });
  expect((await readSettings(store))?.epoch).not.toBe(epochBefore);
  const trail = JSON.stringify(await store.allDocs('audit', { includeDocs: true }));
  for (const event of ['backup.restore', 'backup.swap'])
    expect(trail).toContain(`"${event}","account":"server","target":"${set}"`);
  await store.close();
  await server.stop('SIGTERM');
});

it.each(['away', 'in'] as const)(
  'a swap that was cut short %s is finished at the next start',
  async (step) => {
    const dir = join(root, `cut-${step}`);
    const [dataDir, restored, aside] = [
      join(dir, 'data'),
      join(dir, 'new'),
      join(dir, 'data', 'old'),
    ];
    await mkdir(aside, { recursive: true });
    await mkdir(join(restored, 'trust'), { recursive: true });
    await writeFile(join(restored, 'store.sqlite'), 'new');
    await writeFile(join(step === 'away' ? dataDir : aside, 'store.sqlite'), 'old');
    if (step === 'away') await writeFile(join(aside, 'store.sqlite-wal'), 'old log');
    await writeFile(join(dataDir, 'swap.json'), JSON.stringify({ from: restored, aside, step }));
    await finishSwap(dataDir);
    expect(await readFile(join(dataDir, 'store.sqlite'), 'utf8')).toBe('new');
    expect(await readFile(join(aside, 'store.sqlite'), 'utf8')).toBe('old');
    expect((await readdir(dataDir)).sort()).toEqual([
      'old',
      'server.lock',
      'store.sqlite',
      'trust',
    ]);
  },
);
