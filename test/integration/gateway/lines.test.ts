/** Lines that are held open, and answers that are kept. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf, startCentre, type TestCentre } from '../../helpers/gateway.ts';
import { people } from './people.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre([people.officer], { requestTimeoutMs: 1000, overTls: true });
});
afterAll(() => centre.close());

it('a body that comes a byte at a time is cut off', async () => {
  const socket = connect(Number(new URL(centre.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n');
  socket.write('content-type: application/json\r\n\r\n');
  const drip = setInterval(() => socket.write(' '), 200);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  await once(socket, 'close');
  clearInterval(drip);
  expect(answer).toMatch(/^HTTP\/1.1 408/);
});

it('a session holds five live streams; one more ends the oldest', async () => {
  const { session } = await centre.signIn('sonoivu');
  const headers = { authorization: `Bearer ${session.accessToken}` };
  const stop = new AbortController();
  const open = async () => {
    const response = await fetch(`${centre.url}/api/sync/live`, { headers, signal: stop.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    return reader;
  };
  const first = await open();
  for (let count = 0; count < 5; count += 1) await open();
  expect(await first?.read()).toMatchObject({ done: true });
  stop.abort();
});

it('no answer of the interface is kept by anybody', async () => {
  const { session } = await centre.signIn('sonoivu');
  const headers = { authorization: `Bearer ${session.accessToken}` };
  for (const path of ['/api/about', '/api/me', '/api/dossiers', '/api/khong-co']) {
    const response = await fetch(centre.url + path, { headers });
    expect([path, response.headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});

it('a made-up cursor is the client’s mistake', async () => {
  const { call } = await centre.signIn('sonoivu');
  const cursors = { reference: 'khong-phai-cua-may-chu' };
  const answer = await call('POST', '/api/sync/pull', {
    streams: { unit: { cursors, limit: 10 } },
  });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
});
