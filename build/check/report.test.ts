import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closingReport } from './report.ts';
import { readTestCounts } from './test-counts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hoso-report-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function reportFile(content: object): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const work = () => Promise.resolve(undefined);

test('reads the counts of vitest and of Playwright', () => {
  const vitest = { numPassedTests: 7, numFailedTests: 1, numTotalTests: 10, testResults: [] };
  expect(readTestCounts(reportFile(vitest))).toEqual({ passed: 7, failed: 1, skipped: 2 });
  const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }, suites: [] };
  expect(readTestCounts(reportFile(playwright))).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test('a runner that left no report has no counts', () => {
  expect(readTestCounts(path.join(folder, 'nothing.json'))).toBeUndefined();
});

test('shows the whole output of what failed, and ends with the sum of all tests', () => {
  const report = closingReport(
    [
      {
        check: { name: 'unit', work },
        passed: true,
        seconds: 2,
        counts: { passed: 5, failed: 0, skipped: 0 },
        output: 'all is well',
      },
      {
        check: { name: 'faults', work },
        passed: false,
        seconds: 3,
        counts: { passed: 1, failed: 2, skipped: 0 },
        output: 'first line\nlast line',
      },
    ],
    5,
  );
  expect(report).toContain('first line\nlast line');
  expect(report).not.toContain('all is well');
  expect(report.split('\n').slice(-2)).toEqual([
    'checks: 1 passed, 1 failed (5 s)',
    'tests: 6 passed, 2 failed',
  ]);
});
