/** Whatever three offices do, in whatever order, and whenever their lines work: in the end all see the same. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change, ChangeState } from '../../shared/change/change.ts';
import { communeUnit, until } from '../integration/client/clients.ts';
import { startGateway, type Gateway } from '../integration/client/gateway.ts';
import { openOffice, type Office } from '../integration/client/office/office-thread.ts';

let gateway: Gateway;
let offices: readonly Office[] = [];

beforeAll(async () => {
  gateway = await startGateway();
  offices = await Promise.all([
    openOffice(gateway.url, 'communeClerk'),
    openOffice(gateway.url, 'communeClerk'),
    openOffice(gateway.url, 'communeHead'),
  ]);
}, 120_000);
afterAll(async () => {
  await Promise.all(offices.map((office) => office.close()));
  await gateway.close();
});

type Action =
  | { readonly does: 'enter' }
  | { readonly does: 'move'; readonly which: number; readonly to: ChangeState }
  | { readonly does: 'sync' | 'reopen' | 'pause' };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ does: 'enter' } as const) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('move' as const),
      which: fc.nat(20),
      to: fc.constantFrom<ChangeState>('verified', 'returned', 'withdrawn'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ does: 'sync' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'reopen' } as const) },
  { weight: 1, arbitrary: fc.constant({ does: 'pause' } as const) },
);
const step = fc.record({ office: fc.nat(2), action });

async function take(office: Office, what: Action, entered: Set<string>): Promise<void> {
  switch (what.does) {
    case 'enter': {
      const results = await office.submit(['Người Ngẫu Nhiên'], communeUnit);
      // A head enters nobody: refused at once, and nothing is kept.
      for (const result of results) if (result.ok) entered.add(result.value._id);
      return;
    }
    case 'move': {
      const changes = await office.changes();
      const change = changes[what.which % Math.max(1, changes.length)];
      if (change) await office.move([change._id], what.to, 'Lý do');
      return;
    }
    case 'sync':
      return office.sync();
    case 'reopen':
      return office.reopen();
    case 'pause':
      await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

const standing = (changes: readonly Change[]) =>
  changes.map(({ _id, state, history }) => `${_id} ${state} ${history.length}`).sort();

it('three offices come to agree, and each step is at the centre or in a refused list', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const entered = new Set<string>();
      // Each office works at its own pace; only its own steps follow one another.
      await Promise.all(
        offices.map(async (office, index) => {
          for (const one of steps)
            if (one.office === index) await take(office, one.action, entered);
        }),
      );
      await until(
        () => Promise.all(offices.map((office) => office.state())),
        (states) => states.every(({ waiting, phase }) => waiting === 0 && phase === 'live'),
        30_000,
      );
      const seen = await until(
        () => Promise.all(offices.map(async (office) => standing(await office.changes()))),
        ([first, ...others]) =>
          others.every((other) => JSON.stringify(other) === JSON.stringify(first)),
        30_000,
      );
      const ids = new Set(seen[0]?.map((line) => line.split(' ')[0]));
      expect([...entered].filter((id) => !ids.has(id))).toEqual([]);
      const lost = (await Promise.all(offices.map((office) => office.refused()))).flat();
      for (const item of lost) expect(item.problem.code).toMatch(/^CHANGE_/);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
