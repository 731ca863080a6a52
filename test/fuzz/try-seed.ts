/** One seed: its plan played once; when a rule is broken, the shortest list of steps that still breaks it. */
import fc from 'fast-check';
import { plan, type Plan } from './plan.ts';
import { runPlan } from './run-plan.ts';
import type { World } from './world.ts';

export interface Tried {
  readonly seed: number;
  readonly ms: number;
  /** Null when all is well. */
  readonly failure: {
    readonly problems: readonly string[];
    readonly plan: Plan;
    readonly shrinks: number;
  } | null;
}

export interface TryOptions {
  /** Looking for a shorter list ends after so long. */
  readonly shrinkMs: number;
}

class BrokenRules extends Error {
  override readonly name = 'BrokenRules';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const problemsOf = (error: unknown): readonly string[] =>
  error instanceof BrokenRules
    ? error.problems
    : [error instanceof Error ? (error.stack ?? error.message) : String(error)];

export async function trySeed(world: World, seed: number, options: TryOptions): Promise<Tried> {
  const startedMs = performance.now();
  const property = fc.asyncProperty(plan, async (each) => {
    const problems = await runPlan(world, each);
    if (problems.length > 0) throw new BrokenRules(problems);
  });
  const { shrinkMs } = options;
  const details = await fc.check(property, {
    seed,
    numRuns: 1,
    ...(shrinkMs > 0 ? { interruptAfterTimeLimit: shrinkMs } : { endOnFailure: true }),
  });
  const ms = performance.now() - startedMs;
  if (!details.failed) return { seed, ms, failure: null };
  const [found] = details.counterexample ?? [];
  if (!found) return { seed, ms, failure: null };
  const problems = problemsOf(details.errorInstance);
  return { seed, ms, failure: { problems, plan: found, shrinks: details.numShrinks } };
}
