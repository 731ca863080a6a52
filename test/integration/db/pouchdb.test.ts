/** A real PouchDB 9 replicates out of `/db` and into it, once and live. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveDb } from './serve-db.ts';
import type { ServedDb } from './serve-db.ts';

const patience = { timeout: 60_000, interval: 50 };

describe('PouchDB 9 against /db', { timeout: 120_000 }, () => {
  let served: ServedDb;
  let folder: string;
  const open: PouchDB[] = [];
  beforeAll(async () => {
    served = await serveDb();
    folder = await mkdtemp(join(tmpdir(), 'hoso-pouch-'));
  }, 60_000);
  afterAll(async () => {
    for (const db of open) await db.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  let made = 0;
  const pair = async () => {
    made += 1;
    const name = `pouch${made}+x/y`;
    await served.store.createDatabase(name);
    const remote = `${served.adminUrl}/${encodeURIComponent(name)}`;
    const local = new PouchDB(join(folder, `local${made}`));
    open.push(local);
    return { name, remote, local };
  };

  it('copies a database out, and says nothing new the second time', async () => {
    const { name, remote, local } = await pair();
    const docs = Array.from({ length: 1200 }, (_, n) => ({ _id: `d${n}`, n, tên: 'Nguyễn' }));
    await served.store.bulkDocs(name, docs);
    await served.store.bulkDocs(name, [{ _id: '_design/x', language: 'query' }]);
    const first = await local.replicate.from(remote, { batch_size: 300 });
    expect(first).toMatchObject({ ok: true, docs_written: 1201 });
    const theirs = await served.store.allDocs(name, { includeDocs: true });
    const ours = await local.allDocs({ include_docs: true });
    expect(ours.rows.map((row) => row.doc)).toEqual(
      theirs.rows.map((row) => ('doc' in row ? row.doc : null)),
    );
    expect(await local.replicate.from(remote)).toMatchObject({ ok: true, docs_written: 0 });
  });

  it('brings edits, deletions and attachments in, with their revisions', async () => {
    const { name, remote, local } = await pair();
    const { rev } = await local.put({ _id: 'a', n: 1 });
    const edited = await local.put({ _id: 'a', _rev: rev, n: 2 });
    const gone = await local.put({ _id: 'gone' });
    await local.remove('gone', gone.rev);
    const scan = Buffer.from([0, 255, 1, 2]);
    await local.putAttachment('a', 'scan.bin', edited.rev, scan, 'application/octet-stream');
    expect(await local.replicate.to(remote)).toMatchObject({ ok: true });
    const ours = await local.get('a', { revs: true });
    expect(await served.store.get(name, 'a', { revs: true })).toMatchObject({
      _rev: ours._rev,
      n: 2,
      _revisions: ours['_revisions'],
    });
    const found = await served.store.getAttachment(name, 'a', 'scan.bin');
    expect([...found.bytes]).toEqual([...scan]);
    expect(await served.store.info(name)).toMatchObject({ doc_count: 1, doc_del_count: 1 });
    const back = new PouchDB(join(folder, `back${made}`));
    open.push(back);
    await back.replicate.from(remote);
    expect([...(await back.getAttachment('a', 'scan.bin'))]).toEqual([...scan]);
  });

  it('comes to the same winner and the same conflicts on both sides', async () => {
    const { name, remote, local } = await pair();
    await served.store.bulkDocs(name, [{ _id: 'a', of: 'base' }]);
    await local.replicate.from(remote);
    const base = await local.get('a');
    for (let n = 0; n < 3; n += 1) {
      const held = await local.get('a');
      await local.put({ ...held, of: `local ${n}` });
    }
    await served.store.bulkDocs(name, [{ _id: 'a', _rev: base._rev, of: 'server' }]);
    await local.replicate.to(remote);
    await local.replicate.from(remote);
    const ours = await local.get('a', { conflicts: true });
    const theirs = await served.store.get(name, 'a', { conflicts: true });
    expect(theirs).toEqual(ours);
    expect(theirs).toMatchObject({ of: 'local 2' });
    expect(theirs._conflicts).toHaveLength(1);
    const [loser = ''] = theirs._conflicts ?? [];
    await local.remove('a', loser);
    await local.replicate.to(remote);
    const settled = await served.store.get(name, 'a', { conflicts: true });
    expect(settled).not.toHaveProperty('_conflicts');
  });

  it('replicates live in both directions until it is cancelled', async () => {
    const { name, remote, local } = await pair();
    const options = { live: true, retry: true } as const;
    const [pull, push] = [
      local.replicate.from(remote, options),
      local.replicate.to(remote, options),
    ];
    await served.store.bulkDocs(name, [{ _id: 'from-server', n: 1 }]);
    await vi.waitFor(
      async () => expect(await local.get('from-server')).toMatchObject({ n: 1 }),
      patience,
    );
    await local.put({ _id: 'from-local', n: 2 });
    await vi.waitFor(
      async () => expect(await served.store.get(name, 'from-local')).toMatchObject({ n: 2 }),
      patience,
    );
    for (const replication of [pull, push]) {
      replication.cancel();
      await replication;
    }
  });
});
