/** What becomes of a round that stumbles; the exchange itself is tried against a real gateway. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { done, ProblemError } from '../../../../shared/errors/index.ts';
import type { GatewayClient } from '../../gateway/gateway-client.ts';
import { createConnection, type Connection } from './connection.ts';
import { createPullDesk, type PullDesk } from './pull-desk.ts';
import { createSyncEngine, type EngineParts, type SyncEngine } from './sync-engine.ts';
import { createSyncStatus, type SyncStatus } from './sync-status.ts';

const diskFull = new ProblemError('DISK_FULL', { freeMegabytes: 10 });

let status: SyncStatus;
let connection: Connection;
let engine: SyncEngine | null;
let met: unknown[];
let pulls: number;

beforeEach(() => {
  met = [];
  pulls = 0;
  engine = null;
  status = createSyncStatus(() => '2026-11-27T08:00:00.000Z', 'connecting');
  connection = createConnection({
    status,
    onFailure: () => undefined,
    backOff: { firstMs: 1, longestMs: 2 },
  });
});
afterEach(() => engine?.close());

const idlePump: EngineParts['pump'] = {
  hasWork: () => false,
  restMs: () => null,
  round: () => Promise.resolve({ stopped: null, epoch: null, more: false, moved: false }),
};

function start(parts: Partial<EngineParts>): SyncEngine {
  const started = createSyncEngine({
    streams: [],
    desk: deskOver(() => Promise.resolve()),
    pump: idlePump,
    connection,
    status,
    ingested: () => Promise.resolve(),
    onPulled: () => {
      pulls += 1;
      return Promise.resolve();
    },
    onEpoch: () => Promise.resolve(),
    noRoom: () => Promise.resolve(null),
    dropDamaged: () => Promise.resolve([]),
    onError: (error) => met.push(error),
    ...parts,
  });
  engine = started;
  started.start();
  return started;
}

const nothingNew = { epoch: 'E1', backup: null, serverTimeUtc: '2026-11-27T08:00:00.000Z' };

function deskOver(onAnswer: () => Promise<void>): PullDesk {
  const client = {
    post: () => Promise.resolve(done({ ...nothingNew, streams: {} })),
  } as unknown as GatewayClient;
  const onTime = () => undefined;
  return createPullDesk({ client, connection, onAnswer, onTime, nowMs: () => 0 });
}

it('a step that the disk did not take while pushing is shown, and pulling and pushing go on', async () => {
  let rounds = 0;
  start({
    pump: {
      ...idlePump,
      round: () => {
        rounds += 1;
        return rounds === 1 ? Promise.reject(diskFull) : idlePump.round();
      },
    },
  });
  await expect.poll(() => rounds).toBeGreaterThan(1);
  expect(met).toEqual([diskFull]);
  expect(pulls).toBeGreaterThan(1);
});

it('the trouble is what the person sees', async () => {
  start({ onPulled: () => Promise.reject(diskFull) });
  await expect.poll(() => status.state().problem).toEqual(diskFull.problem);
});

it('an unknown failure at the end of a pull is shown as one, and the pull comes again', async () => {
  let ends = 0;
  start({
    onPulled: () => {
      ends += 1;
      return ends === 1 ? Promise.reject(new Error('quota')) : Promise.resolve();
    },
  });
  await expect.poll(() => ends).toBeGreaterThan(1);
  expect(met).toEqual([new Error('quota')]);
});

it('an answer that could not be taken fails its questions, instead of leaving them open', async () => {
  const desk = deskOver(() => Promise.reject(new Error('quota')));
  desk.begin(['unit', 'change']);
  const asked = await Promise.allSettled([desk.pull('unit', {}), desk.pull('change', {})]);
  expect(asked.map(({ status: settled }) => settled)).toEqual(['rejected', 'rejected']);
});
