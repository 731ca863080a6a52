/** The backups over the line: who may look, who may begin one, and what is then said. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { backupOverviewSchema, type BackupOverview } from '../../../shared/contract/backups.ts';
import { makeBackupKey } from '../../../sync-server/backup/backup-key.ts';
import { codeOf, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { everyone } from './people.ts';

// A backup runs in a worker that loads the server's code anew.
vi.setConfig({ testTimeout: 300_000 });
let centre: TestCentre;
let admin: TestClient;
beforeAll(async () => {
  centre = await startCentre(everyone);
  admin = await centre.signIn('quantri');
});
afterAll(async () => {
  await centre.close();
  await rm(`${centre.dataDir}-backups`, { recursive: true, force: true });
});

const overview = async (client: TestClient): Promise<BackupOverview> =>
  backupOverviewSchema.parse((await client.call('GET', '/api/backups')).body);
const begin = (client: TestClient, task: string) => client.call('POST', '/api/backups', { task });
const whenDone = async (): Promise<BackupOverview> => {
  await expect.poll(async () => (await overview(admin)).underWay, { timeout: 120_000 }).toBeNull();
  return overview(admin);
};

it('is for the department to see and for the system administrator to begin; for nobody else', async () => {
  const officer = await centre.signIn('sonoivu');
  expect((await overview(officer)).late).toBe(true);
  expect(codeOf(await begin(officer, 'take'))).toBe('FORBIDDEN');
  for (const user of ['vanthu.truong', 'hieutruong', 'quantri.myan']) {
    const other = await centre.signIn(user);
    expect(codeOf(await other.call('GET', '/api/backups'))).toBe('FORBIDDEN');
    expect(codeOf(await begin(other, 'take'))).toBe('FORBIDDEN');
  }
});

it('begins nothing that it does not know', async () => {
  expect(codeOf(await begin(admin, 'restore'))).toBe('INVALID_INPUT');
  expect(codeOf(await admin.call('POST', '/api/backups', {}))).toBe('INVALID_INPUT');
});

it('without a key says so; with one makes a set, and proves it', async () => {
  expect((await begin(admin, 'take')).status).toBe(202);
  expect((await whenDone()).failure?.code).toBe('BACKUP_KEY_MISSING');
  await makeBackupKey(centre.dataDir, {});
  expect((await begin(admin, 'take')).status).toBe(202);
  expect(codeOf(await begin(admin, 'take'))).toBe('BACKUP_RUNNING');
  const taken = await whenDone();
  expect(taken).toMatchObject({ failure: null, late: false, drillLate: true });
  expect(taken.sets).toMatchObject([{ readable: true }]);
  expect(taken.verifiedAtUtc).not.toBeNull();
  await begin(admin, 'prove');
  const proven = await whenDone();
  expect(proven).toMatchObject({ drillLate: false, drill: { ok: true } });
  expect(proven.drill?.documents).toBeGreaterThan(10);
});
