import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { extractFirst } from './unpack.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'hoso-unpack-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const tgz = path.join(folder, 'package.tgz');
// Longer than one chunk and no multiple of a tar block.
const content = randomBytes(300_001);
mkdirSync(path.join(folder, 'package'));
writeFileSync(path.join(folder, 'package', 'a-readme.txt'), 'x'.repeat(70_000));
writeFileSync(path.join(folder, 'package', 'runtime.zip'), content);
writeFileSync(path.join(folder, 'package', 'z-last.txt'), 'later');
execFileSync('tar', ['-czf', tgz, '--sort=name', '-C', folder, 'package']);

test('takes one file out of a package, byte for byte', async () => {
  const target = path.join(folder, 'out.zip');
  await extractFirst(tgz, /\.zip$/, target);
  expect(readFileSync(target).equals(content)).toBe(true);
});

test('says so when the file is not in the package', async () => {
  const target = path.join(folder, 'none');
  await expect(extractFirst(tgz, /\.iso$/, target)).rejects.toThrow(/holds no/);
});

test('says so when the package was cut short', async () => {
  const cut = path.join(folder, 'cut.tgz');
  writeFileSync(cut, readFileSync(tgz).subarray(0, 100_000));
  await expect(extractFirst(cut, /\.zip$/, path.join(folder, 'cut'))).rejects.toThrow();
});
