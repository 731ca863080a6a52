/**
 * A province of 2,000 units: what the server costs in memory and handles and how soon it answers; then the
 * dashboard's lists over all its dossiers, against the same SQL on the read model's file.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recordsDatabase } from '../../../shared/unit/unit.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { ms, times, type Benchmark, type BenchContext, type Row } from '../measure/row.ts';
import { median, percentile, timed } from '../measure/statistics.ts';
import { dossier } from '../seed/dossiers.ts';
import { bulk, makeInstallation, type SignedIn } from '../seed/installation.ts';
import { ask } from '../server/served.ts';
import { startBenchServer, startProductServer, type Server } from '../server/start.ts';
import { dashboardQueries, type DashboardQuery } from './dashboard-queries.ts';

interface Province {
  readonly dataDir: string;
  readonly codes: readonly string[];
  readonly officer: SignedIn;
}

const mega = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

async function makeProvince(context: BenchContext): Promise<Province> {
  const dataDir = await context.folder();
  const communes = Array.from({ length: 100 }, (_, row) => `H20.${100 + row}`);
  const schools = communes.flatMap((top) =>
    Array.from({ length: 19 }, (_, row) => `${top}.${10 + row}`),
  );
  const codes = [...communes, ...schools];
  const { store, signedIn } = await makeInstallation(
    dataDir,
    [
      { code: 'H20', kind: 'province', parent: null },
      ...communes.map((code) => ({ code, kind: 'commune', parent: 'H20' }) as const),
      ...schools.map(
        (code) =>
          ({ code, kind: 'school', parent: code.split('.').slice(0, 2).join('.') }) as const,
      ),
    ],
    [{ user: 'officer', grants: [{ role: 'departmentOfficer', unit: 'H20' }] }],
  );
  await Promise.all(
    codes.map((code, row) =>
      bulk(store, recordsDatabase(code), [{ ...dossier(row, code, 'full') }]),
    ),
  );
  await store.close();
  return { dataDir, codes, officer: signedIn('officer') };
}

/** Every unit's records and desk are asked once: 6,001 sources. */
async function pullEverything(server: Server, { token }: SignedIn): Promise<void> {
  const asked = { cursors: {}, limit: 1000 };
  const body = JSON.stringify({
    streams: { unit: asked, dossier: asked, change: asked, approval: asked },
  });
  await ask(server.url, '/api/sync/pull', token, body);
}

async function get({ url }: Server, { token }: SignedIn, path: string): Promise<string> {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
  return text;
}

async function standing(context: BenchContext, province: Province): Promise<readonly Row[]> {
  const readies: number[] = [];
  const idle: number[] = [];
  const memories: number[] = [];
  let handles = 0;
  for (let round = 0; round < (context.quick ? 1 : 3); round += 1) {
    const server = await startProductServer(province.dataDir);
    try {
      readies.push(server.readyMs);
      const atStart = await server.memory();
      await ask(server.url, '/api/sync/pull', province.officer.token, '{"streams":{}}');
      await get(server, province.officer, '/api/units');
      idle.push(Math.max(atStart, await server.memory()));
      await pullEverything(server, province.officer);
      memories.push(await server.memory());
      handles = Math.max(handles, await server.handles());
    } finally {
      await server.stop();
    }
  }
  const memory = median(idle);
  const ready = median(readies);
  const what = `${province.codes.length} units`;
  const line = (name: string, ours: string, budget: string, met: boolean | null): Row => ({
    name: `${what}: ${name}`,
    ours,
    against: '–',
    ratio: '–',
    budget,
    met,
    figures: { readies, idle, afterPull: memories, handles },
  });
  return [
    line('memory, read model filled', mega(memory), '< 200 MB', memory < 200e6),
    line('memory after pulling 6,001 sources', mega(median(memories)), '–', null),
    line('file handles', String(handles), '< 100', handles < 100),
    line('ready after', ms(ready), '< 2 s', ready < 2000),
  ];
}

async function fill(context: BenchContext, { dataDir, codes }: Province): Promise<number> {
  const perUnit = context.quick ? 5 : 50;
  const store = await openStore({ dataDir });
  const rest = Array.from({ length: perUnit - 1 }, (_, at) => at + 1);
  for (let from = 0; from < codes.length; from += 100) {
    const some = codes.slice(from, from + 100);
    await Promise.all(
      some.map((code, row) =>
        bulk(
          store,
          recordsDatabase(code),
          rest.map((at) => ({ ...dossier(at * codes.length + from + row, code, 'small') })),
        ),
      ),
    );
  }
  await store.close();
  return perUnit * codes.length;
}

async function dashboard(context: BenchContext, province: Province): Promise<readonly Row[]> {
  let count = 0;
  const fillMs = await timed(async () => (count = await fill(context, province)));
  const server = await startBenchServer(province.dataDir);
  context.atEnd(() => server.stop());
  const ours = (path: string) => get(server, province.officer, path);
  // The first question waits until the read model has been filled.
  const builtMs = await timed(() => ours('/api/dossiers?limit=1'));
  const { total } = JSON.parse(await ours('/api/dossiers?limit=1')) as { readonly total: number };
  if (total !== count) throw new Error(`the read model has ${total} of ${count} dossiers`);
  context.note(
    `${count} dossiers seeded in ${ms(fillMs)}; the read model was filled from nothing in ${ms(builtMs)}; ` +
      `the server then holds ${mega(await server.memory())}`,
  );
  const db = new DatabaseSync(join(province.dataDir, 'read-model.sqlite'), { readOnly: true });
  context.atEnd(async () => db.close());
  const rows: Row[] = [];
  for (const query of dashboardQueries) rows.push(await compare(context, query, count, ours, db));
  return rows;
}

async function compare(
  context: BenchContext,
  query: DashboardQuery,
  count: number,
  get: (path: string) => Promise<string>,
  db: DatabaseSync,
): Promise<Row> {
  const statements = query.statements.map(({ sql, values }) => ({
    values,
    prepared: db.prepare(sql),
  }));
  const taken: { ours: number[]; bare: number[]; http: number[] } = {
    ours: [],
    bare: [],
    http: [],
  };
  for (let round = 0; round < (context.quick ? 5 : 40); round += 1) {
    taken.ours.push(await timed(() => get(query.path)));
    const startedMs = performance.now();
    for (const { prepared, values } of statements) prepared.all(...values);
    taken.bare.push(performance.now() - startedMs);
    taken.http.push(await timed(() => get('/api/about')));
  }
  const [ours, bare] = [percentile(taken.ours, 0.95), percentile(taken.bare, 0.95)];
  const p50 = { ours: median(taken.ours), sql: median(taken.bare), http: median(taken.http) };
  // A question of half a millisecond cannot be asked over HTTP in three times that.
  const ratio = p50.ours / (p50.sql + p50.http);
  return {
    name: `${query.name}, ${count} dossiers (p95)`,
    ours: ms(ours),
    against: `${ms(bare)} bare SQL`,
    ratio: `${times(p50.ours / p50.sql)}; with a bare GET ${times(ratio)}`,
    budget: '≤ 300 ms, ≤ 3 ×',
    met: ours <= 300 && ratio <= 3,
    figures: { path: query.path, p50, ours, bare },
  };
}

async function run(context: BenchContext): Promise<readonly Row[]> {
  const province = await makeProvince(context);
  return [...(await standing(context, province)), ...(await dashboard(context, province))];
}

export const province: Benchmark = { name: 'province', run };
