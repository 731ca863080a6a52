// How many tests passed, failed or were left out, out of the JSON reports of vitest and Playwright.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type TestCounts = Readonly<{ passed: number; failed: number; skipped: number }>;

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0 };

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number() })
  .transform(({ numPassedTests: passed, numFailedTests: failed, numTotalTests }): TestCounts => ({
    passed,
    failed,
    skipped: numTotalTests - passed - failed,
  }));

const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(({ stats: { expected, unexpected, flaky, skipped } }): TestCounts => ({
    passed: expected,
    failed: unexpected + flaky,
    skipped,
  }));

const anyReport = z.union([vitestReport, playwrightReport]);

/** Nothing when the runner ended before it wrote a report. */
export function readTestCounts(file: string): TestCounts | undefined {
  if (!existsSync(file)) return undefined;
  return anyReport.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function addCounts(all: readonly TestCounts[]): TestCounts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    noTests,
  );
}
