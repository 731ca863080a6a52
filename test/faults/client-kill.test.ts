/** SIGKILL of the gateway while eight offices push: they go on by themselves, and nothing is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communeUnit, openClient, until } from '../integration/client/clients.ts';
import { startGateway, type Gateway } from '../integration/client/gateway.ts';
import { openOffice, type Office } from '../integration/client/office/office-thread.ts';
import { recordFault } from './report/fault-record.ts';

const schoolUnit = 'H20.81.11';
const officeCount = 8;
const rounds = 6;
const quietWithinMs = 8 * 60_000;

let gateway: Gateway;
let offices: readonly Office[] = [];

beforeAll(async () => {
  gateway = await startGateway();
  offices = await Promise.all(
    Array.from({ length: officeCount }, (_, index) =>
      openOffice(gateway.url, index % 2 === 0 ? 'communeClerk' : 'schoolClerk'),
    ),
  );
}, 120_000);
afterAll(async () => {
  await Promise.all(offices.map((office) => office.close()));
  await gateway.close();
});

interface Made {
  readonly office: number;
  readonly ids: string[];
}

/** Enters people, a few at a time, until told to stop. */
async function enterPeople(made: Made, stopped: () => boolean): Promise<void> {
  const office = offices[made.office]!;
  const unit = made.office % 2 === 0 ? communeUnit : schoolUnit;
  for (let row = 0; !stopped(); row += 1) {
    const names = [0, 1].map((n) => `Văn Phòng ${made.office} ${row}.${n}`);
    const results = await office.submit(names, unit);
    made.ids.push(...results.flatMap((result) => (result.ok ? [result.value._id] : [])));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a centre that dies in the middle of pushes', () => {
  it(
    'loses nothing that it acknowledged, and receives the rest when it is back',
    async () => {
      const made = offices.map((_, office): Made => ({ office, ids: [] }));
      const acknowledged = new Set<string>();
      let over = false;
      const work = made.map((one) => enterPeople(one, () => over));
      for (let round = 0; round < rounds; round += 1) {
        await pause(500 + Math.random() * 500);
        await gateway.kill();
        for (const { office, ids } of made) {
          for (const [id, state] of await offices[office]!.delivery(ids)) {
            if (state === 'atCentre') acknowledged.add(id);
          }
        }
        await gateway.start();
      }
      over = true;
      await Promise.all(work);

      // Nobody presses a button: the offices find the centre by themselves.
      await until(
        () => Promise.all(offices.map((office) => office.state())),
        (states) => states.every(({ waiting, phase }) => waiting === 0 && phase === 'live'),
        // They enter as much as the machine gives them time for; a slow one needs long to send it.
        quietWithinMs,
      );
      const all = made.flatMap(({ ids }) => ids);
      const fresh = await openClient(gateway.url, 'officer');
      await fresh.sync.syncNow();
      const atCentre = new Set((await fresh.changes({})).map(({ _id }) => _id));
      await fresh.close();
      console.log(
        `${rounds} kills, ${all.length} changes entered, ${acknowledged.size} acknowledged before a kill`,
      );
      expect(acknowledged.size).toBeGreaterThan(0);
      expect([...acknowledged].filter((id) => !atCentre.has(id))).toEqual([]);
      expect(all.filter((id) => !atCentre.has(id))).toEqual([]);
      expect(await Promise.all(offices.map((office) => office.refused()))).toEqual(
        offices.map(() => []),
      );
      recordFault({
        area: 'centre',
        fault: 'dies while offices are at work',
        where: `SIGKILL of the gateway under ${officeCount} offices that enter people`,
        runs: rounds,
        acknowledged: all.length,
        lost: all.filter((id) => !atCentre.has(id)).length,
        outcome: 'the offices go on by themselves when it is back',
      });
    },
    10 * 60_000,
  );
});
