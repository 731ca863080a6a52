import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { communeUnit, newPerson, openClient, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';

let gateway: Gateway;
let clerk: DataPort;
let head: DataPort;

beforeAll(async () => {
  gateway = await startGateway();
  clerk = await openClient(gateway.url, 'communeClerk');
  head = await openClient(gateway.url, 'communeHead');
  await Promise.all([clerk.sync.syncNow(), head.sync.syncNow()]);
});
afterAll(async () => {
  await clerk.close();
  await head.close();
  await gateway.close();
});

describe('a clerk and a head, each on their own PC', () => {
  it('both have the units and the changes of the commune after the first pull', async () => {
    for (const port of [clerk, head]) {
      const units = await port.units();
      expect(units.map(({ unit }) => unit.code)).toContain(communeUnit);
      expect(await port.changes({ states: ['verified'] })).toHaveLength(7);
      expect(await port.changes({ states: ['submitted'] })).toHaveLength(5);
      // People whose create is under way are in the list, too.
      const people = await port.dossiers({ offset: 0, limit: 50 });
      expect(people.total).toBe(12);
      expect(
        people.rows.every(({ version, openChanges }) => version === 0 && openChanges === 1),
      ).toBe(true);
    }
  });

  it('finds a person without marks, in the order of given names', async () => {
    const { rows } = await clerk.dossiers({ text: 'nguyen van an', offset: 0, limit: 10 });
    expect(rows.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn An']);
    const all = await clerk.dossiers({ offset: 0, limit: 50 });
    expect(all.rows.map(({ fullName }) => fullName.split(' ').at(-1))).toEqual(
      ['An', 'Ân', 'Ẩn', 'Diễm', 'Đào', 'Đạt', 'Hậu', 'Ngân', 'Nguyệt', 'Tú', 'Út', 'Ý'].sort(
        new Intl.Collator('vi').compare,
      ),
    );
  });

  it('see what the other does, without being asked', async () => {
    const [submitted] = await clerk.submit([newPerson('Trần Thị Bưởi')]);
    expect(submitted?.ok).toBe(true);
    const id = submitted?.ok ? submitted.value._id : '';
    await until(
      () => head.changes({ states: ['submitted'] }),
      (changes) => changes.some(({ _id }) => _id === id),
    );

    const [returned] = await head.move([id], 'returned', 'Thiếu quê quán');
    expect(returned?.ok).toBe(true);
    const seen = await until(
      () => clerk.changes({ states: ['returned'] }),
      (changes) => changes.length > 0,
    );
    expect(seen[0]?.history.at(-1)?.reason).toBe('Thiếu quê quán');

    const patch = seen[0]?.patch ?? {};
    const again = await clerk.resubmit(
      id,
      { ...patch, note: { text: 'Đã bổ sung' } },
      '2026-01-06',
    );
    expect(again.ok).toBe(true);
    const [verified] = await clerk.move([id], 'verified');
    expect(verified?.ok).toBe(true);
    await until(
      () => head.changes({ states: ['verified'] }),
      (changes) => changes.some(({ _id }) => _id === id),
    );
    await until(
      () => clerk.delivery([id]),
      (delivery) => delivery.get(id) === 'atCentre',
    );
    await until(
      () => clerk.sync.state(),
      ({ waiting, phase }) => waiting === 0 && phase === 'live',
    );
    expect(await clerk.refused()).toEqual([]);
  });

  it('keeps both sides when two took different steps at once', async () => {
    const [made] = await clerk.submit([newPerson('Lâm Văn Đối')]);
    const id = made?.ok ? made.value._id : '';
    await until(
      () => head.changes({ states: ['submitted'] }),
      (all) => all.some(({ _id }) => _id === id),
    );
    await Promise.all([clerk.move([id], 'verified'), head.move([id], 'returned', 'Sai ngày sinh')]);
    await until(
      async () =>
        [
          (await clerk.changes({ dossier: made?.ok ? made.value.dossier : '' }))[0],
          (await head.changes({ dossier: made?.ok ? made.value.dossier : '' }))[0],
          [clerk.sync.state().waiting, head.sync.state().waiting],
        ] as const,
      ([a, b, waiting]) =>
        waiting.every((n) => n === 0) &&
        a?.state === b?.state &&
        JSON.stringify(a?.history) === JSON.stringify(b?.history),
    );
    const lost = [...(await clerk.refused()), ...(await head.refused())];
    // Either the head came after the clerk (verified → returned is not this step), or the other way round.
    expect(lost.map(({ problem }) => problem.code)).toEqual(['CHANGE_OUT_OF_DATE']);
    expect(lost[0]?.change?._id).toBe(id);
  });
});
