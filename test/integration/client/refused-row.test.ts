import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { communeUnit, newPerson, openClient, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';

let gateway: Gateway;
let clerk: DataPort;

beforeAll(async () => {
  gateway = await startGateway();
  clerk = await openClient(gateway.url, 'communeClerk');
  await clerk.sync.syncNow();
});
afterAll(async () => {
  await clerk.close();
  await gateway.close();
});

const nothingWaits = () =>
  until(clerk.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');

describe('one bad row among a hundred', () => {
  it('goes to the refused list with its reason; the 99 arrive', async () => {
    const taken = newPerson('Nguyễn Thị Trước');
    await clerk.submit([taken]);
    await nothingWaits();

    const drafts = Array.from({ length: 100 }, (_, row) => newPerson(`Phan Văn Hàng ${row}`));
    const twin = { ...newPerson('Phan Văn Trùng'), patch: taken.patch };
    const results = await clerk.submit([...drafts.slice(0, 50), twin, ...drafts.slice(50, 99)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    await nothingWaits();

    const refused = await clerk.refused();
    expect(refused.map(({ problem }) => problem.code)).toEqual(['IDENTITY_NUMBER_TAKEN']);
    expect(refused[0]?.change?.patch).toEqual(taken.patch);
    expect(clerk.sync.state()).toMatchObject({ refused: 1, waiting: 0 });
    const ids = results.flatMap((result) => (result.ok ? [result.value._id] : []));
    const delivery = await clerk.delivery(ids);
    expect([...delivery.values()].filter((state) => state === 'atCentre')).toHaveLength(99);
    expect([...delivery.values()].filter((state) => state === 'refused')).toHaveLength(1);

    // Another PC sees the 99 and not the one.
    const other = await openClient(gateway.url, 'communeHead');
    await other.sync.syncNow();
    expect((await other.dossiers({ text: 'phan van hang', offset: 0, limit: 1 })).total).toBe(99);
    await other.close();
  });

  it('does not hold up what comes later, and can be mended', async () => {
    const [later] = await clerk.submit([newPerson('Tô Thị Sau')]);
    await nothingWaits();
    const id = later?.ok ? later.value._id : '';
    expect((await clerk.delivery([id])).get(id)).toBe('atCentre');

    const [item] = await clerk.refused();
    const mended = await clerk.mend(item?.id ?? '', {
      patch: newPerson('Phan Văn Trùng').patch,
      seenVersion: null,
    });
    expect(mended.ok).toBe(true);
    await nothingWaits();
    expect(await clerk.refused()).toEqual([]);
    expect(mended.ok && (await clerk.delivery([mended.value._id])).get(mended.value._id)).toBe(
      'atCentre',
    );
  });

  it('says at once what can be known without the centre, and keeps nothing of it', async () => {
    const before = (await clerk.changes({})).length;
    const results = await clerk.submit([
      newPerson('Sai Số', { patch: { identity: { fullName: 'Sai Số' } } }),
      newPerson('Đơn Vị Khác', { unit: 'H20.02' }),
      newPerson('Không Gì', { patch: {} }),
      newPerson('Không Hồ Sơ', {
        kind: 'amend',
        baseVersion: 1,
        dossier: 'dossier:01M81EN63WVDHXP3V9DESRDYSE',
      }),
    ]);
    expect(results.map((result) => (result.ok ? 'ok' : result.problem.code))).toEqual([
      'INVALID_INPUT',
      'FORBIDDEN',
      'CHANGE_NOTHING_CHANGED',
      'DOSSIER_UNKNOWN',
    ]);
    expect((await clerk.changes({})).length).toBe(before);
    const [moved] = await clerk.move(['change:01M81EN63WVDHXP3V9DESRDYSE'], 'verified');
    expect(moved?.ok === false && moved.problem.code).toBe('NOT_FOUND');
  });

  it('refuses a step without the reason that it needs', async () => {
    const [change] = await clerk.changes({ unit: communeUnit, states: ['submitted'] });
    const [moved] = await clerk.move([change?._id ?? ''], 'returned', '  ');
    expect(moved?.ok === false && moved.problem.code).toBe('CHANGE_REASON_REQUIRED');
  });
});
