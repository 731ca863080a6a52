import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startGroup } from './process-group.ts';

/** Prints the process id of a grandchild, then waits; `deaf` ignores SIGTERM. */
const parent = (deaf: boolean): string => `
  const { spawn } = require('node:child_process');
  ${deaf ? "process.on('SIGTERM', () => {});" : ''}
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function startFamily(deaf: boolean): Promise<{
  group: ReturnType<typeof startGroup>;
  grandchild: number;
}> {
  const group = startGroup(process.execPath, ['-e', parent(deaf)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const grandchild = await new Promise<number>((resolve) => {
    group.child.stdout?.once('data', (text: Buffer) => {
      resolve(Number(text.toString()));
    });
  });
  return { group, grandchild };
}

test('stopping a program also stops what it has started', async () => {
  const { group, grandchild } = await startFamily(false);
  expect(alive(grandchild)).toBe(true);
  await group.stop();
  expect(alive(grandchild)).toBe(false);
  expect(await group.ended).toEqual({ code: null, signal: 'SIGTERM' });
});

test('a program that does not listen is killed after the grace time', async () => {
  const { group, grandchild } = await startFamily(true);
  await sleep(50);
  await group.stop(200);
  expect(await group.ended).toEqual({ code: null, signal: 'SIGKILL' });
  expect(alive(grandchild)).toBe(false);
});

test('a program that is not there ends with code 127, and stopping it is no error', async () => {
  const group = startGroup('no-such-program-here', []);
  expect(await group.ended).toEqual({ code: 127, signal: null });
  await group.stop();
});
