/** The product's signing host over the product's worker, started as a child of plain Node. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createSigningHost,
  type ForkSigningProcess,
  type SigningHost,
} from '../../../electron/signing/host.ts';

export const workerPath = fileURLToPath(
  new URL('../../../electron/signing/worker.ts', import.meta.url),
);

/** Starts each worker with these variables on top of ours: SoftHSM and the shim read them. */
export function nodeFork(env: Readonly<Record<string, string>>): ForkSigningProcess {
  return (path) => {
    const child = fork(path, [], {
      execArgv: [],
      env: { ...process.env, ...env },
      serialization: 'advanced',
    });
    return {
      postMessage: (message) => void child.send(Object(message)),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.on('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** Two busy cores start a Node process in seconds, not milliseconds. */
export const patientMs = 60_000;

export const nodeHost = (
  env: Readonly<Record<string, string>>,
  timeoutMs = patientMs,
): SigningHost => createSigningHost({ workerPath, fork: nodeFork(env), timeoutMs });
