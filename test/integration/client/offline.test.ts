import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPerson, openClient, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine } from './rough-line.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

describe('an office without a line', () => {
  it('works on, is closed and opened again, and everything arrives when the line is back', async () => {
    const databaseName = `office-${randomUUID()}`;
    const line = roughLine();
    const first = await openClient(gateway.url, 'communeClerk', {
      databaseName,
      fetch: line.fetch,
    });
    await first.sync.syncNow();
    line.cut();
    const made = await first.submit(
      Array.from({ length: 30 }, (_, row) => newPerson(`Châu Thị Xa ${row}`)),
    );
    const ids = made.flatMap((result) => (result.ok ? [result.value._id] : []));
    // Steps on steps that the centre has not seen: verify ten, withdraw five.
    await first.move(ids.slice(0, 10), 'verified');
    await first.move(ids.slice(10, 15), 'withdrawn');
    await first.close();

    const second = await openClient(gateway.url, 'communeClerk', {
      databaseName,
      fetch: line.fetch,
    });
    expect(second.sync.state().waiting).toBe(45);
    expect((await second.dossiers({ text: 'chau thi xa', offset: 0, limit: 1 })).total).toBe(25);
    line.mend();
    await second.sync.syncNow();
    await until(second.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
    expect(await second.refused()).toEqual([]);
    await second.close();

    const other = await openClient(gateway.url, 'communeHead');
    await other.sync.syncNow();
    const states = Map.groupBy(
      (await other.changes({})).filter(({ _id }) => ids.includes(_id)),
      ({ state }) => state,
    );
    expect([...states].map(([state, all]) => [state, all.length]).sort()).toEqual([
      ['submitted', 15],
      ['verified', 10],
      ['withdrawn', 5],
    ]);
    await other.close();
  });

  it('after a restart goes on where it was: nothing new costs one request', async () => {
    const databaseName = `office-${randomUUID()}`;
    const line = roughLine();
    const options = { databaseName, fetch: line.fetch };
    const first = await openClient(gateway.url, 'officer', options);
    let received = 0;
    first.sync.subscribe(() => (received = Math.max(received, first.sync.state().received)));
    await first.sync.syncNow();
    expect(received).toBeGreaterThan(12);
    await first.close();

    const second = await openClient(gateway.url, 'officer', options);
    // From the disk alone, before any answer.
    expect((await second.changes({})).length).toBeGreaterThanOrEqual(12);
    await until(second.sync.state, ({ phase }) => phase === 'live');
    expect(second.sync.state().received).toBe(0);
    // The live line opens when it opens, and asks once by itself.
    await until(
      () => line.asked.filter((path) => path.endsWith('/live')).length,
      (opened) => opened === 2,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await second.sync.syncNow();
    line.forget();
    await second.sync.syncNow();
    expect(line.asked.filter((path) => !path.endsWith('/live'))).toEqual(['/api/sync/pull']);
    await second.close();
  });
});
