import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Check } from './checks.ts';
import { runInOrder } from './schedule.ts';

const check = (name: string, more: Partial<Check> = {}): Check => ({
  name,
  work: () => Promise.resolve(undefined),
  ...more,
});

/** Runs the checks and notes which were running together. */
async function observe(checks: readonly Check[], failing: readonly string[] = []) {
  const running = new Set<string>();
  const together: string[] = [];
  const results = await runInOrder(checks, {
    atOnce: 2,
    run: async ({ name }) => {
      running.add(name);
      together.push([...running].join('+'));
      await sleep(10);
      running.delete(name);
      return { name, passed: !failing.includes(name), ran: true };
    },
    skip: ({ name }) => ({ name, passed: false, ran: false }),
  });
  return { together, results };
}

test('two run at a time, and the results keep the order of the list', async () => {
  const { together, results } = await observe(['a', 'b', 'c'].map((name) => check(name)));
  expect(together.every((names) => names.split('+').length <= 2)).toBe(true);
  expect(together).toContain('a+b');
  expect(results.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test('a check that runs alone has nothing beside it', async () => {
  const { together } = await observe([check('a'), check('b', { alone: true }), check('c')]);
  expect(together).toEqual(['a', 'b', 'c']);
});

test('a check whose need has failed is not run, and counts as failed', async () => {
  const { results } = await observe([check('build'), check('e2e', { needs: 'build' })], ['build']);
  expect(results).toEqual([
    { name: 'build', passed: false, ran: true },
    { name: 'e2e', passed: false, ran: false },
  ]);
});
