import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureDemoPki } from '../../../build/demo-pki/ensure.ts';
import { openssl } from './openssl-judge.ts';
import { nodeHost } from './worker-host.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'hoso-demo-pki-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

test('asked by two at once, it is made once, and found again as it was', async () => {
  const dir = join(parent, 'once');
  const [first, second] = await Promise.all([ensureDemoPki({ dir }), ensureDemoPki({ dir })]);
  expect(second).toEqual(first);
  expect(await ensureDemoPki({ dir })).toEqual(first);
  expect(JSON.parse(await readFile(join(dir, 'pki.json'), 'utf8'))).toEqual(first);
  expect(first.tokens.map(({ label }) => label)).toEqual(['Hiệu trưởng', 'Chủ tịch xã']);
  const leftOver = (await readdir(parent)).filter((name) => name.includes('making'));
  expect(leftOver).toEqual([]);
});

test('OpenSSL takes its certificates at the strictest', async () => {
  const dir = join(parent, 'strict');
  const { tokens } = await ensureDemoPki({ dir });
  for (const { name, certificatePem } of tokens) {
    const path = join(parent, `${name}.pem`);
    await writeFile(path, certificatePem);
    const options = ['-x509_strict', '-purpose', 'smimesign', '-CAfile', join(dir, 'ca.pem')];
    const judged = await openssl(['verify', ...options, path]);
    expect(judged).toMatchObject({ ok: true });
    const years = new X509Certificate(certificatePem);
    const longest = 5 * 366 * 24 * 3600 * 1000;
    expect(Date.parse(years.validTo) - Date.parse(years.validFrom)).toBeLessThan(longest);
  }
});

test('the CA’s key is for its owner only, and no private key is in pki.json', async () => {
  const dir = join(parent, 'secret');
  await ensureDemoPki({ dir });
  expect((await stat(join(dir, 'ca.key.pem'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(dir, 'pki.json'), 'utf8')).not.toContain('PRIVATE KEY');
});

test('a folder that was moved still works: its paths are mended', async () => {
  const before = join(parent, 'before');
  const after = join(parent, 'after');
  await ensureDemoPki({ dir: before });
  await rename(before, after);
  const pki = await ensureDemoPki({ dir: after });
  expect(pki.softhsmConf).toBe(join(after, 'softhsm2.conf'));
  const listed = await nodeHost({ SOFTHSM2_CONF: pki.softhsmConf }).list(pki.module);
  expect(listed).toMatchObject({ value: [{}, {}] });
});

test('a folder with something else in it is left alone', async () => {
  const dir = join(parent, 'mine');
  await mkdir(dir);
  await writeFile(join(dir, 'letter.txt'), 'mine');
  await expect(ensureDemoPki({ dir })).rejects.toThrow('not empty');
  expect(await readdir(dir)).toEqual(['letter.txt']);
});

test('one made without the test fixtures says so when they are needed', async () => {
  const dir = join(parent, 'plain');
  await ensureDemoPki({ dir });
  await expect(ensureDemoPki({ dir, fixtures: true })).rejects.toThrow('unregistered');
});
