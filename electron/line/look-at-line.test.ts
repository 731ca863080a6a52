/** Over real HTTP; only what Chromium says of certificates is told. */
import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAtLine } from './look-at-line.ts';

let close = () => Promise.resolve();
afterEach(() => close());

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
}

const look = async (answer: RequestListener) => {
  const origin = await serving(answer);
  return (await lookAtLine((url, init) => fetch(url, init), origin))?.code ?? null;
};
const failing = async (error: Error) =>
  (await lookAtLine(() => Promise.reject(error), 'https://hoso.example'))?.code ?? null;

const about = JSON.stringify({ name: 'Sở Nội vụ', version: '1', province: 'H20', demo: false });

describe('a line that gave nothing', () => {
  it('is fine when the centre answers for itself', async () => {
    expect(await look((_, answer) => answer.end(about))).toBeNull();
  });

  it('leads through a captive portal when it is sent elsewhere', async () => {
    const elsewhere = { location: 'http://wifi.example/login' };
    expect(await look((_, answer) => answer.writeHead(302, elsewhere).end())).toBe(
      'CAPTIVE_PORTAL',
    );
  });

  it.each([200, 511])('leads through a captive portal that answers %s itself', async (status) => {
    const page = '<!doctype html><title>Wi-Fi</title>';
    expect(await look((_, answer) => answer.writeHead(status).end(page))).toBe('CAPTIVE_PORTAL');
  });

  it('ends at a centre in trouble', async () => {
    expect(await look((_, answer) => answer.writeHead(502).end('<html>'))).toBe(
      'CENTRE_IN_TROUBLE',
    );
  });

  it('ends at somebody else', async () => {
    expect(await look((_, answer) => answer.end('{"couchdb":"Welcome"}'))).toBe(
      'ANSWER_NOT_UNDERSTOOD',
    );
  });

  it('is not there at all', async () => {
    expect(await lookAtLine((url, init) => fetch(url, init), 'http://127.0.0.1:1')).toBeNull();
    expect(await lookAtLine(fetch, null)).toBeNull();
  });

  it.each([
    ['net::ERR_CERT_DATE_INVALID', 'CERTIFICATE_DATE_WRONG'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'CERTIFICATE_NOT_TRUSTED'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'CERTIFICATE_NOT_TRUSTED'],
    ['net::ERR_UNEXPECTED_PROXY_AUTH', 'CAPTIVE_PORTAL'],
    ['net::ERR_INTERNET_DISCONNECTED', null],
  ])('says of %s: %s', async (message, code) => {
    expect(await failing(new Error(message))).toBe(code);
  });
});
