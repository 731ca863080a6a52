import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serverKeys } from './server-keys.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hoso-keys-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it('are made once, whoever starts first, and are readable by their owner alone', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => serverKeys(dir, {})));
  for (const keys of made) expect(keys).toEqual(made[0]);
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
  expect(one).toEqual(two);
  await expect(serverKeys(dir, { HOSO_SERVER_KEY: 'ngan' })).rejects.toThrow('32');
});
