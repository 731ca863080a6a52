import { describe, expect, it, vi } from 'vitest';
import { openCouchStore } from './open-couch-store.ts';
import type { Fetch } from './couch-http.ts';

type Answer = () => Response | Promise<Response>;

const json =
  (status: number, body: unknown): Answer =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const broken: Answer = () => Promise.reject(new TypeError('fetch failed'));

/** The network, mocked: answers in order, the last one over and over. */
function network(...answers: readonly Answer[]) {
  let next = 0;
  return vi.fn<Fetch>(async () => {
    const answer = answers[Math.min(next, answers.length - 1)] ?? broken;
    next += 1;
    return answer();
  });
}

const open = (fetch: Fetch) =>
  openCouchStore({ url: 'http://b%40d:p%3Aw@couch:5984/base/', fetch });

describe('the CouchDB adapter’s requests', { timeout: 30_000 }, () => {
  it('carry the account of the address, decoded, and not in the address', async () => {
    const fetch = network(json(200, ['a']));
    await (await open(fetch)).databaseNames();
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('http://couch:5984/base/_all_dbs');
    const authorization = `Basic ${Buffer.from('b@d:p:w').toString('base64')}`;
    expect(init?.headers).toMatchObject({ authorization });
  });

  it('are tried again when a read fails on the way', async () => {
    const fetch = network(broken, json(503, { error: 'busy', reason: '' }), json(200, ['a']));
    expect(await (await open(fetch)).databaseNames()).toEqual(['a']);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('give up on a read after three tries, with a clear error', async () => {
    const fetch = network(broken);
    const reading = (await open(fetch)).databaseNames();
    await expect(reading).rejects.toMatchObject({ status: 503, error: 'store_unreachable' });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('are never tried again when they write', async () => {
    const fetch = network(broken);
    const store = await open(fetch);
    await expect(store.bulkDocs('a', [{ _id: 'x' }])).rejects.toMatchObject({ status: 503 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('do not pass on a refusal of the server’s own account', async () => {
    const store = await open(network(json(401, { error: 'unauthorized', reason: 'no' })));
    await expect(store.info('a')).rejects.toMatchObject({ status: 502, error: 'store_refused' });
  });

  it('say so when the other side is no CouchDB', async () => {
    const store = await open(network(json(200, { hello: 'world' })));
    await expect(store.databaseNames()).rejects.toMatchObject({
      status: 502,
      error: 'bad_response',
    });
    const page = await open(network(() => new Response('<html>', { status: 404 })));
    await expect(page.info('a')).rejects.toMatchObject({ status: 404, error: 'bad_response' });
  });

  it('end when the store closes', async () => {
    const hanging = vi.fn<Fetch>(
      (_url, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () =>
            reject(new DOMException('aborted', 'AbortError')),
          ),
        ),
    );
    const store = await open(hanging);
    const reading = store.databaseNames();
    const refused = expect(reading).rejects.toMatchObject({ status: 503, error: 'store_stopped' });
    await store.close();
    await refused;
  });
});

describe('the CouchDB adapter’s ear for writes', { timeout: 30_000 }, () => {
  it('follows _db_updates where CouchDB keeps it', async () => {
    const lines =
      '\n{"db_name":"desk-a","type":"updated","seq":"1-x"}\n\n{"db_name":"desk-b","type":"updated"}\n';
    const stream = () => {
      const hanging = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(lines)),
      });
      return new Response(hanging, { status: 200 });
    };
    const fetch = network(stream);
    const store = await open(fetch);
    const heard: string[] = [];
    const stop = store.onWrite((name) => heard.push(name));
    await vi.waitFor(() => expect(heard).toEqual(['desk-a', 'desk-b']), { timeout: 10_000 });
    expect(String(fetch.mock.calls[0]?.[0])).toContain('/_db_updates?feed=continuous');
    stop();
    await store.close();
  });
});
