/** Runs the load generator; it ends by itself, or is ended. */
import { text } from 'node:stream/consumers';
import { startGroup } from '../../../build/process-group.ts';
import { inRoot } from '../../../build/setup/paths.mjs';
import type { LoadPlan, LoadResult } from './plan.ts';

const longestMs = 60_000;

export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const group = startGroup(process.execPath, [inRoot('test/perf/load/main.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr } = group.child;
  if (!stdin || !stdout || !stderr) throw new Error('the load generator has no streams');
  const late = setTimeout(() => void group.stop(0), longestMs);
  const output = Promise.all([text(stdout), text(stderr)]);
  stdin.end(JSON.stringify(plan));
  const [answer, errors] = await output;
  const { code } = await group.ended;
  clearTimeout(late);
  await group.stop();
  if (code !== 0) throw new Error(`the load generator failed: ${errors.slice(0, 2000)}`);
  return JSON.parse(answer) as LoadResult;
}
