/** SIGKILL of a real gateway in the middle of pushes: whatever it acknowledged is there afterwards. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '../../shared/change/change.ts';
import { openStore } from '../../sync-server/documents/open-store.ts';
import {
  newDataDir,
  rowCode,
  seedCentre,
  signIn,
  testPassword,
  type TestClient,
} from '../helpers/gateway.ts';
import { makeChange, moved, personPatch } from '../helpers/office-changes.ts';
import { startServeProcess } from '../helpers/serve-process.ts';
import { recordFault } from './report/fault-record.ts';

const school = 'H20.81.11';
const rounds = 6;
const clients = 8;
const clerk = {
  user: 'vanthu.truong',
  name: 'Phạm Ngọc Ánh',
  grants: [{ role: 'clerk', unit: school }] as const,
};

let dataDir: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  const store = await seedCentre(dataDir, [clerk]);
  await store.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Acknowledged {
  readonly change: Change;
  readonly rev: string;
}

/** Pushes batches of five until the server is gone; each change is pushed on once more as verified. */
async function pushUntilGone(
  client: TestClient,
  acknowledged: Map<string, Acknowledged>,
  onAcknowledged: () => void,
): Promise<void> {
  const push = async (changes: readonly Change[], revs: readonly (string | null)[]) => {
    const results = await client.push(changes, revs);
    results.forEach((result, at) => {
      const change = changes[at];
      expect(rowCode(result)).toBe('stored');
      if (!change || result.outcome !== 'stored') return;
      acknowledged.set(change._id, { change, rev: result.rev });
      onAcknowledged();
    });
    return results.map((result) => (result.outcome === 'stored' ? result.rev : null));
  };
  for (;;) {
    const changes = Array.from({ length: 5 }, () =>
      makeChange({ unit: school, author: client.stamp, patch: personPatch('Nguyễn Văn Bền') }),
    );
    try {
      const revs = await push(changes, []);
      await push(
        changes.map((change) => moved(change, 'verified', client.stamp)),
        revs,
      );
    } catch (error) {
      // The line broke: that is what this test is for. Anything else is a failure.
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

it(`${rounds} kills under ${clients} pushing clients lose nothing that was acknowledged`, async () => {
  const acknowledged = new Map<string, Acknowledged>();
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServeProcess(['--data', dataDir]);
    const client = await signIn(server.url, clerk.user, testPassword);
    const enough = acknowledged.size + 40 + Math.floor(Math.random() * 120);
    const reached = Promise.withResolvers<void>();
    const pushing = Array.from({ length: clients }, () =>
      pushUntilGone(client, acknowledged, () => {
        if (acknowledged.size >= enough) reached.resolve();
      }),
    );
    await Promise.race([reached.promise, Promise.all(pushing)]);
    await server.stop('SIGKILL');
    await Promise.all(pushing);
  }
  await expectAllThere(acknowledged);
  recordFault({
    area: 'centre',
    fault: 'dies in the middle of pushes',
    where: `SIGKILL of the gateway under ${clients} pushing clients`,
    runs: rounds,
    acknowledged: acknowledged.size,
    lost: 0,
    outcome: 'starts again with everything that it had answered "stored"',
  });
}, 300_000);

async function expectAllThere(acknowledged: ReadonlyMap<string, Acknowledged>): Promise<void> {
  expect(acknowledged.size).toBeGreaterThan(rounds * 40);
  const store = await openStore({ dataDir });
  try {
    const keys = [...acknowledged.keys()];
    const page = await store.allDocs('desk-h20-81-11', { keys, includeDocs: true });
    const lost = page.rows.filter((row) => {
      const sent = acknowledged.get(row.key);
      if ('error' in row || !sent || !row.doc) return true;
      // A later state than the acknowledged one may have been stored just before the kill.
      const history = row.doc.history as Change['history'];
      return history.length < sent.change.history.length;
    });
    expect(lost).toEqual([]);
  } finally {
    await store.close();
  }
}
