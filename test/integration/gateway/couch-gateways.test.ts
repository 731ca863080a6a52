/** Two gateways over one CouchDB (our own `/db`), each with a connection of its own: no word between them but the store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBackupRuns, type BackupRuns } from '../../../sync-server/backup/backup-runs.ts';
import { makeBackupKey } from '../../../sync-server/backup/backup-key.ts';
import { openAudit } from '../../../sync-server/documents/audit.ts';
import { readSettings, renewEpoch } from '../../../sync-server/documents/settings.ts';
import { startGateway, type Gateway } from '../../../sync-server/http/gateway.ts';
import { openCouchStore } from '../../../sync-server/store/couchdb/open-couch-store.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import {
  clientOf,
  codeOf,
  fillCentre,
  rowCode,
  signIn,
  testPassword,
} from '../../helpers/gateway.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import { serveDb, type ServedDb } from '../db/serve-db.ts';
import { everyone, school } from './people.ts';

let served: ServedDb;
let folder: string;
const stores: DocumentStore[] = [];
const gateways: Gateway[] = [];
const key = '0'.repeat(40);

beforeAll(async () => {
  served = await serveDb();
  folder = await mkdtemp(join(tmpdir(), 'hoso-couch-gateways-'));
  await makeBackupKey(folder, {});
  for (let at = 0; at < 2; at += 1) stores.push(await openCouchStore({ url: served.adminUrl }));
  await fillCentre(stores[0]!, everyone);
  process.env.HOSO_SERVER_KEY = key;
  for (const [at, store] of stores.entries())
    gateways.push(
      await startGateway({
        dataDir: join(folder, `${at}`),
        store,
        port: 0,
        projectionFile: ':memory:',
        log: { write: () => undefined },
      }),
    );
}, 60_000);
afterAll(async () => {
  delete process.env.HOSO_SERVER_KEY;
  for (const gateway of gateways) await gateway.close();
  for (const store of stores) await store.close();
  await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (index: number) => gateways[index]!.url;

it('the end of a session at one is its end at the other', async () => {
  const here = await signIn(at(0), 'sonoivu', testPassword);
  const there = clientOf(at(1), here.session);
  expect((await there.call('GET', '/api/me')).status).toBe(200);
  await here.call('DELETE', '/api/session');
  await expect
    .poll(async () => codeOf(await there.call('GET', '/api/me')), { timeout: 15_000 })
    .toBe('SESSION_EXPIRED');
});

it('an account locked by wrong passwords at one is locked at the other', async () => {
  for (let tries = 0; tries < 5; tries += 1)
    await signIn(at(tries % 2), 'vanthu.khac', 'sai').catch(() => null);
  const refused = await signIn(at(1), 'vanthu.khac', testPassword).catch(String);
  expect(refused).toMatch(/ACCOUNT_LOCKED|TOO_MANY|WAIT/);
});

it('an identity number claimed at one is taken at the other, pushed at the same moment', async () => {
  const clerk = await signIn(at(0), 'vanthu.truong', testPassword);
  const patch = personPatch('Lê Một Người');
  const change = () => makeChange({ unit: school, author: clerk.stamp, patch });
  const answers = await Promise.all([
    clerk.push([change()]),
    clientOf(at(1), clerk.session).push([change()]),
  ]);
  expect(answers.map(([row]) => rowCode(row)).sort()).toEqual(['IDENTITY_NUMBER_TAKEN', 'stored']);
});

it('what is written at one is in the lists of the other', async () => {
  const clerk = await signIn(at(0), 'vanthu.truong', testPassword);
  const change = makeChange({ unit: school, author: clerk.stamp, patch: personPatch('Lê Thị Xa') });
  await clerk.push([change]);
  const there = clientOf(at(1), clerk.session);
  await expect
    .poll(async () => JSON.stringify((await there.call('GET', '/api/changes')).body), {
      timeout: 15_000,
    })
    .toContain(change._id);
});

it('only one of them makes the backup', async () => {
  const settings = (await readSettings(stores[0]!))!;
  const onFailure = (error: unknown) => {
    throw error;
  };
  const runs = stores.map((store): BackupRuns =>
    openBackupRuns({
      store,
      audit: openAudit(store, onFailure),
      dataDir: folder,
      place: join(folder, 'sets'),
      storeUrl: served.adminUrl,
      settings,
      softwareVersion: 'thử',
      nowMs: Date.now,
      onFailure,
    }),
  );
  const ended = await Promise.allSettled(runs.map((each) => each.run('take', 'server')));
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = ended.find(({ status }) => status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'BACKUP_RUNNING' } });
}, 60_000);

it('a new epoch given at one is noticed by the other, which then ends', async () => {
  const noticed = gateways[1]!.epochChanged.then(() => 'noticed');
  await renewEpoch(stores[0]!);
  expect(await noticed).toBe('noticed');
}, 30_000);
