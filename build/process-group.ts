// A child program together with everything it starts. It has a process group of its own, so that Ctrl-C in the
// terminal reaches only us and we end the children in order; stopping waits until the whole group is gone.
// Invariant: no group outlives this process, even when it fails (see the exit hook below).
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export type Ending = Readonly<{ code: number | null; signal: NodeJS.Signals | null }>;

export type ProcessGroup = Readonly<{
  child: ChildProcess;
  /** Settles when the leading process has ended; never rejects. A program that cannot start ends with code 127. */
  ended: Promise<Ending>;
  /** SIGTERM to all, SIGKILL to what is left after the grace time. */
  stop: (graceMs?: number) => Promise<void>;
}>;

const running = new Set<number>();
process.on('exit', () => {
  for (const pid of running) signalGroup(pid, 'SIGKILL');
});

export function startGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: true });
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
    child.once('error', () => {
      if (pid === undefined) resolve({ code: 127, signal: null });
    });
  });
  const stop = async (graceMs = 5_000): Promise<void> => {
    if (pid === undefined) return;
    signalGroup(pid, 'SIGTERM');
    if (!(await groupGone(pid, graceMs))) {
      signalGroup(pid, 'SIGKILL');
      await groupGone(pid, 5_000);
    }
    running.delete(pid);
  };
  return { child, ended, stop };
}

/** False when there is nobody left to signal. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function groupGone(pid: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (signalGroup(pid, 0)) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}
