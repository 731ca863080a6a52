/** An empty PC gets its dossiers: against PouchDB 9 from the same server, and against bare downloading. */
import { recordsDatabase } from '../../../shared/unit/unit.ts';
import { ms, times, type Benchmark, type BenchContext, type Row } from '../measure/row.ts';
import { interleave, median } from '../measure/statistics.ts';
import type { BenchPage } from '../page/bench-page.ts';
import { dossier } from '../seed/dossiers.ts';
import { bulk } from '../seed/installation.ts';
import { pullBodies } from '../server/pull-bodies.ts';
import { serve, type Served } from '../server/served.ts';

const unit = 'H20.81.11';

async function served(context: BenchContext, count: number): Promise<Served> {
  return serve(context, {
    page: true,
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
        Array.from({ length: count }, (_, number) => ({ ...dossier(number, unit, 'full') })),
      ),
  });
}

async function run(context: BenchContext): Promise<readonly Row[]> {
  const count = context.quick ? 1000 : 5000;
  const place = await served(context, count);
  const clerk = place.signedIn('clerk');
  const bodies = await pullBodies(place.server.url, clerk.token);
  /** Each on a disk of its own, gone afterwards. */
  const onEmptyPc = async (
    work: (call: Awaited<ReturnType<Served['browser']>>['call']) => Promise<number>,
  ) => {
    const browser = await place.browser();
    try {
      return await work(browser.call);
    } finally {
      await browser.close();
    }
  };
  let bytes = 0;
  const taken = await interleave(context.quick ? 1 : 5, {
    ours: () => onEmptyPc((call) => call('firstSync', clerk, count)),
    pouch: () =>
      onEmptyPc((call) =>
        call('replicatePouch', place.signedIn('admin').token, recordsDatabase(unit), count),
      ),
    download: () =>
      onEmptyPc(async (call) => {
        const got: Awaited<ReturnType<BenchPage['download']>> = await call(
          'download',
          clerk.token,
          bodies,
        );
        bytes = got.bytes;
        return got.ms;
      }),
  });
  const ours = median(taken.ours);
  const figures = { count, bytes, requests: bodies.length, ...taken };
  const line = (name: string, peer: string, theirs: number, limit: number): Row => ({
    name,
    ours: ms(ours),
    against: `${ms(theirs)} ${peer}`,
    ratio: times(ours / theirs),
    budget: `≤ ${limit} ×`,
    met: ours / theirs <= limit,
    figures,
  });
  const what = `first sync, ${count} dossiers`;
  return [
    line(what, 'PouchDB 9', median(taken.pouch), 0.8),
    line(what, `download ${(bytes / 1e6).toFixed(0)} MB`, median(taken.download), 6),
  ];
}

export const firstSync: Benchmark = { name: 'first-sync', run };
