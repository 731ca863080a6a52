import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { newPerson, openData, signIn, until, type SignedIn } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine } from './rough-line.ts';

const years = 3 * 365 * 86_400_000;
let gateway: Gateway;
let clerk: SignedIn;

beforeAll(async () => {
  gateway = await startGateway();
  clerk = await signIn(gateway.url, 'communeClerk');
});
afterAll(() => gateway.close());

const settled = (port: DataPort) =>
  until(port.sync.state, ({ phase, waiting }) => phase === 'live' && waiting === 0);

async function submitted(port: DataPort, name: string) {
  const [made] = await port.submit([newPerson(name)]);
  if (!made?.ok) throw new Error(made?.problem.code);
  return made.value;
}
const offNow = (utc: string) => Math.abs(Date.parse(utc) - Date.now());

describe.each([
  ['three years ahead', years],
  ['three years behind', -years],
])('a PC whose clock is %s', (_, offMs) => {
  const nowMs = () => Date.now() + offMs;

  it('stamps with the centre’s time, with and without a line, and says that it is wrong', async () => {
    const databaseName = `clock-${randomUUID()}`;
    const first = await openData(gateway.url, clerk, { databaseName, nowMs });
    await settled(first);
    expect(Math.abs(first.sync.state().clockErrorMs - offMs)).toBeLessThan(60_000);
    expect(offNow((await submitted(first, 'Lò Văn Giờ')).authoredAtUtc)).toBeLessThan(60_000);
    await settled(first);
    await first.close();

    const line = roughLine();
    line.cut();
    const later = await openData(gateway.url, clerk, { databaseName, nowMs, fetch: line.fetch });
    expect(later.sync.state().clockErrorMs).not.toBe(0);
    expect(offNow((await submitted(later, 'Lò Thị Giờ')).authoredAtUtc)).toBeLessThan(60_000);
    line.mend();
    await later.sync.syncNow();
    await settled(later);
    expect(await later.refused()).toEqual([]);
    await later.close();
  });
});

describe('a PC whose clock went wrong without a line', () => {
  it('and ran ahead sends its steps all the same, stamped anew', async () => {
    const databaseName = `clock-${randomUUID()}`;
    const line = roughLine();
    let offMs = 0;
    const options = { databaseName, fetch: line.fetch, nowMs: () => Date.now() + offMs };
    const office = await openData(gateway.url, clerk, options);
    await settled(office);
    line.cut();
    offMs = years;
    const made = await submitted(office, 'Vàng Thị Nhanh');
    expect(Date.parse(made.authoredAtUtc)).toBeGreaterThan(Date.now() + years / 2);
    line.mend();
    await office.sync.syncNow();
    await settled(office);
    expect(await office.refused()).toEqual([]);
    const stored = (await office.changes({})).find(
      ({ personName }) => personName === 'Vàng Thị Nhanh',
    );
    expect(offNow(stored?.authoredAtUtc ?? '')).toBeLessThan(120_000);
    expect(stored?.receivedAtUtc).toBeDefined();
    await office.close();
  });

  it('and fell back never stamps before what the centre last said', async () => {
    const line = roughLine();
    let offMs = 0;
    const office = await openData(gateway.url, clerk, {
      fetch: line.fetch,
      nowMs: () => Date.now() + offMs,
    });
    await settled(office);
    line.cut();
    offMs = -16 * 365 * 86_400_000;
    expect(offNow((await submitted(office, 'Vàng Văn Lùi')).authoredAtUtc)).toBeLessThan(120_000);
    line.mend();
    await office.sync.syncNow();
    await settled(office);
    expect(await office.refused()).toEqual([]);
    await office.close();
  });
});
