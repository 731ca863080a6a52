/** How often one may ask: whoever floods pays for it, and nobody else. */
import { afterEach, expect, it } from 'vitest';
import { call, codeOf, startCentre, testPassword, type TestCentre } from '../../helpers/gateway.ts';
import { people } from './people.ts';

let centre: TestCentre | null = null;
afterEach(async () => {
  await centre?.close();
  centre = null;
});

async function repeated(times: number, ask: (turn: number) => Promise<string>): Promise<string[]> {
  const codes: string[] = [];
  for (let turn = 0; turn < times; turn += 1) codes.push(await ask(turn));
  return codes;
}

it('made-up tokens share the bucket of their address; sessions have their own', async () => {
  const { url, signIn } = (centre = await startCentre([people.officer], { requestsPerMinute: 20 }));
  const officer = await signIn('sonoivu');
  const guesses = await repeated(25, async (turn) =>
    codeOf(await call(url, 'GET', '/api/me', { token: `${turn}`.repeat(43) })),
  );
  expect(guesses.at(0)).toBe('SESSION_EXPIRED');
  expect(guesses.at(-1)).toBe('TOO_MANY_REQUESTS');
  expect((await officer.call('GET', '/api/me')).status).toBe(200);
  const { refreshToken } = officer.session;
  const refreshed = await call(url, 'POST', '/api/session/refresh', { body: { refreshToken } });
  expect(refreshed.status).toBe(200);
  const own = await repeated(25, async () => codeOf(await officer.call('GET', '/api/me')));
  expect(own.at(-1)).toBe('TOO_MANY_REQUESTS');
});

it('refreshing has a bucket for each session', async () => {
  const { url, signIn } = (centre = await startCentre([people.officer]));
  const { session } = await signIn('sonoivu');
  const id = (session.refreshToken ?? '').split('.')[0] ?? '';
  const refresh = (refreshToken: string) =>
    call(url, 'POST', '/api/session/refresh', { body: { refreshToken } });
  const worn = await repeated(31, async () => codeOf(await refresh(`${'0'.repeat(32)}.x`)));
  expect(worn.at(-1)).toBe('TOO_MANY_REQUESTS');
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect((await refresh(session.refreshToken ?? '')).status).toBe(200);
});

it('a proxy’s word on the caller is taken from the proxies named, and from nobody else', async () => {
  centre = await startCentre([people.officer], { signInsPerMinute: 2 });
  const trySignIn = async (forwarded: string) => {
    const response = await fetch(`${centre?.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      body: JSON.stringify({ user: 'sonoivu', password: testPassword, client: 'desktop' }),
    });
    return response.status;
  };
  const rotating = () => repeated(4, async (turn) => `${await trySignIn(`203.0.113.${turn}`)}`);
  expect((await rotating()).at(-1)).toBe('429');
  await centre.restart({ trustProxy: ['127.0.0.1'] });
  expect(await rotating()).toEqual(Array(4).fill('200'));
});

it('names and passwords sent to /db are sign-ins: limited, and on record when they fail', async () => {
  const { url, store } = (centre = await startCentre([people.replicator], { signInsPerMinute: 5 }));
  const basic = (password: string) => `Basic ${btoa(`saoluu:${password}`)}`;
  const ask = async (password: string) => {
    const headers = { authorization: basic(password) };
    return `${(await fetch(`${url}/db/_all_dbs`, { headers })).status}`;
  };
  expect(await ask('Sai@12345')).toBe('401');
  await expect
    .poll(async () => JSON.stringify(await store.allDocs('audit', { includeDocs: true })))
    .toMatch(/"event":"db.signIn","account":"saoluu","outcome":"SIGN_IN_FAILED"/);
  expect((await repeated(6, () => ask(testPassword))).every((status) => status !== '429')).toBe(
    true,
  );
  const login = async () => {
    const response = await fetch(`${url}/db/_session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'khong.co', password: 'x' }),
    });
    return `${response.status}`;
  };
  expect((await repeated(7, login)).at(-1)).toBe('429');
});
