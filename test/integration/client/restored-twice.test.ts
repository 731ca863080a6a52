/**
 * Two offices and a centre that is put back to the same backup again and again. In the backup stands one change as it
 * was first submitted; since then it was returned and submitted anew with another content, and another change came,
 * was returned, submitted anew and verified. Whoever comes back first, everything stands there again.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import type { Change } from '../../../shared/change/change.ts';
import { newPerson, openData, signIn, until, type SignedInByPassword } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { roughLine, type RoughLine } from './rough-line.ts';

type Reach = NonNullable<LocalDataOptions['reach']>;

interface Office {
  readonly who: SignedInByPassword;
  readonly databaseName: string;
  readonly line: RoughLine;
  port: DataPort;
}

let gateway: Gateway | null = null;
const offices: Office[] = [];
afterEach(async () => {
  for (const { port } of offices.splice(0)) await port.close();
  await gateway?.close();
}, 60_000);

const start = (url: string, { who, databaseName, line }: Omit<Office, 'port'>, reach?: Reach) =>
  openData(url, who, { databaseName, fetch: line.fetch, ...(reach && { reach }) });

async function openOffice(url: string, person: 'communeClerk' | 'communeHead'): Promise<Office> {
  const office = {
    who: await signIn(url, person),
    databaseName: `office-${randomUUID()}`,
    line: roughLine(),
  };
  const open = { ...office, port: await start(url, office) };
  offices.push(open);
  return open;
}

const patience = 120_000;
const statesOf = (change: Change | undefined) =>
  change?.history.map(({ state }) => state).join(' ');
const find = async ({ port }: Office, id: string) =>
  (await port.changes({})).find(({ _id }) => _id === id);
const stands = (office: Office, id: string, states: string) =>
  until(
    () => find(office, id),
    (change) => statesOf(change) === states,
    patience,
  );
const isQuiet = async ({ port }: Office) => {
  const { waiting, phase } = port.sync.state();
  return waiting === 0 && phase === 'live' && (await port.atRisk()).length === 0;
};

async function comeBack(office: Office): Promise<void> {
  office.line.mend();
  await office.port.sync.syncNow();
}

async function restore(centre: Gateway): Promise<void> {
  for (const { line } of offices) line.cut();
  await centre.kill();
  await centre.restore();
  await centre.start();
  for (const { who } of offices) await who.signInAgain();
}

/** A program that stands still where it reaches a point on the disk, until it ends there. */
function standStillAt(point: Parameters<Reach>[0]) {
  const [reached, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const reach: Reach = async (at) => {
    if (at !== point) return;
    reached.resolve();
    await over.promise;
    throw new Error('the program has ended');
  };
  return { reach, reached: reached.promise, end: over.resolve };
}

/** The program starts, comes to the point, and ends there. */
async function endAt(url: string, office: Office, point: Parameters<Reach>[0]): Promise<void> {
  const still = standStillAt(point);
  office.port = await start(url, office, still.reach);
  office.line.mend();
  await still.reached;
  const closing = office.port.close();
  still.end();
  await closing;
}

it('gives back all steps in whatever order the offices return, over a sudden end and a second restore', async () => {
  gateway = await startGateway();
  const centre = gateway;
  const clerk = await openOffice(centre.url, 'communeClerk');
  const head = await openOffice(centre.url, 'communeHead');
  const submit = async (name: string) => {
    const draft = newPerson(name);
    const [made] = await clerk.port.submit([draft]);
    if (!made?.ok) throw new Error('not submitted');
    await stands(head, made.value._id, 'submitted');
    return { id: made.value._id, patch: draft.patch };
  };
  const resubmitted = async ({ id, patch }: Awaited<ReturnType<typeof submit>>) => {
    await head.port.move([id], 'returned', 'Thiếu quê quán');
    await stands(clerk, id, 'submitted returned');
    const mended = { ...patch, identity: { ...Object(patch['identity']), homeTown: 'Cao Lãnh' } };
    const again = await clerk.port.resubmit(id, mended, '2026-01-05');
    expect(again.ok).toBe(true);
    await stands(head, id, 'submitted returned submitted');
    return mended;
  };

  const old = await submit('Phan Thị Trước');
  await until(() => isQuiet(clerk), Boolean, patience);
  await centre.backup();
  const oldMended = await resubmitted(old);
  const fresh = await submit('Phan Văn Sau');
  const freshMended = await resubmitted(fresh);
  await clerk.port.move([fresh.id], 'verified');
  await stands(head, fresh.id, 'submitted returned submitted verified');

  const allIsBack = async () => {
    for (const office of [clerk, head]) {
      await stands(office, old.id, 'submitted returned submitted');
      await stands(office, fresh.id, 'submitted returned submitted verified');
      await until(() => isQuiet(office), Boolean, patience);
      expect((await find(office, old.id))?.patch).toEqual(oldMended);
      expect((await find(office, fresh.id))?.patch).toEqual(freshMended);
      expect(await office.port.refused()).toEqual([]);
    }
  };
  const lacks = async ({ port }: Office) =>
    (await port.atRisk()).filter(({ why }) => why === 'lacking').map(({ change }) => change?._id);

  // The head first: the author is away.
  await restore(centre);
  await comeBack(head);
  await stands(head, old.id, 'submitted returned');
  await until(
    () => lacks(head),
    (ids) => ids.length === 2,
    patience,
  );
  expect(await head.port.receipt(fresh.id)).toMatchObject({
    lacking: true,
    rungs: [
      { name: 'onThisDisk' },
      { name: 'atCentre', reached: false },
      { name: 'verified', reached: false },
      { name: 'approved', reached: false },
      { name: 'inBackup', reached: false },
    ],
  });
  // What was verified there is shown as it was.
  expect(statesOf(await find(head, fresh.id))).toBe('submitted returned submitted verified');
  await comeBack(clerk);
  await allIsBack();

  // The author first.
  await restore(centre);
  await comeBack(clerk);
  await stands(clerk, old.id, 'submitted');
  await until(
    () => lacks(clerk),
    (ids) => ids.length === 2,
    patience,
  );
  await comeBack(head);
  await allIsBack();

  // The author's program ends at each step of the recovery, and the centre is put back once more in between.
  await clerk.port.close();
  await restore(centre);
  await endAt(centre.url, clerk, 'held.beforeWrite');
  await endAt(centre.url, clerk, 'recovery.beforeOffers');
  await restore(centre);
  await endAt(centre.url, clerk, 'recovery.beforeOffers');
  await endAt(centre.url, clerk, 'recovery.beforeEpoch');
  clerk.port = await start(centre.url, clerk);
  await comeBack(clerk);
  await comeBack(head);
  await allIsBack();
}, 900_000);
