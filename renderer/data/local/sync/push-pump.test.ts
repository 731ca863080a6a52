import { randomUUID } from 'node:crypto';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../../shared/change/change.ts';
import { moveChange } from '../../../../shared/change/transitions.ts';
import type { PushResult } from '../../../../shared/contract/sync.ts';
import { done, problem } from '../../../../shared/errors/index.ts';
import { steppedChange } from '../../../../test/helpers/stepped-change.ts';
import { testSealer } from '../../../../test/helpers/test-sealer.ts';
import { newChangeId } from '../../authoring/ids.ts';
import type { GatewayClient } from '../../gateway/gateway-client.ts';
import type { PushRow } from '../../gateway/push-rows.ts';
import { nothingArmed } from '../store/fault-points.ts';
import { noJournal } from '../store/journal.ts';
import { openDatabase, type LocalDatabase } from '../store/open-database.ts';
import { openWorkList, type WorkList } from '../work/work-list.ts';
import { createPushPump, type PushPump } from './push-pump.ts';

const by = { account: 'thu', name: 'Thư' };
const atUtc = '2026-11-22T08:00:00.000Z';

const newChange = (): Change =>
  steppedChange([{ state: 'submitted', by, atUtc }], { _id: newChangeId() });

let database: LocalDatabase;
let work: WorkList;
let pump: PushPump;
let nowMs = 0;
let knows = true;
let sent: string[][] = [];
let answerTo: (row: PushRow, id: string) => PushResult;

const stored = (id: string): PushResult => ({ outcome: 'stored', id, rev: '1-a' });

beforeEach(async () => {
  nowMs = 1_000_000;
  sent = [];
  knows = true;
  answerTo = (_, id) => stored(id);
  database = await openDatabase({
    name: randomUUID(),
    storage: getRxStorageMemory(),
    keepLost: () => Promise.resolve(),
  });
  work = await openWorkList({
    database,
    sealer: await testSealer('pump'),
    journal: noJournal,
    listener: { changed: () => undefined },
    entries: [],
    onError: () => undefined,
    reach: nothingArmed,
    nowUtc: () => atUtc,
  });
  const client: GatewayClient = {
    get: () => Promise.reject(new Error('not asked')),
    raw: () => Promise.reject(new Error('not asked')),
    open: () => Promise.reject(new Error('not asked')),
    post: (_path, body, schema) => {
      const { rows } = body as { readonly rows: readonly PushRow[] };
      const ids = rows.map(({ doc }) => String(doc['_id']));
      sent.push(ids);
      const results = rows.map((row, index) => answerTo(row, ids[index] ?? ''));
      return Promise.resolve(done(schema.parse({ epoch: 'e', results })));
    },
  };
  pump = createPushPump({
    client,
    work,
    beforeRound: () => Promise.resolve(),
    knowsEpoch: () => Promise.resolve(knows),
    mirrorRevs: () => Promise.resolve(new Map()),
    centreNowMs: () => Date.now(),
    nowMs: () => nowMs,
    backOff: { firstMs: 1_000, longestMs: 60_000 },
  });
});
afterEach(() => database.close());

describe('the pump', () => {
  it('sends steps in the order in which they were taken, also after a restart of the list', async () => {
    const changes = Array.from({ length: 5 }, newChange);
    await work.add(changes.slice(0, 3));
    await work.add(changes.slice(3));
    await pump.round();
    expect(sent).toEqual([changes.map(({ _id }) => _id)]);
    expect(work.waiting()).toEqual([]);
  });

  it('says of a second step what the first one became', async () => {
    const change = newChange();
    await work.add([change]);
    await pump.round();
    const revs: (string | null)[] = [];
    answerTo = ({ assumedRev }, id) => {
      revs.push(assumedRev);
      return stored(id);
    };
    await work.add([moveChange(change, 'verified', by, atUtc)]);
    await pump.round();
    expect(revs).toEqual(['1-a']);
  });

  it('refuses a step with its reason, and several steps of one change as one', async () => {
    const bad = newChange();
    const good = newChange();
    await work.add([bad, good, moveChange(bad, 'verified', by, atUtc)]);
    answerTo = (_, id) =>
      id === bad._id
        ? { outcome: 'refused', id, problem: problem('IDENTITY_NUMBER_TAKEN') }
        : stored(id);
    const round = await pump.round();
    expect(round).toMatchObject({ stopped: null, more: false, moved: true });
    const [item, ...others] = work.refused();
    expect(others).toEqual([]);
    expect(item?.problem?.code).toBe('IDENTITY_NUMBER_TAKEN');
    expect(item?.document).toMatchObject({ _id: bad._id, state: 'verified' });
  });

  it('lets a step rest on which the centre fails, longer each time, and the others go', async () => {
    const poor = newChange();
    await work.add([poor, newChange()]);
    answerTo = (_, id) =>
      id === poor._id
        ? { outcome: 'refused', id, problem: problem('INTERNAL', { incident: 'x' }) }
        : stored(id);
    await pump.round();
    expect(work.refused()).toEqual([]);
    expect(work.waiting()).toHaveLength(1);
    expect(pump.hasWork()).toBe(false);
    const first = pump.restMs() ?? 0;
    await work.add([newChange(), moveChange(poor, 'withdrawn', by, atUtc)]);
    await pump.round();
    // The later step of the resting change waits behind it.
    expect(sent.at(-1)).toHaveLength(1);
    expect(work.waiting()).toHaveLength(2);
    nowMs += 60_000;
    await pump.round();
    expect(pump.restMs()).toBeGreaterThan(first / 2);
    answerTo = (_, id) => stored(id);
    nowMs += 60_000;
    await pump.round();
    expect(work.waiting()).toEqual([]);
  });

  it('does not offer for ever what the centre will not take', async () => {
    const change = newChange();
    const next = moveChange(change, 'verified', by, atUtc);
    await work.add([next]);
    answerTo = (_, id) => ({
      outcome: 'conflict',
      id,
      master: { id, rev: '1-x', doc: { ...change } },
    });
    for (let round = 0; round < 5; round += 1) await pump.round();
    expect(sent).toHaveLength(3);
    expect(work.refused()[0]?.problem?.code).toBe('CHANGE_OUT_OF_DATE');
  });
});
