/**
 * After the fault tests have run: `--write` puts what they showed on `docs/reliability.md`, `--add` does so
 * and keeps the rows of tests that were not run. Without either, the page is compared with what the tests
 * showed, and nothing is written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { recordedFaults } from './fault-record.ts';
import { differences, withTable } from './page.ts';

const file = resolve(import.meta.dirname, '..', '..', '..', 'docs', 'reliability.md');
const page = await readFile(file, 'utf8');
const rows = recordedFaults();
const adds = process.argv.includes('--add');

if (adds || process.argv.includes('--write')) {
  // The text of the page keeps its line ends; only the table is laid out.
  const laidOut = await format(withTable(page, rows, adds), {
    parser: 'markdown',
    proseWrap: 'preserve',
  });
  await writeFile(file, laidOut);
  console.log(`${rows.length} faults on docs/reliability.md`);
}
const found = adds ? [] : differences(await readFile(file, 'utf8'), rows);
for (const difference of found) console.error(difference);
if (found.length > 0) {
  console.error('docs/reliability.md is not what the tests show: npm run faults makes it anew.');
  process.exitCode = 1;
}
