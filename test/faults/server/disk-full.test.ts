/** A full disk under the store, the read model and the backups: said in words, nothing lost, mended by room. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../shared/errors/index.ts';
import { openBackupRuns } from '../../../sync-server/backup/backup-runs.ts';
import { listSets } from '../../../sync-server/backup/set-folder.ts';
import { openAudit } from '../../../sync-server/documents/audit.ts';
import { readLastBackup } from '../../../sync-server/documents/last-backup.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import { codeOf, signIn, testPassword } from '../../helpers/gateway.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import type { ServeProcess } from '../../helpers/serve-process.ts';
import { recordFault } from '../report/fault-record.ts';
import { desk, school, seed, serve, type SeededCentre } from './centre.ts';
import { mayMount, smallDisk, type SmallDisk } from './full-disk.ts';

describe.runIf(mayMount)('a full disk', () => {
  let centre: SeededCentre;
  let disk: SmallDisk;
  let server: ServeProcess | null = null;
  beforeAll(async () => {
    centre = await seed();
    disk = smallDisk(24);
  }, 120_000);
  afterAll(async () => {
    await server?.stop('SIGKILL');
    disk.remove();
    await centre.close();
  });

  it('under the store: writes are refused in words, reads go on, and with room so do writes', async () => {
    const dataDir = join(disk.folder, 'data');
    await cp(await centre.copy(), dataDir, { recursive: true });
    server = await serve(dataDir);
    const office = await signIn(server.url, 'vanthu.truong', testPassword);
    const enter = (count: number) =>
      Array.from({ length: count }, () =>
        makeChange({ unit: school, author: office.stamp, patch: personPatch('Lê Thị Bền') }),
      );
    const acknowledged = new Set<string>();
    const push = async (count: number): Promise<string> => {
      const rows = enter(count).map((doc) => ({ assumedRev: null, doc }));
      const answer = await office.call('POST', '/api/sync/push', { rows });
      if (answer.status !== 200) return codeOf(answer);
      const { results } = answer.body as { results: { outcome: string; id: string }[] };
      for (const { outcome, id } of results) if (outcome === 'stored') acknowledged.add(id);
      return 'stored';
    };
    expect(await push(20)).toBe('stored');
    disk.fill(64 * 1024);
    const codes: string[] = [];
    // The log of the store has room of its own for a while.
    while (codes.at(-1) !== 'SERVER_DISK_FULL' && codes.length < 100) codes.push(await push(50));
    expect(codes.at(-1)).toBe('SERVER_DISK_FULL');
    expect(await push(1)).toBe('SERVER_DISK_FULL');
    const read = await office.call('GET', '/api/changes?limit=5');
    expect(read.status).toBe(200);
    disk.makeRoom();
    expect(await push(5)).toBe('stored');
    await server.stop('SIGTERM');
    server = null;
    const store = await openStore({ dataDir });
    const page = await store.allDocs(desk, { keys: [...acknowledged] });
    await store.close();
    expect(page.rows.filter((row) => 'error' in row)).toEqual([]);
    recordFault({
      area: 'store',
      fault: 'disk full at the centre',
      where: 'a tmpfs of 24 MB under the data folder of hoso serve, filled up and emptied again',
      runs: codes.length,
      acknowledged: acknowledged.size,
      lost: 0,
      outcome:
        'writes are refused with SERVER_DISK_FULL, reads go on; with room it goes on by itself',
    });
  }, 300_000);

  it('under the backups: the old sets stay, and everybody can read why there is no new one', async () => {
    const dataDir = await centre.copy();
    const place = join(disk.folder, 'sets');
    const store = await openStore({ dataDir });
    const settings = await readSettings(store);
    if (!settings) throw new Error('no settings');
    const onFailure = (error: unknown) => {
      throw error;
    };
    const audit = openAudit(store, onFailure);
    const common = { store, audit, dataDir, place, settings, onFailure, nowMs: Date.now };
    const runs = openBackupRuns({ ...common, storeUrl: undefined, softwareVersion: 'thử' });
    await runs.run('take', 'server');
    const before = await listSets(place);
    disk.fill(4 * 1024);
    const failed: unknown = await runs.run('take', 'server').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ProblemError);
    expect((failed as ProblemError).code).toBe('BACKUP_DISK_FULL');
    expect(await listSets(place)).toEqual(before);
    expect((await readLastBackup(store)).failure?.code).toBe('BACKUP_DISK_FULL');
    const trail = await store.allDocs('audit', { includeDocs: true });
    expect(JSON.stringify(trail)).toContain(
      '"backup.take","account":"server","outcome":"BACKUP_DISK_FULL"',
    );
    disk.makeRoom();
    await runs.run('take', 'server');
    expect((await readLastBackup(store)).failure).toBeUndefined();
    // One of a day is kept, the newest.
    expect((await listSets(place)).map(({ set }) => set)).not.toEqual(before.map(({ set }) => set));
    await store.close();
    recordFault({
      area: 'backup',
      fault: 'disk of the backups full',
      where: 'a tmpfs of 24 MB under the sets, filled up and emptied again',
      runs: 1,
      acknowledged: 0,
      lost: 0,
      outcome:
        'BACKUP_DISK_FULL on the dashboard and in the audit trail; older sets stay as they are',
    });
  }, 300_000);
});
