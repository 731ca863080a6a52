// `npm test`: every check of the project, then one summary. Exit code 1 when any failed.
//   npm test -- [--only types,unit]
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checks, type Check } from './check/checks.ts';
import { closingReport, outcomeLine } from './check/report.ts';
import { runCheck, type Outcome } from './check/run-check.ts';
import { runInOrder } from './check/schedule.ts';
import { inRoot } from './setup/paths.mjs';

// Two cores are what the smallest of our machines has.
const atOnce = 2;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // The exit hook of process-group.ts ends what is running.
  process.on(signal, () => process.exit(130));
}

const started = performance.now();
mkdirSync(inRoot('test-results'), { recursive: true });
const outcomes = await runInOrder(chosenChecks(), {
  atOnce,
  run: async (check) => tell(await runCheck(check)),
  skip: (check) => tell(notRun(check)),
});
process.stdout.write(`${closingReport(outcomes, (performance.now() - started) / 1_000)}\n`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;

function tell(outcome: Outcome): Outcome {
  process.stdout.write(`${outcomeLine(outcome)}\n`);
  return outcome;
}

function notRun(check: Check): Outcome {
  const output = `not run: it needs "${check.needs ?? ''}", which failed`;
  return { check, passed: false, seconds: 0, output };
}

function chosenChecks(): readonly Check[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return checks;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map(({ name }) => name).join(', ');
    process.stderr.write(`--only: no such check: ${unknown.join(', ')}. There are: ${known}\n`);
    process.exit(2);
  }
  return checks.filter(({ name }) => names.includes(name));
}
