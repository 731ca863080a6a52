/** The command line as other programs use it: one line of JSON, a clean end, data kept and not mixed up. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDataDir, seedCentre, signIn } from '../../helpers/gateway.ts';
import { startServeProcess } from '../../helpers/serve-process.ts';
import { everyone } from './people.ts';

let dataDir: string;
let otherDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hoso-demo-'));
  otherDir = await newDataDir();
  await (await seedCentre(otherDir, everyone)).close();
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await rm(otherDir, { recursive: true, force: true });
});

const noPki = { HOSO_DEMO_PKI: '/nonexistent/pki.json' };

it('fills the demonstration once, says who may sign in, and ends with 0', async () => {
  const first = await startServeProcess(['--data', dataDir, '--demo'], noPki);
  const accounts = first.ready.accounts ?? [];
  expect(accounts.length).toBe(9);
  expect(first.output().stderr).toContain('Không có chứng thư trình diễn');
  for (const { user, password } of accounts.slice(0, 3)) await signIn(first.url, user, password);
  const clerk = await signIn(first.url, 'vanthu.xa', 'Sen@DongThap7');
  const pull = () => clerk.pull({ change: { cursors: {}, limit: 100 } });
  const before = (await pull()).streams.change?.documents ?? [];
  expect(before.map(({ doc }) => doc?.state).sort()).toEqual([
    ...Array<string>(5).fill('submitted'),
    ...Array<string>(7).fill('verified'),
  ]);
  expect(await first.stop('SIGTERM')).toEqual([0, null]);
  expect(first.output().stdout).toHaveLength(1);

  const second = await startServeProcess(['--data', dataDir, '--demo'], noPki);
  const again = await signIn(second.url, 'vanthu.xa', 'Sen@DongThap7');
  const after = await again.pull({ change: { cursors: {}, limit: 100 } });
  expect(after.streams.change?.documents).toEqual(before);
  expect(await second.stop('SIGINT')).toEqual([0, null]);
});

it('keeps demonstration and real data apart', async () => {
  await expect(startServeProcess(['--data', otherDir, '--demo'], noPki)).rejects.toThrow(
    'dữ liệu thật',
  );
  await expect(startServeProcess(['--data', dataDir])).rejects.toThrow('dữ liệu trình diễn');
  const real = await startServeProcess(['--data', otherDir]);
  expect(real.ready.accounts).toBeUndefined();
  await real.stop('SIGTERM');
});
