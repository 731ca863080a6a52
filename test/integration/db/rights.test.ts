/** Who may do what under `/db`, and how a refusal is answered. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, dbClient } from './db-client.ts';
import type { Ask } from './db-client.ts';
import { serveDb } from './serve-db.ts';
import type { ServedDb } from './serve-db.ts';

describe('rights under /db', () => {
  let served: ServedDb;
  let ask: Ask;
  beforeAll(async () => {
    served = await serveDb({
      admit: async (_principal, _database, documents) =>
        documents.map((document) => (document['poison'] ? { reason: 'no poison' } : null)),
    });
    ask = dbClient(served.url);
    await served.store.createDatabase('t');
    await served.store.bulkDocs('t', [{ _id: 'a', n: 1 }]);
  }, 60_000);
  afterAll(async () => served.stop(), 60_000);

  it('asks an unknown caller for a password, as CouchDB does', async () => {
    for (const path of ['/t', '/t/a', '/_all_dbs', '/t/_changes?feed=continuous']) {
      const answer = await ask('GET', path, undefined, { as: null });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /u);
      expect(at(answer.json, 'error')).toBe('unauthorized');
    }
    expect((await ask('GET', '/_up', undefined, { as: null })).status).toBe(200);
    const session = await ask('GET', '/_session', undefined, { as: null });
    expect(at(session.json, 'userCtx', 'name')).toBeNull();
  });

  it('hears out a caller it does not know for 4 KB, unpacked, and no more', async () => {
    const packed = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
    const send = (path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) =>
      ask('POST', path, body, { as: null, raw: true, headers });
    const login = Buffer.from(JSON.stringify({ name: 'reader', password: 'pw' }));
    expect((await send('/_session', gzipSync(login), packed)).status).toBe(415);
    const long = Buffer.from(JSON.stringify({ name: 'reader', password: 'x'.repeat(5000) }));
    const plain = { 'content-type': 'application/json' };
    expect((await send('/_session', long, plain)).status).toBe(413);
    // A broken body is never reached: not by a route, and not where there is none.
    const noGzip = Buffer.from('no gzip at all');
    for (const path of ['/t/_bulk_docs', '/t/_find', '/_dbs_info'])
      expect((await send(path, noGzip, packed)).status).toBe(401);
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect((await send('/t/a/b/c/d', bomb, packed)).status).toBe(415);
  });

  it('gives a cookie for a name and a password, and takes it back', async () => {
    const bad = await ask('POST', '/_session', { name: 'reader', password: 'no' }, { as: null });
    expect(bad.status).toBe(401);
    expect(bad.headers.has('set-cookie')).toBe(false);
    const good = await ask('POST', '/_session', { name: 'reader', password: 'pw' }, { as: null });
    expect(good.json).toEqual({ ok: true, name: 'reader', roles: [] });
    const given = good.headers.get('set-cookie') ?? '';
    expect(given).toMatch(/HttpOnly; SameSite=Strict/u);
    const cookie = given.split(';')[0] ?? '';
    const headers = { cookie };
    expect((await ask('GET', '/t/a', undefined, { as: null, headers })).status).toBe(200);
    expect((await ask('PUT', '/t/b', {}, { as: null, headers })).status).toBe(403);
    const forged = { cookie: `${cookie.slice(0, -3)}AAA` };
    expect((await ask('GET', '/t/a', undefined, { as: null, headers: forged })).status).toBe(401);
    const end = await ask('DELETE', '/_session', undefined, { as: null, headers });
    expect(end.headers.get('set-cookie')).toContain('Max-Age=0');
    // Whoever kept a copy has nothing.
    expect((await ask('GET', '/t/a', undefined, { as: null, headers })).status).toBe(401);
  });

  it('lets a reader read and keep checkpoints, and nothing else', async () => {
    const as = 'reader';
    expect((await ask('GET', '/t/a', undefined, { as })).status).toBe(200);
    expect((await ask('PUT', '/t/_local/cp', { n: 1 }, { as })).status).toBe(201);
    const refused = [
      await ask('PUT', '/t/b', {}, { as }),
      await ask('POST', '/t', {}, { as }),
      await ask('POST', '/t/_bulk_docs', { docs: [] }, { as }),
      await ask('DELETE', '/t/a?rev=1-a', undefined, { as }),
      await ask('PUT', '/t/a/file', 'x', { as }),
      await ask('PUT', '/u', undefined, { as }),
      await ask('DELETE', '/t', undefined, { as }),
      await ask('PUT', '/t/_security', {}, { as }),
      await ask('POST', '/t/_index', {}, { as }),
      await ask('POST', '/t/_compact', {}, { as }),
    ];
    expect(refused.map((answer) => answer.status)).toEqual(refused.map(() => 403));
  });

  it('lets a writer write documents, but not design documents', async () => {
    const as = 'writer';
    expect((await ask('PUT', '/t/w', {}, { as })).status).toBe(201);
    expect((await ask('PUT', '/t/_design/w', {}, { as })).status).toBe(403);
    const docs = [{ _id: '_design/w' }, { _id: 'w2' }];
    const bulk = await ask('POST', '/t/_bulk_docs', { docs }, { as });
    expect(bulk.json).toMatchObject([
      { id: '_design/w', error: 'forbidden' },
      { ok: true, id: 'w2' },
    ]);
  });

  it('answers a refused row in its place and lets the rest through', async () => {
    const docs = [{ _id: 'v1' }, { _id: 'v2', poison: 1 }, { _id: 'a' }, { _id: 'v3' }];
    const { status, json } = await ask('POST', '/t/_bulk_docs', { docs });
    expect(status).toBe(201);
    expect(json).toMatchObject([
      { ok: true, id: 'v1' },
      { id: 'v2', error: 'forbidden', reason: 'no poison' },
      { id: 'a', error: 'conflict' },
      { ok: true, id: 'v3' },
    ]);
  });

  it('refuses replicated rows the same way, naming only those', async () => {
    const docs = [
      { _id: 'r1', _rev: '1-a' },
      { _id: 'r2', _rev: '1-b', poison: 1 },
      { _id: 'r3', _rev: '1-c' },
    ];
    const { json } = await ask('POST', '/t/_bulk_docs', { docs, new_edits: false });
    expect(json).toEqual([{ id: 'r2', error: 'forbidden', reason: 'no poison' }]);
    expect((await ask('GET', '/t/r2')).status).toBe(404);
    expect((await ask('GET', '/t/r3')).status).toBe(200);
  });

  it('refuses a single document with 403, on every way in', async () => {
    const put = await ask('PUT', '/t/p', { poison: 1 });
    expect(put.status).toBe(403);
    expect(put.json).toEqual({ error: 'forbidden', reason: 'no poison' });
    expect((await ask('POST', '/t', { poison: 1 })).status).toBe(403);
    expect((await ask('PUT', '/t/p?new_edits=false', { _rev: '1-a', poison: 1 })).status).toBe(403);
  });
});
