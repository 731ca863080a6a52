import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failed } from '../../../shared/errors/index.ts';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { newPerson, openClient, signIn, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine, type Fault, type RoughLine } from './rough-line.ts';

let gateway: Gateway;
let line: RoughLine;
let clerk: DataPort;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  line = roughLine();
  clerk = await openClient(gateway.url, 'communeClerk', { fetch: line.fetch });
});
afterEach(() => clerk.close());

const nothingWaits = () =>
  until(clerk.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');

describe('a bad line', () => {
  it.each<Fault>(['down', 'html', 'cutShort', 'unauthorized', 'serverError', 'badGateway'])(
    '(%s) delays the exchange and stops nothing',
    async (fault) => {
      line.meet('/sync/pull', fault, fault);
      line.meet('/sync/push', fault, fault);
      line.meet('/sync/live', fault, fault);
      const [made] = await clerk.submit([newPerson('Võ Thị Chậm')]);
      await nothingWaits();
      expect(made?.ok && (await clerk.delivery([made.value._id])).get(made.value._id)).toBe(
        'atCentre',
      );
      expect(await clerk.refused()).toEqual([]);

      // The live line has survived, too: news come without asking.
      const other = await openClient(gateway.url, 'communeClerk');
      const [news] = await other.submit([newPerson('Trương Văn Tin')]);
      const id = news?.ok ? news.value._id : '';
      await until(
        () => clerk.changes({}),
        (changes) => changes.some(({ _id }) => _id === id),
      );
      await other.close();
    },
  );

  it('is shown while it lasts, with what waits on this disk', async () => {
    await clerk.sync.syncNow();
    line.cut();
    await clerk.submit([newPerson('Hồ Thị Mất Mạng')]);
    await clerk.sync.syncNow();
    expect(clerk.sync.state()).toMatchObject({
      phase: 'offline',
      waiting: 1,
      problem: { code: 'SERVER_UNREACHABLE' },
    });
    line.mend();
    await nothingWaits();
    expect(clerk.sync.state().problem).toBeNull();
  });

  it('that swallows every request does not hold up closing', async () => {
    const stalled = await openClient(gateway.url, 'communeClerk', {
      fetch: (_input, init) =>
        new Promise((_, reject) => {
          const abort = () => reject(new DOMException('aborted', 'AbortError'));
          init?.signal?.addEventListener('abort', abort);
        }),
    });
    await stalled.submit([newPerson('Trịnh Thị Treo')]);
    // The requests have a minute; were they waited for, this test would run out of time.
    await expect(stalled.close()).resolves.toBeUndefined();
  });

  it('with a small limit on bodies gets everything through in smaller batches', async () => {
    await clerk.sync.syncNow();
    line.limitBody(12_000);
    await clerk.submit(Array.from({ length: 60 }, (_, row) => newPerson(`Lê Văn Lớn ${row}`)));
    await nothingWaits();
    expect(await clerk.refused()).toEqual([]);
    expect((await clerk.dossiers({ text: 'van lon', offset: 0, limit: 1 })).total).toBe(60);
  });
});

describe('a session that ends in the middle', () => {
  it('asks the person to sign in, keeps the work, and goes on by itself afterwards', async () => {
    const { session, tokens } = await signIn(gateway.url, 'communeClerk');
    let signedIn = false;
    const fragile = await openClient(gateway.url, 'communeClerk', {
      tokens: {
        current: () =>
          signedIn ? tokens.current() : Promise.resolve({ ok: true, value: 'run out' }),
        renew: (refused) =>
          signedIn ? tokens.renew(refused) : Promise.resolve(failed('SESSION_EXPIRED')),
      },
    });
    expect(session.account.account).toBe('vanthu.xa');
    await fragile.submit([newPerson('Kiều Thị Đợi')]);
    await until(fragile.sync.state, ({ phase }) => phase === 'signInNeeded');
    expect(fragile.sync.state().waiting).toBe(1);
    signedIn = true;
    await until(fragile.sync.state, ({ phase, waiting }) => phase === 'live' && waiting === 0);
    await fragile.close();
  });
});
