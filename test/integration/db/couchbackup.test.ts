/** A real couchbackup saves a database out of `/db` and restores it, revision for revision. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import couchbackup from '@cloudant/couchbackup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDb } from './serve-db.ts';
import type { ServedDb } from './serve-db.ts';

describe('couchbackup against /db', { timeout: 120_000 }, () => {
  let served: ServedDb;
  let folder: string;
  beforeAll(async () => {
    served = await serveDb();
    folder = await mkdtemp(join(tmpdir(), 'hoso-backup-'));
  }, 60_000);
  afterAll(async () => {
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const save = (name: string, file: string) =>
    new Promise<void>((resolve, reject) => {
      const target = createWriteStream(file);
      const log = join(folder, `${name}.log`);
      couchbackup.backup(`${served.adminUrl}/${name}`, target, { bufferSize: 100, log }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  const restore = (file: string, name: string) =>
    new Promise<void>((resolve, reject) => {
      const source = createReadStream(file);
      couchbackup.restore(source, `${served.adminUrl}/${name}`, { bufferSize: 100 }, (error) =>
        error ? reject(error) : resolve(),
      );
    });

  it('restores every document with the revisions it had, conflicts and tombstones too', async () => {
    const { store } = served;
    await store.createDatabase('source');
    await store.createDatabase('target');
    const docs = Array.from({ length: 750 }, (_, n) => ({ _id: `d${n}`, n, tên: 'Trần Thị Ngà' }));
    const rows = await store.bulkDocs('source', docs);
    const first = rows[0]?.ok ? rows[0].rev : '';
    await store.bulkDocs('source', [
      { _id: 'd0', _rev: first, n: 'edited' },
      { _id: '_design/x', language: 'query' },
    ]);
    const branches = ['bb', 'cc'].map((leaf) => ({
      _id: 'r',
      _rev: `2-${leaf}`,
      _revisions: { start: 2, ids: [leaf, 'aa'] },
      of: leaf,
    }));
    await store.bulkDocs('source', branches, { newEdits: false });
    const file = join(folder, 'source.jsonl');
    await save('source', file);
    await restore(file, 'target');
    const [before, after] = await Promise.all(
      ['source', 'target'].map((name) =>
        store.allDocs(name, { includeDocs: true, conflicts: true }),
      ),
    );
    expect(after?.rows).toHaveLength(752);
    expect(after).toEqual(before);
    const history = { revs: true };
    expect(await store.get('target', 'd0', history)).toEqual(
      await store.get('source', 'd0', history),
    );
  });

  it('saves and restores an empty database', async () => {
    await served.store.createDatabase('nothing');
    await served.store.createDatabase('nothing-too');
    const file = join(folder, 'nothing.jsonl');
    await save('nothing', file);
    await restore(file, 'nothing-too');
    expect(await served.store.info('nothing-too')).toMatchObject({ doc_count: 0 });
  });
});
