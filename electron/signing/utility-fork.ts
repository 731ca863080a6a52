/** How Electron's main process starts the worker: `utilityFork(utilityProcess.fork)`. */
import type { ForkSigningProcess } from './host.ts';

/** What we use of Electron's UtilityProcess, so that this file loads without Electron. */
interface UtilityProcess {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

type UtilityProcessFork = (
  modulePath: string,
  args: string[],
  options: { serviceName: string },
) => UtilityProcess;

export function utilityFork(fork: UtilityProcessFork): ForkSigningProcess {
  return (workerPath) => {
    const child = fork(workerPath, [], { serviceName: 'hoso-signing' });
    return {
      postMessage: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.on('exit', listener),
      kill: () => void child.kill(),
    };
  };
}
