import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSettings } from './settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-settings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const size = { width: 1000, height: 700, maximized: false };

it('settings are there again after a start, whatever order they were changed in', async () => {
  const settings = await openSettings(folder);
  await Promise.all([
    settings.change({ serverOrigin: 'https://hoso.example' }),
    settings.change({ window: size }),
    settings.change({ tokenModule: '/lib/a.so' }),
  ]);
  expect((await openSettings(folder)).current()).toEqual({
    serverOrigin: 'https://hoso.example',
    tokenModule: '/lib/a.so',
    window: size,
  });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

it.each(['{"serverOrigin":', '{"window":{"width":-5}}', ''])(
  'a damaged file (%s) is kept aside and the defaults are used',
  async (text) => {
    await writeFile(path.join(folder, 'settings.json'), text);
    const settings = await openSettings(folder);
    expect(settings.current()).toEqual({ serverOrigin: null, tokenModule: null, window: null });
    expect(await readFile(path.join(folder, 'settings.json.damaged'), 'utf8')).toBe(text);
  },
);
