/**
 * `npm run bench [-- --only name] [-- --quick]`: measures the budgets of docs/performance.md.
 * Benchmarks inform: a missed budget is shown, and only one that could not run makes the exit code 1.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from '../../build/setup/paths.mjs';
import { benchmarks } from './benchmarks.ts';
import type { Benchmark, BenchContext, Row } from './measure/row.ts';
import { machine, table, writeReport } from './report.ts';

const { values: options } = parseArgs({
  options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
});
const names = benchmarks.map(({ name }) => name);
const unknown = options.only?.filter((name) => !names.includes(name)) ?? [];
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are: ${names.join(', ')}`);
  process.exit(1);
}

const startedMs = performance.now();
const before = { startedAtUtc: new Date().toISOString(), machine: machine() };
const rows: Row[] = [];
const notes: string[] = [];
const failures: { name: string; reason: string }[] = [];

console.log(`${before.machine.cores} cores, load ${before.machine.load.join(' ')}\n`);
for (const benchmark of benchmarks) {
  if (options.only && !options.only.includes(benchmark.name)) continue;
  const began = performance.now();
  try {
    rows.push(...(await runOne(benchmark)));
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push({ name: benchmark.name, reason });
  }
  console.log(`${benchmark.name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
const seconds = Math.round((performance.now() - startedMs) / 1000);
console.log(`\n${table(rows)}\n`);
for (const note of notes) console.log(`• ${note}`);
for (const { name, reason } of failures) console.error(`\n✗ ${name} could not run\n${reason}`);
const after = machine();
console.log(`${seconds} s; load now ${after.load.join(' ')}`);
const file = inRoot('out', 'bench', 'report.json');
await writeReport(file, { quick: options.quick, seconds, ...before, rows, notes, failures });
process.exitCode = failures.length > 0 ? 1 : 0;

async function runOne(benchmark: Benchmark): Promise<readonly Row[]> {
  const closers: (() => Promise<unknown>)[] = [];
  const context: BenchContext = {
    quick: options.quick,
    folder: async () => {
      const made = await mkdtemp(join(tmpdir(), 'hoso-bench-'));
      closers.push(() => rm(made, { recursive: true, force: true, maxRetries: 3 }));
      return made;
    },
    atEnd: (close) => closers.push(close),
    note: (text) => notes.push(`${benchmark.name}: ${text}`),
  };
  try {
    return await benchmark.run(context);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}
