import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { durableWrite, replaceFile } from './durable-write.ts';
import { queue } from './queue.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-disk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('replaces a file as a whole, for its owner only, and makes the folder', async () => {
  const file = path.join(folder, 'new', 'a.json');
  await durableWrite(file, 'một');
  await durableWrite(file, 'hai');
  expect(await readFile(file, 'utf8')).toBe('hai');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(path.dirname(file))).toEqual(['a.json']);
});

it('a write that fails leaves nothing half done behind', async () => {
  const file = path.join(folder, 'a.json');
  await mkdir(path.join(file, 'in the way'), { recursive: true });
  await expect(durableWrite(file, 'một')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a.json']);
});

it('work in a queue keeps its order, and a failure stops nobody else', async () => {
  const inTurn = queue();
  const seen: number[] = [];
  const slow = inTurn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    seen.push(1);
  });
  const failing = inTurn(() => Promise.reject(new Error('no')));
  const last = inTurn(async () => seen.push(2));
  await expect(failing).rejects.toThrow('no');
  await Promise.all([slow, last]);
  expect(seen).toEqual([1, 2]);
});

it('never makes the folder of a file that replaces another: a stick that was pulled out is no folder here', async () => {
  const gone = path.join(folder, 'stick');
  await expect(replaceFile(path.join(gone, 'a.hoso-goi'), 'x')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).not.toContain('stick');
});
