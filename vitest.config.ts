// One project per kind of test; build/check.ts runs them one after another and adds up their results.
import { defineConfig } from 'vitest/config';
import { inRoot } from './build/setup/paths.mjs';

const parts = '{shared,sync-server,electron,renderer,build}';

/** A process per file, but for unit tests: node:sqlite, worker threads and PKCS#11 modules must not meet another test's. */
const shape = { pool: 'forks', environment: 'node' } as const;

export default defineConfig({
  test: {
    env: {
      // Times of day in tests are those of the offices, whatever the machine says.
      TZ: 'Asia/Ho_Chi_Minh',
      // Tests start the server's programs by the hundred: each would compile the same modules anew.
      NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'node-compile'),
    },
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shape,
          name: 'unit',
          // What a file loads serves the next one, too: loading was half of the processor time.
          isolate: false,
          include: [`${parts}/**/*.test.{ts,tsx}`],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shape,
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shape,
          name: 'integration',
          include: ['test/integration/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shape,
          name: 'property',
          include: ['test/property/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...shape,
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shape,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: ['test/faults/report/begin-run.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
