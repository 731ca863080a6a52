/** Feeds end when they should: the client goes, the server closes, the limit is reached. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { at, dbClient, listAt } from './db-client.ts';
import type { Ask } from './db-client.ts';
import { serveDb } from './serve-db.ts';
import type { ServedDb } from './serve-db.ts';

const headers = { authorization: `Basic ${btoa('admin:pw')}` };

describe('feeds of /db', { timeout: 60_000 }, () => {
  let served: ServedDb;
  let ask: Ask;
  let listening = 0;
  beforeAll(async () => {
    served = await serveDb();
    countListeners(served.store);
    ask = dbClient(served.url);
    await served.store.createDatabase('t');
  }, 60_000);
  afterAll(async () => served.stop(), 60_000);

  function countListeners(store: DocumentStore): void {
    const original = store.onWrite.bind(store);
    vi.spyOn(store, 'onWrite').mockImplementation((listener) => {
      const stop = original(listener);
      listening += 1;
      return () => {
        listening -= 1;
        stop();
      };
    });
  }

  it('stops listening when the client of a continuous feed goes away', async () => {
    const gone = new AbortController();
    const url = `${served.url}/t/_changes?feed=continuous&heartbeat=1000`;
    const response = await fetch(url, { headers, signal: gone.signal });
    expect(response.status).toBe(200);
    expect(listening).toBe(1);
    gone.abort();
    await vi.waitFor(() => expect(listening).toBe(0), { timeout: 30_000 });
  });

  it('ends a continuous feed at its limit with the last sequence', async () => {
    await served.store.bulkDocs('t', [{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
    const { text } = await ask('GET', '/t/_changes?feed=continuous&limit=2');
    const lines = text.split('\n').filter((line) => line !== '');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2] ?? '')).toHaveProperty('last_seq');
    expect(listening).toBe(0);
  });

  it('ends a feed whose time is over, and one whose database is removed', async () => {
    const timed = await ask('GET', '/t/_changes?feed=continuous&since=now&timeout=50');
    expect(timed.text).toContain('last_seq');
    await served.store.createDatabase('soon');
    const waiting = ask('GET', '/soon/_changes?feed=longpoll&since=now');
    await sleep(200);
    await served.store.deleteDatabase('soon');
    expect(listAt((await waiting).json, 'results')).toEqual([]);
  });

  it('misses no change written while the feed was at work', async () => {
    await served.store.createDatabase('busy');
    let since = '0';
    const seen = new Set<string>();
    const writing = (async () => {
      for (let n = 0; n < 200; n += 1) await served.store.bulkDocs('busy', [{ _id: `d${n}` }]);
    })();
    while (seen.size < 200) {
      const query = `feed=longpoll&timeout=20000&since=${encodeURIComponent(since)}`;
      const { json } = await ask('GET', `/busy/_changes?${query}`);
      for (const row of listAt(json, 'results')) seen.add(String(at(row, 'id')));
      since = String(at(json, 'last_seq'));
    }
    await writing;
    expect(seen.size).toBe(200);
  });

  it('sends a long feed and a long _all_docs whole', async () => {
    await served.store.createDatabase('long');
    const docs = Array.from({ length: 2600 }, (_, n) => ({ _id: `d${n}`, n }));
    await served.store.bulkDocs('long', docs);
    const changes = await ask('GET', '/long/_changes?include_docs=true');
    expect(listAt(changes.json, 'results')).toHaveLength(2600);
    expect(at(changes.json, 'pending')).toBe(0);
    const rows = listAt((await ask('GET', '/long/_all_docs?include_docs=true')).json, 'rows');
    expect(new Set(rows.map((row) => at(row, 'id'))).size).toBe(2600);
    expect(rows).toHaveLength(2600);
    for (const path of ['/long', '/long/_changes', '/long/_all_docs', '/long/d1']) {
      const head = await ask('HEAD', path);
      expect([head.status, head.text]).toEqual([200, '']);
    }
    const few = await ask('GET', '/long/_all_docs?limit=1500&skip=1');
    expect(listAt(few.json, 'rows')).toHaveLength(1500);
    const keys = docs.map((doc) => doc._id);
    const byKeys = await ask('POST', '/long/_all_docs', { keys });
    expect(listAt(byKeys.json, 'rows').map((row) => at(row, 'id'))).toEqual(keys);
  });

  it('closes the server although feeds are open', async () => {
    const own = await serveDb();
    await own.store.createDatabase('t');
    const response = await fetch(`${own.url}/t/_changes?feed=continuous&heartbeat=60000`, {
      headers,
    });
    const text = response.text();
    await own.stop();
    expect(await text).toContain('last_seq');
  });
});
