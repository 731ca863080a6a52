// Starts checks in order, a few at a time; one that must run alone waits for the others, and they for it.
import type { Check } from './checks.ts';

/** Results come in the order of `checks`. A check whose need failed is answered by `skip` instead of `run`. */
export async function runInOrder<Result extends Readonly<{ passed: boolean }>>(
  checks: readonly Check[],
  {
    atOnce,
    run,
    skip,
  }: Readonly<{
    atOnce: number;
    run: (check: Check) => Promise<Result>;
    skip: (check: Check) => Result;
  }>,
): Promise<readonly Result[]> {
  const results = new Map<string, Promise<Result>>();
  const busy = new Set<Promise<Result>>();
  for (const check of checks) {
    const room = check.alone ? 1 : atOnce;
    while (busy.size >= room) await Promise.race(busy);
    const need = check.needs === undefined ? undefined : await results.get(check.needs);
    const result = need?.passed === false ? Promise.resolve(skip(check)) : run(check);
    results.set(check.name, result);
    busy.add(result);
    void result.finally(() => busy.delete(result));
    if (check.alone) await result;
  }
  return Promise.all(results.values());
}
