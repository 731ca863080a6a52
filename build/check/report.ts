// How the checks are told: one line each, the output of those that failed, and the sums.
import type { Outcome } from './run-check.ts';
import { addCounts, type TestCounts } from './test-counts.ts';

export function outcomeLine({ check, passed, seconds, counts }: Outcome): string {
  const parts = [passed ? '✓' : '✗', check.name.padEnd(12), `${seconds.toFixed(1).padStart(6)} s`];
  return [...parts, ...(counts ? [` ${describeCounts(counts)}`] : [])].join(' ');
}

/** The last line is the sum of all tests. */
export function closingReport(outcomes: readonly Outcome[], totalSeconds: number): string {
  const failed = outcomes.filter(({ passed }) => !passed);
  const counts = addCounts(outcomes.flatMap((outcome) => outcome.counts ?? []));
  return [
    ...failed.map(
      ({ check, output }) => `\n──── ${check.name} ────\n${output.trim() || '(no output)'}\n`,
    ),
    '',
    ...(failed.length > 0 ? outcomes.map(outcomeLine) : []),
    `checks: ${outcomes.length - failed.length} passed, ${failed.length} failed (${totalSeconds.toFixed(0)} s)`,
    `tests: ${describeCounts(counts)}`,
  ].join('\n');
}

function describeCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
