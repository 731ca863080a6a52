/** The last rung of a receipt: reached when `hoso backup now` has a whole set, and only for what the set surely holds. */
import { randomUUID } from 'node:crypto';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import type { Rung } from '../../../shared/change/receipt.ts';
import { newPerson, openData, signIn, until, type SignedInByPassword } from './clients.ts';
import { startOlderGateway, type Gateway } from './gateway.ts';
import { roughLine } from './rough-line.ts';

let gateway: Gateway;
let clerk: SignedInByPassword;
let port: DataPort | null = null;
const databaseName = `office-${randomUUID()}`;
const storage = getRxStorageMemory();

beforeAll(async () => {
  gateway = await startOlderGateway(5);
  clerk = await signIn(gateway.url, 'communeClerk');
});
afterAll(async () => {
  await port?.close();
  await gateway.close();
});

/** Starts the program on the one PC of this test. */
async function start(line = roughLine()): Promise<DataPort> {
  await port?.close();
  port = await openData(gateway.url, clerk, { databaseName, storage, fetch: line.fetch });
  return port;
}

async function inBackup(office: DataPort, id: string): Promise<Rung | undefined> {
  return (await office.receipt(id))?.rungs.find(({ name }) => name === 'inBackup');
}
const reached = (office: DataPort, id: string, wanted: boolean) =>
  until(
    () => inBackup(office, id),
    (rung) => rung?.reached === wanted,
  );

it('is reached with a whole backup, known without a line, and lost with the next step until the next backup', async () => {
  const line = roughLine();
  const office = await start(line);
  await until(office.sync.state, ({ phase }) => phase === 'live');
  const [old] = await office.changes({ states: ['submitted'] });
  const id = old?._id ?? '';
  const [made] = await office.submit([newPerson('Lê Thị Vừa Gửi')]);
  const young = made?.ok ? made.value._id : '';
  await until(office.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
  expect(await inBackup(office, id)).toMatchObject({ reached: false, atUtc: null });

  const beforeMs = Date.now();
  await gateway.backup();
  await office.sync.syncNow();
  const rung = await reached(office, id, true);
  expect(Date.parse(rung?.atUtc ?? '')).toBeLessThan(Date.now());
  // Of the last minute before the copying nothing is promised.
  expect(Date.parse(rung?.atUtc ?? '')).toBeGreaterThan(beforeMs - 5 * 60_000);
  expect(await inBackup(office, young)).toMatchObject({ reached: false });

  const away = roughLine();
  away.cut();
  const later = await start(away);
  expect(await inBackup(later, id)).toEqual(rung);
  // A step that only this PC has is in no backup; one that came after the backup neither.
  await later.move([id], 'verified');
  expect(await inBackup(later, id)).toMatchObject({ reached: false });
  away.mend();
  await later.sync.syncNow();
  await until(later.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
  expect(await inBackup(later, id)).toMatchObject({ reached: false });
});

it('goes back with a centre that was restored', async () => {
  const office = await start();
  await until(office.sync.state, ({ phase }) => phase === 'live');
  const old = await office.changes({ states: ['submitted', 'verified'] });
  const flags = await Promise.all(old.map(({ _id }) => inBackup(office, _id)));
  const kept = old[flags.findIndex((rung) => rung?.reached)]?._id ?? '';
  expect(await inBackup(office, kept)).toMatchObject({ reached: true });

  await gateway.kill();
  await gateway.restore();
  await gateway.start();
  await clerk.signInAgain();
  await office.sync.syncNow();
  await until(office.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
  await reached(office, kept, true);
  // What the set did not have was offered again: it is at the centre anew, and in no backup.
  for (const { _id } of await office.changes({ states: ['verified'] })) {
    const receipt = await office.receipt(_id);
    expect(receipt?.rungs.find(({ name }) => name === 'atCentre')?.reached).toBe(true);
  }
  const young = (await office.changes({})).find(
    ({ personName }) => personName === 'Lê Thị Vừa Gửi',
  );
  expect(await inBackup(office, young?._id ?? '')).toMatchObject({ reached: false });
});
