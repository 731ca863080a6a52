/** When a session ends, whatever its holder does. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sessionSchema } from '../../../shared/contract/session.ts';
import { openSessionDirectory } from '../../../sync-server/accounts/session-directory.ts';
import { call, clientOf, codeOf, startCentre, type TestCentre } from '../../helpers/gateway.ts';
import { everyone } from './people.ts';

const dayMs = 24 * 3_600_000;
let centre: TestCentre;
let aheadMs = 0;

beforeAll(async () => {
  centre = await startCentre(everyone, { nowMs: () => Date.now() + aheadMs });
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(() => centre.close());

it('after ninety days, however often it was refreshed', async () => {
  let { session } = await centre.signIn('sonoivu');
  const refresh = () =>
    call(centre.url, 'POST', '/api/session/refresh', {
      body: { refreshToken: session.refreshToken },
    });
  for (const day of [29, 58, 87]) {
    aheadMs = day * dayMs;
    session = sessionSchema.parse((await refresh()).body);
  }
  expect((await clientOf(centre.url, session).call('GET', '/api/me')).status).toBe(200);
  aheadMs = 90 * dayMs + 1000;
  expect(codeOf(await refresh())).toBe('SESSION_EXPIRED');
});

it('with the password it was opened with, but for the one that changed it', async () => {
  const [own, other] = [await centre.signIn('hieutruong'), await centre.signIn('hieutruong')];
  const sessions = openSessionDirectory(centre.store);
  const { refreshToken = '' } = other.session;
  const id = refreshToken.split('.')[0] ?? '';
  const passwords = { current: 'Lua@Chin2026', next: 'Lua@Moi2026' };
  expect((await own.call('POST', '/api/session/password', passwords)).status).toBe(204);
  expect((await own.call('GET', '/api/me')).status).toBe(200);
  const doc = await centre.store.get('sessions', `session:${id}`);
  // As if the revocation had been lost: the password alone decides.
  await centre.store.bulkDocs('sessions', [{ ...doc, revoked: false }]);
  expect((await sessions.find(id))?.revoked).toBe(false);
  expect(codeOf(await other.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
  const refreshed = await call(centre.url, 'POST', '/api/session/refresh', {
    body: { refreshToken },
  });
  expect(codeOf(refreshed)).toBe('SESSION_EXPIRED');
});

it('when an account has more than fifty; and all of them at once, however many', async () => {
  const sessions = openSessionDirectory(centre.store);
  const first = await sessions.open('vanthu.khac', 'desktop');
  await centre.store.bulkDocs('sessions', many(50));
  await sessions.open('vanthu.khac', 'desktop');
  expect((await sessions.find(first.id))?.revoked).toBe(true);
  await centre.store.bulkDocs('sessions', many(1200).slice(50));
  await sessions.revokeAll('vanthu.khac');
  const selector = { account: 'vanthu.khac', revoked: false };
  const { docs } = await centre.store.find('sessions', { selector, limit: 5 });
  expect(docs).toEqual([]);
}, 120_000);

const many = (count: number) =>
  Array.from({ length: count }, (_, turn) => ({
    ...model,
    _id: `session:${turn.toString(16).padStart(32, 'a')}`,
    account: 'vanthu.khac',
    createdAtUtc: new Date(Date.now() + turn).toISOString(),
  }));

const model = {
  type: 'session',
  client: 'desktop',
  refreshHash: 'x',
  usedHashes: [],
  rotatedAtUtc: new Date().toISOString(),
  expiresAtUtc: new Date(Date.now() + dayMs).toISOString(),
  revoked: false,
};
