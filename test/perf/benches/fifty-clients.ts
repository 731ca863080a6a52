/**
 * 50 offices at once, 20 rounds each: push ten changes, pull what is new. The recorded shape of CouchDB 3.5 on
 * a machine of this class is 1,000 `_bulk_docs` of ten and 1,000 `_changes` over 50 databases: 424 req/s. The
 * same shape is asked of our `/db`, too, since push and pull do more than it.
 */
import { deskDatabase } from '../../../shared/unit/unit.ts';
import {
  ms,
  perSecond,
  times,
  type Benchmark,
  type BenchContext,
  type Row,
} from '../measure/row.ts';
import { interleave, median, percentile } from '../measure/statistics.ts';
import type { PlannedRequest } from '../load/plan.ts';
import { runLoad } from '../load/run.ts';
import { createChange } from '../seed/dossiers.ts';
import { serve, type Served } from '../server/served.ts';

const clients = 50;
/** Each round has units of its own: nobody's first pull brings what an earlier round wrote. */
const unitOf = (row: number): string => `H20.81.${1000 + row}`;
const rowsPerPush = 10;
const recordedPerSecond = 424;

let next = 10_000_000;

function tenChanges(unit: string, account: { account: string; name: string }) {
  const author = { account: account.account, name: account.name };
  const atUtc = new Date().toISOString();
  return Array.from({ length: rowsPerPush }, () => {
    next += 1;
    return createChange({ number: next, unit, author, person: next, atUtc });
  });
}

type Turn = (place: Served, unit: string, row: number) => readonly PlannedRequest[];

const pushAndPull: Turn = (place, unit, row) => {
  const { account, token } = place.signedIn(`clerk${row}`);
  const rows = tenChanges(unit, account).map((doc) => ({ assumedRev: null, doc }));
  const common = { method: 'POST', token } as const;
  return [
    { ...common, kind: 'push', path: '/api/sync/push', body: JSON.stringify({ rows }) },
    { ...common, kind: 'pull', path: '/api/sync/pull', body: null },
  ];
};

const couchShape: Turn = (place, unit, row) => {
  const { account } = place.signedIn(`clerk${row}`);
  const { token } = place.signedIn('admin');
  const docs = tenChanges(unit, account);
  const database = `/db/${deskDatabase(unit)}`;
  const feed = `${database}/_changes?include_docs=true&since=@since`;
  return [
    {
      kind: 'bulk',
      method: 'POST',
      token,
      path: `${database}/_bulk_docs`,
      body: JSON.stringify({ docs }),
    },
    { kind: 'changes', method: 'GET', token, path: feed, body: null },
  ];
};

async function run(context: BenchContext): Promise<readonly Row[]> {
  const rounds = context.quick ? 1 : 3;
  const offices = Array.from({ length: clients * rounds * 2 }, (_, row) => unitOf(row));
  const place = await serve(context, {
    page: false,
    units: [
      { code: 'H20', kind: 'province', parent: null },
      ...offices.map((code) => ({ code, kind: 'school', parent: 'H20' }) as const),
    ],
    accounts: [
      ...offices.map((unit, row) => ({
        user: `clerk${row}`,
        grants: [{ role: 'clerk', unit }] as const,
      })),
      { user: 'admin', grants: [{ role: 'replicator', unit: 'H20' }] },
    ],
    seed: async () => undefined,
  });
  const turns = context.quick ? 4 : 20;
  const latencies: Record<'ours' | 'couch', number[]> = { ours: [], couch: [] };
  const processor: Record<'ours' | 'couch', number[]> = { ours: [], couch: [] };
  const generator: number[] = [];
  let used = 0;
  const work = (side: 'ours' | 'couch', turn: Turn) => async () => {
    const planned = Array.from({ length: clients }, () => {
      const row = used++;
      return Array.from({ length: turns }, () => turn(place, unitOf(row), row)).flat();
    });
    const beforeMs = await place.server.processorMs();
    const { seconds, taken, processorMs } = await runLoad({
      url: place.server.url,
      clients: planned,
    });
    latencies[side].push(...taken);
    processor[side].push(((await place.server.processorMs()) - beforeMs) / taken.length);
    generator.push(processorMs / taken.length);
    return taken.length / seconds;
  };
  const rates = await interleave(rounds, {
    ours: work('ours', pushAndPull),
    couch: work('couch', couchShape),
  });
  context.note(
    `processor time per request: server ${ms(median(processor.ours))} for push and pull, ` +
      `${ms(median(processor.couch))} for /db; load generator ${ms(median(generator))}`,
  );
  return [
    throughput('50 clients, push and pull', rates.ours, latencies.ours, true),
    latency('50 clients, push and pull: p50/p95/p99', latencies.ours, true),
    throughput('50 clients, /db in the recorded shape', rates.couch, latencies.couch, false),
    latency('50 clients, /db: p50/p95/p99', latencies.couch, false),
  ];
}

function throughput(
  name: string,
  rates: readonly number[],
  taken: readonly number[],
  budget: boolean,
): Row {
  const ours = median(rates);
  return {
    name,
    ours: perSecond(ours),
    against: `${recordedPerSecond}/s CouchDB 3.5, recorded`,
    ratio: times(ours / recordedPerSecond),
    budget: budget ? '≥ 1.5 ×' : '–',
    met: budget ? ours >= 1.5 * recordedPerSecond : null,
    figures: { rates, requests: taken.length },
  };
}

function latency(name: string, taken: readonly number[], budget: boolean): Row {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(taken, share));
  return {
    name,
    ours: [p50, p95, p99].map((value) => Math.round(value ?? Number.NaN)).join('/') + ' ms',
    against: '112/165/197 ms recorded',
    ratio: '–',
    budget: budget ? 'p99 < 300 ms' : '–',
    met: budget ? (p99 ?? Infinity) < 300 : null,
    figures: { p50, p95, p99, slowest: ms(Math.max(...taken)) },
  };
}

export const fiftyClients: Benchmark = { name: 'fifty-clients', run };
