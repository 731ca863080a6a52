/** SIGKILL of a real server at every named point of admission, approval and store: nothing acknowledged is lost. */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import type { FaultPoint } from '../../../sync-server/fault-points.ts';
import type { StoredDocument } from '../../../sync-server/store/document-store.ts';
import { recordFault } from '../report/fault-record.ts';
import { serverStruck } from '../struck-points.ts';
import {
  desk,
  doWork,
  newWork,
  records,
  seed,
  serve,
  type SeededCentre,
  type Work,
} from './centre.ts';

/** Longer than the store waits before it takes in its log. */
const quietMs = 500;

let centre: SeededCentre;
beforeAll(async () => {
  centre = await seed();
}, 120_000);
afterAll(() => centre.close());

/** The store is passed many times, and at its start too: some way into the work. */
const countOf = (point: FaultPoint): number => {
  if (point === 'store.beforeCommit' || point === 'store.afterCommit') return 9;
  return point.startsWith('store.') ? 2 : 1;
};

describe('a server killed at a named point', () => {
  it.each(serverStruck.work)(
    '%s: has all that it acknowledged, goes on with the approval, and makes nothing twice',
    async (point) => {
      const dataDir = await centre.copy();
      const work = newWork();
      const doomed = await serve(dataDir, `${point}:${countOf(point)}`);
      const ended = once(doomed.child, 'exit');
      // A checkpoint comes when it is quiet again; start and work may share one, so the work is offered until the end.
      while (await doWork(doomed.url, work, centre.signer)) await setTimeout(quietMs);
      const [, signal] = (await ended) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
      await expectKept(dataDir, work);

      const living = await serve(dataDir);
      expect(await doWork(living.url, work, centre.signer)).toBe(true);
      await living.stop('SIGTERM');
      await expectDoneOnce(dataDir, work);
      recordFault({
        area: 'centre',
        fault: `sudden end at ${point}`,
        where: 'SIGKILL of hoso serve at this point, while an office enters, verifies and approves',
        runs: 1,
        acknowledged: work.acknowledged.size,
        lost: 0,
        outcome:
          'the next start has all that was acknowledged, ends the approval, makes nothing twice',
      });
    },
    300_000,
  );
});

async function documentsOf(dataDir: string, database: string): Promise<StoredDocument[]> {
  const store = await openStore({ dataDir });
  try {
    if (!(await store.databaseNames()).includes(database)) return [];
    const page = await store.allDocs(database, { includeDocs: true });
    return page.rows.flatMap((row) => ('error' in row || !row.doc ? [] : [row.doc]));
  } finally {
    await store.close();
  }
}

async function expectKept(dataDir: string, { acknowledged }: Work): Promise<void> {
  const there = new Set((await documentsOf(dataDir, desk)).map(({ _id }) => _id));
  expect([...acknowledged.keys()].filter((id) => !there.has(id))).toEqual([]);
}

async function expectDoneOnce(dataDir: string, { changes, approval }: Work): Promise<void> {
  const stored = await documentsOf(dataDir, desk);
  const approvals = stored.filter(({ type }) => type === 'approval');
  expect(approvals).toMatchObject([
    {
      _id: approval?._id,
      outcome: { state: 'applied', results: Array(3).fill({ outcome: 'applied' }) },
    },
  ]);
  const states = stored.filter(({ type }) => type === 'change').map(({ state }) => state);
  expect(states).toEqual(['approved', 'approved', 'approved']);
  const dossiers = await documentsOf(dataDir, records);
  expect(dossiers.map(({ _id }) => _id).sort()).toEqual(
    changes.map(({ dossier }) => dossier).sort(),
  );
  expect(dossiers.map(({ version }) => version)).toEqual([1, 1, 1]);
  // One claim for each number and one for each dossier.
  expect(await documentsOf(dataDir, 'claims')).toHaveLength(6);
}
