import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { newPerson, openClient, openData, signIn, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine } from './rough-line.ts';

// A backup, a restore and a swap each start a process, and the centre starts twice.
vi.setConfig({ testTimeout: 300_000 });
let gateway: Gateway | null = null;
let clerk: DataPort | null = null;
afterEach(async () => {
  await clerk?.close();
  await gateway?.close();
});

describe('a centre restored from a backup', () => {
  it('is offered again what the office entered since, and nobody types it twice', async () => {
    gateway = await startGateway();
    const line = roughLine();
    const options = { databaseName: `office-${randomUUID()}`, fetch: line.fetch };
    const signedIn = await signIn(gateway.url, 'communeClerk');
    const port = await openData(gateway.url, signedIn, options);
    clerk = port;
    const settled = () =>
      until(port.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');

    const [before] = await port.submit([newPerson('Lê Thị Trước')]);
    await settled();
    await gateway.backup();
    const [after] = await port.submit([newPerson('Lê Thị Sau')]);
    const kept = before?.ok ? before.value._id : '';
    const lost = after?.ok ? after.value._id : '';
    await port.move([kept, lost], 'verified');
    await settled();

    line.cut();
    await gateway.kill();
    await gateway.restore();
    await gateway.start();
    await signedIn.signInAgain();
    line.mend();
    await port.sync.syncNow();
    await settled();
    expect(await port.refused()).toEqual([]);

    const other = await openClient(gateway.url, 'communeHead');
    const seen = await until(
      () => other.changes({ states: ['verified'] }),
      (all) => [kept, lost].every((id) => all.some(({ _id }) => _id === id)),
    );
    expect(seen.find(({ _id }) => _id === lost)?.history.map(({ state }) => state)).toEqual([
      'submitted',
      'verified',
    ]);
    await other.close();
  });
});
