/**
 * What admission costs: the same changes through `/api/sync/push`, through `/db/…/_bulk_docs` of the same
 * server, and into a bare store in this process. Amendments are what offices mostly send; a new person also
 * claims identity number and ownership, which is two documents more per row.
 */
import { join } from 'node:path';
import { deskDatabase, recordsDatabase } from '../../../shared/unit/unit.ts';
import type { Change } from '../../../shared/change/change.ts';
import { pushResponseSchema } from '../../../shared/contract/sync.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/open-embedded-store.ts';
import {
  ms,
  perSecond,
  times,
  type Benchmark,
  type BenchContext,
  type Row,
} from '../measure/row.ts';
import { interleave, median, timed } from '../measure/statistics.ts';
import { amendChange, createChange, dossier } from '../seed/dossiers.ts';
import { bulk, type SignedIn } from '../seed/installation.ts';
import { ask, serve, type Served } from '../server/served.ts';

const unit = 'H20.81.11';
/** As the desktop pushes. */
const batch = 100;
const standing = 2000;
const settleMs = 400;

/** Numbers that no other change of this process has. */
let next = 1_000_000;

function changes(kind: 'create' | 'amend', count: number, { account }: SignedIn): Change[] {
  const author = { account: account.account, name: account.name };
  const atUtc = new Date().toISOString();
  const make = kind === 'create' ? createChange : amendChange;
  return Array.from({ length: count }, () => {
    next += 1;
    const person = kind === 'create' ? next : next % standing;
    return make({ number: next, unit, author, person, atUtc });
  });
}

function batches(all: readonly Change[]): readonly (readonly Change[])[] {
  const count = Math.ceil(all.length / batch);
  return Array.from({ length: count }, (_, at) => all.slice(at * batch, (at + 1) * batch));
}

async function push(url: string, token: string, all: readonly Change[]): Promise<void> {
  for (const some of batches(all)) {
    const body = JSON.stringify({ rows: some.map((doc) => ({ assumedRev: null, doc })) });
    const answer = pushResponseSchema.parse(await ask(url, '/api/sync/push', token, body));
    const refused = answer.results.find(({ outcome }) => outcome !== 'stored');
    if (refused) throw new Error(`not admitted: ${JSON.stringify(refused).slice(0, 300)}`);
  }
}

async function writeRaw(url: string, token: string, all: readonly Change[]): Promise<void> {
  const path = `/db/${deskDatabase(unit)}/_bulk_docs`;
  for (const some of batches(all)) await ask(url, path, token, JSON.stringify({ docs: some }));
}

async function served(context: BenchContext): Promise<Served> {
  return serve(context, {
    page: false,
    units: [
      { code: 'H20', kind: 'province', parent: null },
      { code: unit, kind: 'school', parent: 'H20' },
    ],
    accounts: [
      { user: 'clerk', grants: [{ role: 'clerk', unit }] },
      { user: 'admin', grants: [{ role: 'replicator', unit: 'H20' }] },
    ],
    seed: (store) =>
      bulk(
        store,
        recordsDatabase(unit),
        Array.from({ length: standing }, (_, number) => ({ ...dossier(number, unit, 'small') })),
      ),
  });
}

async function run(context: BenchContext): Promise<readonly Row[]> {
  const place = await served(context);
  const clerk = place.signedIn('clerk');
  const admin = place.signedIn('admin');
  const { url } = place.server;
  const bare = await openEmbeddedStore({ file: join(await context.folder(), 'bare.sqlite') });
  context.atEnd(() => bare.close());
  await bare.createDatabase(deskDatabase(unit));
  const count = context.quick ? 300 : 1000;
  const processor: Record<'push' | 'raw', number[]> = { push: [], raw: [] };
  /** What follows an answer (audit, read model) is this work's cost, not the next one's. */
  const costing =
    (side: 'push' | 'raw', token: string, send: typeof push, kind: 'amend' | 'create') =>
    async () => {
      const all = changes(kind, count, clerk);
      const beforeMs = await place.server.processorMs();
      const tookMs = await timed(() => send(url, token, all));
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      processor[side].push((await place.server.processorMs()) - beforeMs);
      return tookMs;
    };
  const rows: Row[] = [];
  for (const kind of ['amend', 'create'] as const) {
    const taken = await interleave(context.quick ? 2 : 7, {
      push: costing('push', clerk.token, push, kind),
      raw: costing('raw', admin.token, writeRaw, kind),
      store: () => {
        const some = batches(changes(kind, count, clerk));
        return timed(async () => {
          for (const docs of some)
            await bare.bulkDocs(
              deskDatabase(unit),
              docs.map((change) => ({ ...change })),
            );
        });
      },
    });
    rows.push(...compared(kind, count, taken));
    const [ours, theirs] = [median(processor.push.splice(0)), median(processor.raw.splice(0))];
    context.note(
      `${kind}: processor time of the server per 1,000 changes: push ${ms((ours / count) * 1000)}, ` +
        `/db ${ms((theirs / count) * 1000)} (${times(theirs / ours)})`,
    );
  }
  return rows;
}

function compared(
  kind: 'create' | 'amend',
  count: number,
  taken: Readonly<Record<'push' | 'raw' | 'store', readonly number[]>>,
): readonly Row[] {
  const rate = (side: 'push' | 'raw' | 'store') => (count / median(taken[side])) * 1000;
  const what = kind === 'amend' ? 'amendments' : 'new persons';
  const line = (peer: string, theirs: number, budget: boolean): Row => ({
    name: `admission of ${what}`,
    ours: perSecond(rate('push')),
    against: `${perSecond(theirs)} ${peer}`,
    ratio: times(rate('push') / theirs),
    budget: budget ? '≥ 0.6 ×' : '–',
    met: budget ? rate('push') / theirs >= 0.6 : null,
    figures: { count, batch, ...taken },
  });
  return [
    line('/db/_bulk_docs', rate('raw'), true),
    line('store in process', rate('store'), false),
  ];
}

export const admission: Benchmark = { name: 'admission', run };
