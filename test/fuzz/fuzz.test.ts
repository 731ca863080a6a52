/** The first fifty seeds of `npm run fuzz`, and the plans that once broke a rule (found/). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from './plan.ts';
import { runPlan } from './run-plan.ts';
import { trySeed, type Tried } from './try-seed.ts';
import { openWorld, type World } from './world.ts';

const seeds = Array.from({ length: 50 }, (_, at) => at + 1);
const found = join(import.meta.dirname, 'found');
let worlds: readonly World[] = [];

beforeAll(async () => {
  worlds = await Promise.all([openWorld(), openWorld()]);
}, 120_000);
afterAll(() => Promise.all(worlds.map((world) => world.close())), 60_000);

const told = ({ seed, failure }: Tried): string =>
  failure === null
    ? ''
    : `seed ${seed} (again, and shrunk: npm run fuzz -- --seed ${seed})\n${failure.problems.join('\n')}`;

it('what was found once stays mended', async () => {
  const [world] = worlds;
  const problems: string[] = [];
  for (const file of await readdir(found)) {
    // Written by the fuzz itself.
    const plan = JSON.parse(await readFile(join(found, file), 'utf8')) as Plan;
    if (world) problems.push(...(await runPlan(world, plan)).map((each) => `${file}: ${each}`));
  }
  expect(problems).toEqual([]);
}, 300_000);

it('whatever offices, lines and centre do: in the end all agree, and nothing is lost', async () => {
  const tried: Tried[] = [];
  const left = [...seeds];
  await Promise.all(
    worlds.map(async (world) => {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift())
        tried.push(await trySeed(world, seed, { shrinkMs: 0 }));
    }),
  );
  console.log(`seeds ${seeds[0]} to ${seeds.at(-1)}`);
  expect(tried.map(told).filter((text) => text !== '')).toEqual([]);
}, 900_000);
