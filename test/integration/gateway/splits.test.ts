/** Two halves of a cluster wrote the same document: settled by rule, nothing dropped, on record. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAudit } from '../../../sync-server/documents/audit.ts';
import { countSplits, createSplitSettler } from '../../../sync-server/splits/settle-splits.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { openCouchStore } from '../../../sync-server/store/couchdb/open-couch-store.ts';
import { serveDb, type ServedDb } from '../db/serve-db.ts';

let served: ServedDb;
let store: DocumentStore;
beforeEach(async () => {
  served = await serveDb();
  store = await openCouchStore({ url: served.adminUrl });
  for (const name of ['claims', 'desk-a', 'audit']) await store.createDatabase(name);
});
afterEach(async () => {
  await store.close();
  await served.stop();
});

/** What a half wrote arrives by replication. */
const arrive = (database: string, id: string, hash: string, fields: object) =>
  store.bulkDocs(
    database,
    [{ _id: id, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] }, ...fields }],
    { newEdits: false },
  );

it('the earlier claim stands; the later one is kept aside and both are on record', async () => {
  const claim = { type: 'claim', kind: 'identity', unit: 'H20.81' };
  await arrive('claims', 'identity:1', 'aa', {
    ...claim,
    dossier: 'dossier:A',
    atUtc: '2026-11-27T02:00:00.000Z',
  });
  await arrive('claims', 'identity:1', 'zz', {
    ...claim,
    dossier: 'dossier:B',
    atUtc: '2026-11-27T03:00:00.000Z',
  });
  const audit = openAudit(store, (error) => {
    throw error;
  });
  const settleSplits = createSplitSettler({ store, audit, nowMs: Date.now });
  expect(await settleSplits()).toBe(1);
  expect(await store.get('claims', 'identity:1', { conflicts: true })).toMatchObject({
    _rev: '1-aa',
    dossier: 'dossier:A',
  });
  expect((await store.get('claims', 'identity:1', { conflicts: true }))._conflicts).toBeUndefined();
  const aside = await store.get('splits', 'split:claims:identity:1:1-zz');
  expect(aside).toMatchObject({ kept: '1-aa', document: { dossier: 'dossier:B' } });
  await audit.flush();
  const trail = await store.allDocs('audit', { includeDocs: true });
  expect(JSON.stringify(trail)).toContain('"split.settle"');
  expect(await countSplits(store)).toBe(1);
  // Nothing new: nothing is settled twice.
  expect(await settleSplits()).toBe(0);
  expect(await createSplitSettler({ store, audit, nowMs: Date.now })()).toBe(0);
});

it('a change that went further stands, whatever CouchDB chose', async () => {
  const change = { type: 'change', unit: 'H20.81' };
  await arrive('desk-a', 'change:1', 'zz', { ...change, history: [{ state: 'submitted' }] });
  await arrive('desk-a', 'change:1', 'aa', {
    ...change,
    history: [{ state: 'submitted' }, { state: 'verified' }],
  });
  const audit = openAudit(store, () => undefined);
  await createSplitSettler({ store, audit, nowMs: Date.now })();
  expect((await store.get('desk-a', 'change:1'))._rev).toBe('1-aa');
  await audit.close();
});

const clerk = { account: 'vanthu', name: 'Lê Văn Thư' };
const head = { account: 'hieutruong', name: 'Trần Thị Hiệu' };
const step = (state: string, by: typeof clerk, minute: number, reason?: string) => ({
  state,
  by,
  atUtc: `2026-11-27T02:0${minute}:00.000Z`,
  ...(reason === undefined ? {} : { reason }),
});

it('a change of which somebody’s step was lost goes back to its author, who reads why', async () => {
  const submitted = step('submitted', clerk, 1);
  const change = { type: 'change', unit: 'H20.81' };
  await arrive('desk-a', 'change:1', 'aa', {
    ...change,
    state: 'verified',
    history: [submitted, step('verified', head, 3)],
  });
  await arrive('desk-a', 'change:1', 'bb', {
    ...change,
    state: 'withdrawn',
    history: [submitted, step('withdrawn', clerk, 2)],
  });
  const audit = openAudit(store, () => undefined);
  const settleSplits = createSplitSettler({ store, audit, nowMs: Date.now });
  await arrive('desk-a', 'change:2', 'aa', {
    ...change,
    state: 'verified',
    history: [submitted, step('returned', head, 2, 'Thiếu quyết định'), step('verified', head, 3)],
  });
  await arrive('desk-a', 'change:2', 'bb', {
    ...change,
    state: 'withdrawn',
    history: [submitted, step('withdrawn', clerk, 4)],
  });
  expect(await settleSplits()).toBe(2);
  const back = await store.get('desk-a', 'change:2', { conflicts: true });
  expect(back._conflicts).toBeUndefined();
  expect(back).toMatchObject({ state: 'returned', storedAtUtc: expect.any(String) as string });
  expect(back.history).toHaveLength(4);
  const last = (back.history as { readonly reason?: string }[]).at(-1);
  expect(last?.reason).toContain('“Đã rút” của Lê Văn Thư');
  // Ended by its author: there is nothing to give back.
  expect(await store.get('desk-a', 'change:1')).toMatchObject({ state: 'withdrawn' });
  expect(await settleSplits()).toBe(0);
  await audit.close();
});
