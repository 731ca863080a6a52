import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { faultLog } from './fault-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a fault is logged by kind, code and place, never by its message', async () => {
  const log = faultLog(folder, () => new Date('2026-11-22T00:00:00Z'));
  const fault = Object.assign(new TypeError('Võ Minh Hiếu,\n001075000001 mật khẩu'), {
    code: 'ENOSPC',
  });
  const incident = log.fault('session.signIn', fault);
  const text = await readFile(path.join(folder, 'hoso.log'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    timeUtc: '2026-11-22T00:00:00.000Z',
    incident,
    where: 'session.signIn',
    kind: 'TypeError',
    code: 'ENOSPC',
  });
  expect(text).toContain('fault-log.test.ts');
  expect(text).not.toMatch(/Hiếu|0010|mật khẩu/);
});

it('a thrown text is not logged either', async () => {
  faultLog(folder, () => new Date()).fault('x', 'bí mật');
  expect(await readFile(path.join(folder, 'hoso.log'), 'utf8')).not.toContain('bí mật');
});

it('a long log is turned over at the start', async () => {
  await writeFile(path.join(folder, 'hoso.log'), 'x'.repeat(1_000_001));
  faultLog(folder, () => new Date()).event('started');
  expect((await readdir(folder)).sort()).toEqual(['hoso.log', 'hoso.log.1']);
});
