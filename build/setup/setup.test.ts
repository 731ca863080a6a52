import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { explain, mainLines, SetupError } from './setup-error.mjs';

test('an unknown purpose is refused in both languages, with what is known', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [inRoot('build/setup/main.mjs'), 'everything'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('Không hiểu "everything"');
  expect(stderr).toContain('start, test, demo, package');
});

test('a failed step tells what to type and shows the output', () => {
  const text = explain(
    new SetupError({
      vi: 'Thiếu gói.',
      en: 'A package is missing.',
      command: 'apt-get x',
      output: 'E: no',
    }),
  );
  expect(text).toBe('  Thiếu gói.\n  A package is missing.\n\n    apt-get x\n\n  | E: no');
});

test('of a long output both ends are shown', () => {
  const lines = mainLines(Array.from({ length: 100 }, (_, n) => `line ${n}`).join('\n'), 4);
  expect(lines).toBe('  | line 0\n  | line 1\n  | …\n  | line 98\n  | line 99');
});

test('a program over its time is ended, one that is not there is an answer', async () => {
  const late = await run(process.execPath, ['-e', 'setInterval(() => {}, 9)'], { timeoutMs: 100 });
  expect(late).toMatchObject({ code: null, timedOut: true });
  const absent = await run('no-such-program-here', []);
  expect(absent.code).toBeNull();
  expect(absent.output).toContain('ENOENT');
});

test('colours are taken out of what a program prints', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoso-run-'));
  const script = path.join(folder, 'red.js');
  writeFileSync(script, String.raw`console.error('\u001b[31mred\u001b[0m')`);
  const { output } = await run(process.execPath, [script]);
  rmSync(folder, { recursive: true });
  expect(output).toBe('red\n');
});
