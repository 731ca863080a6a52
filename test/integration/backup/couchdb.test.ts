/** Sets, restoring and moving over the CouchDB adapter, against our own `/db`. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { copyDatabase } from '../../../sync-server/backup/copy-store.ts';
import { restoreIntoStore } from '../../../sync-server/backup/restore-set.ts';
import { verifySet } from '../../../sync-server/backup/verify-set.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import { openCouchStore } from '../../../sync-server/store/couchdb/open-couch-store.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { serveDb, type ServedDb } from '../db/serve-db.ts';
import { contentOf, openCentre, type BackedUpCentre } from './place.ts';

// Each step starts a process or two.
vi.setConfig({ testTimeout: 600_000 });
const main = resolve(import.meta.dirname, '../../../sync-server/cli/main.ts');
let centre: BackedUpCentre;
let served: ServedDb;
let couch: DocumentStore;

beforeAll(async () => {
  centre = await openCentre();
  served = await serveDb();
  couch = await openCouchStore({ url: served.adminUrl });
  await centre.store.createDatabase('desk-x');
  await centre.store.bulkDocs(
    'desk-x',
    ['aa', 'bb'].map((leaf) => ({
      _id: 'change:2',
      _rev: `2-${leaf}`,
      _revisions: { start: 2, ids: [leaf, 'cc'] },
      leaf,
      _attachments: { 'a.txt': { content_type: 'text/plain', data: 'aGk=' } },
    })),
    { newEdits: false },
  );
  await centre.store.bulkDocs(
    'desk-x',
    [{ _id: 'gone', _rev: '1-a', _revisions: { start: 1, ids: ['a'] }, _deleted: true }],
    { newEdits: false },
  );
});
afterAll(async () => {
  await couch.close();
  await served.stop();
  await centre.close();
});

function migrate(url: string) {
  return new Promise<{ readonly code: number; readonly out: string }>((settle) => {
    const env = { ...process.env, STORE_URL: url };
    const given = [main, 'migrate', '--data', centre.dataDir];
    execFile(process.execPath, given, { env }, (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr });
    });
  });
}

describe('a CouchDB', () => {
  it('takes the whole centre from the embedded store, compared, with an epoch of its own', async () => {
    const before = await readSettings(centre.store);
    const moved = await migrate(served.adminUrl);
    expect(moved).toMatchObject({ code: 0, out: expect.stringContaining('khớp') as string });
    expect(await contentOf(couch, ['settings'])).toEqual(
      await contentOf(centre.store, ['settings']),
    );
    const after = await readSettings(couch);
    const { epoch, restoredAtUtc } = after ?? {};
    expect(after).toEqual({ ...before, epoch, restoredAtUtc });
    expect(after?.epoch).not.toBe(before?.epoch);
    // Whatever CouchDB's default is, only the gateway's account may.
    expect(await couch.getSecurity('desk-x')).toMatchObject({ members: { names: ['admin'] } });
    const again = await migrate(served.adminUrl);
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('còn trống') as string });
  });

  it('that cannot be reached, or refuses the account, is said in words without the password', async () => {
    const nobody = await migrate('http://hoso:bi-mat@127.0.0.1:9/');
    expect(nobody.out).toContain('Không kết nối được CouchDB ở http://127.0.0.1:9');
    const refused = await migrate(served.adminUrl.replace('admin:pw', 'admin:bi-mat'));
    expect(refused.out).toContain('từ chối tài khoản');
    expect(nobody.out + refused.out).not.toContain('bi-mat');
  });

  it('is backed up while it is written, and the set fills another one', async () => {
    const url = served.adminUrl;
    let round = 0;
    const writer = { stopped: false };
    const writing = (async () => {
      for (; !writer.stopped; round += 1)
        await couch.bulkDocs('desk-x', [{ _id: `n${round}` }, { _id: `m${round}` }]);
    })();
    const openSource = async () => {
      const store = await openCouchStore({ url });
      return { store, kind: 'couchdb', moving: true } as const;
    };
    const { set, databases } = await centre.take({ openSource });
    writer.stopped = true;
    await writing;
    expect((await verifySet(centre.place, set, centre.key)).store).toBe('couchdb');
    const empty = await serveDb();
    const other = await openCouchStore({ url: empty.adminUrl });
    const folder = await mkdtemp(join(tmpdir(), 'hoso-gateway-'));
    await restoreIntoStore(other, folder, { ...centre, set });
    // The restore itself is written into these two.
    const own = ['settings', 'audit'];
    for (const said of databases.filter(({ name }) => !own.includes(name))) {
      const reading = copyDatabase(other, said.name, false);
      let step = await reading.next();
      while (!step.done) step = await reading.next();
      const { updateSeq: _, ...content } = step.value;
      expect(said).toMatchObject(content);
    }
    await other.close();
    await empty.stop();
    await rm(folder, { recursive: true });
  });
});
