// Runs one check to its end and says how it went.
import { rmSync } from 'node:fs';
import { openDisplay, type Display } from '../display.ts';
import { electronEnv } from '../electron-runtime.mjs';
import { startGroup } from '../process-group.ts';
import { root } from '../setup/paths.mjs';
import type { Check, Program } from './checks.ts';
import { readTestCounts, type TestCounts } from './test-counts.ts';

export type Outcome = Readonly<{
  check: Check;
  passed: boolean;
  seconds: number;
  counts?: TestCounts;
  output: string;
}>;

const limitMs = 20 * 60_000;

export async function runCheck(check: Check): Promise<Outcome> {
  const started = performance.now();
  const { report, work } = check;
  if (report) rmSync(report, { force: true });
  const { passed, output } = await attempt(work);
  const seconds = (performance.now() - started) / 1_000;
  const read = report ? readTestCounts(report) : undefined;
  // A runner that failed without a failing test (a file that does not load, a crash) is a failure all the same.
  const counts =
    report && !passed && !read?.failed
      ? { passed: read?.passed ?? 0, failed: 1, skipped: read?.skipped ?? 0 }
      : read;
  return { check, passed, seconds, output, ...(counts && { counts }) };
}

async function attempt(work: Check['work']): Promise<{ passed: boolean; output: string }> {
  if (typeof work !== 'function') return runProgram(work);
  const fault = await work();
  return { passed: fault === undefined, output: fault ?? '' };
}

async function runProgram(program: Program): Promise<{ passed: boolean; output: string }> {
  if (program.screens === undefined) return spawnProgram(program, {});
  const displays = await Promise.all(Array.from({ length: program.screens }, () => openDisplay()));
  try {
    return await spawnProgram(program, { ...screensEnv(displays), ...electronEnv() });
  } finally {
    await Promise.all(displays.map((display) => display.close()));
  }
}

/** All of them for who can use more than one; a person's own screen is one, and in the environment already. */
function screensEnv(displays: readonly Display[]): Readonly<Record<string, string>> {
  const names = displays.flatMap(({ env }) => env.DISPLAY ?? []);
  return names.length === 0 ? {} : { ...displays[0]?.env, HOSO_SCREENS: names.join(',') };
}

async function spawnProgram(
  { script, args, env }: Program,
  more: Readonly<Record<string, string>>,
): Promise<{ passed: boolean; output: string }> {
  const group = startGroup(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  group.child.stdout?.on('data', keep);
  group.child.stderr?.on('data', keep);
  const timer = setTimeout(() => {
    output += `\nstopped: it took longer than ${limitMs / 60_000} minutes\n`;
    void group.stop();
  }, limitMs);
  const { code } = await group.ended;
  clearTimeout(timer);
  // What a test leaves running would disturb the next check.
  await group.stop(2_000);
  return { passed: code === 0, output };
}
