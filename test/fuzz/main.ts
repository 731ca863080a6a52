/**
 * `npm run fuzz [-- --seeds 1000] [--from 1] [--seed N] [--workers 2]`: prints each seed and its time; of a
 * failing one the broken rules, the shrunk list of steps, and how to run it again. Exit code 1 when any failed.
 */
import { parseArgs } from 'node:util';
import { trySeed, type Tried } from './try-seed.ts';
import { openWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    shrink: { type: 'string', default: '120' },
  },
});
const from = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const shrinkMs = Number(values.shrink) * 1000;

function tell({ seed, ms, failure }: Tried): void {
  console.log(`${failure ? '✗' : '✓'} seed ${seed}  ${(ms / 1000).toFixed(1)} s`);
  if (!failure) return;
  for (const problem of failure.problems) console.log(`    ${problem}`);
  console.log(`  after ${failure.shrinks} shrinks: ${JSON.stringify(failure.plan)}`);
  console.log(`  again: npm run fuzz -- --seed ${seed}`);
}

const startedMs = performance.now();
const failed: number[] = [];
let next = from;

async function work(): Promise<void> {
  const world = await openWorld();
  try {
    while (next < from + count) {
      const tried = await trySeed(world, next++, { shrinkMs });
      tell(tried);
      if (tried.failure) failed.push(tried.seed);
    }
  } finally {
    await world.close();
  }
}

await Promise.all(Array.from({ length: Math.min(Number(values.workers), count) }, work));
const seconds = Math.round((performance.now() - startedMs) / 1000);
console.log(`${count - failed.length} of ${count} seeds passed in ${seconds} s`);
if (failed.length > 0) console.log(`failed: ${failed.sort((a, b) => a - b).join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
