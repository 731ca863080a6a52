// The checks of `npm test`, in the order in which they start.
import { bundles } from '../setup/bundles.mjs';
import { inRoot } from '../setup/paths.mjs';
import { explain } from '../setup/setup-error.mjs';

export type Check = Readonly<{
  name: string;
  /** Runs with nothing beside it: it measures time, or needs both cores. */
  alone?: true;
  /** Starts only when this one has passed. */
  needs?: string;
  /** Where the test runner writes its JSON report. */
  report?: string;
  work: Program | Task;
}>;

/** Run by the local Node; with `screens` it has so many displays, and an Electron. */
export type Program = Readonly<{
  script: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  screens?: number;
}>;

/** Returns what went wrong; nothing when all is well. */
export type Task = () => Promise<string | undefined>;

const reportOf = (name: string): string => inRoot('test-results', `${name}.json`);

const tool = (name: string, script: string, ...args: readonly string[]): Check => ({
  name,
  work: { script: inRoot('node_modules', script), args },
});

const vitest = (project: string): Check => ({
  name: project,
  report: reportOf(project),
  work: {
    script: inRoot('node_modules/vitest/vitest.mjs'),
    args: [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportOf(project)}`,
    ],
  },
});

export const checks: readonly Check[] = [
  tool('types', 'typescript/bin/tsc', '-b'),
  tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  tool('lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0'),
  tool(
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config=.dependency-cruiser.mjs',
    ...['shared', 'renderer', 'electron', 'sync-server', 'build', 'test'],
  ),
  tool('unused', 'knip/bin/knip.js', '--no-config-hints'),
  { name: 'build', work: buildBundles },
  vitest('unit'),
  vitest('contract'),
  vitest('property'),
  vitest('integration'),
  // Two centres with six PCs each.
  { ...vitest('fuzz'), alone: true },
  { ...vitest('faults'), alone: true, needs: 'build' },
  // The page of faults says what the tests have shown, no more and no less.
  {
    name: 'reliability',
    needs: 'faults',
    work: { script: inRoot('test/faults/report/main.ts'), args: [] },
  },
  {
    name: 'e2e',
    alone: true,
    needs: 'build',
    report: reportOf('e2e'),
    work: {
      script: inRoot('node_modules/@playwright/test/cli.js'),
      args: ['test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e') },
      screens: 2,
    },
  },
];

async function buildBundles(): Promise<string | undefined> {
  try {
    await bundles();
    return undefined;
  } catch (error) {
    return explain(error);
  }
}
