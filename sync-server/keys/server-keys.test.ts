import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serverKeys, type ServerKeys } from './server-keys.ts';

const plain = (keys: ServerKeys | undefined) => ({ ...keys, ring: keys?.ring.ids });
const dataKey = new Uint8Array(32).fill(7);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hoso-keys-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it('are made once, whoever starts first, and are readable by their owner alone', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => serverKeys(dir, {})));
  for (const keys of made) expect(plain(keys)).toEqual(plain(made[0]));
  expect((await stat(join(dir, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(dir)).toEqual(['keys.json']);
  expect(made[0]?.token).not.toEqual(made[0]?.claim);
});

it('come from the environment where gateways share no disk', async () => {
  const HOSO_SERVER_KEY = 'mot-bi-mat-du-dai-cho-may-chu-2026';
  const [one, two] = [
    await serverKeys(dir, { HOSO_SERVER_KEY }),
    await serverKeys('/nowhere', { HOSO_SERVER_KEY }),
  ];
  expect(plain(one)).toEqual(plain(two));
  expect(two.ring.unwrap('unit-key', one.ring.wrap('unit-key', dataKey))).toEqual(dataKey);
  await expect(serverKeys(dir, { HOSO_SERVER_KEY: 'ngan' })).rejects.toThrow('32');
});

it('rotate in the environment: older keys still open, and claims are found again', async () => {
  const [old, next] = [
    'bi-mat-cu-cua-may-chu-ho-so-2026-11',
    'bi-mat-moi-cua-may-chu-ho-so-2027-01',
  ];
  const before = await serverKeys(dir, { HOSO_SERVER_KEY: old });
  const after = await serverKeys(dir, { HOSO_SERVER_KEY: next, HOSO_SERVER_KEYS_OLD: old });
  expect(after.ring.ids).toEqual([after.ring.currentId, before.ring.currentId]);
  expect(after.ring.unwrap('x', before.ring.wrap('x', dataKey))).toEqual(dataKey);
  expect(after.claim).toEqual(before.claim);
  expect(after.token).not.toEqual(before.token);
});

it('of an installation from before the ring stay, and get one that every start agrees on', async () => {
  const older = await mkdtemp(join(tmpdir(), 'hoso-keys-'));
  try {
    const file = join(older, 'keys.json');
    const made = { token: Buffer.alloc(32, 1), claim: Buffer.alloc(32, 2) };
    const text = { token: made.token.toString('base64'), claim: made.claim.toString('base64') };
    await writeFile(file, JSON.stringify(text), { mode: 0o600 });
    const keys = await Promise.all([1, 2, 3].map(() => serverKeys(older, {})));
    expect(keys[0]?.claim).toEqual(new Uint8Array(made.claim));
    const wrapped = keys[0]?.ring.wrap('x', dataKey);
    for (const { ring } of keys) expect(wrapped && ring.unwrap('x', wrapped)).toEqual(dataKey);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject(text);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  } finally {
    await rm(older, { recursive: true, force: true });
  }
});
