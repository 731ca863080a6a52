/**
 * The main process's side of signing: starts a worker for each operation, sets it a time limit,
 * and turns silence, crash and nonsense into values. Does not know Electron: how to start the
 * worker is given to it. Invariant: at most one signing at a time.
 */
import { failed, type Result } from '../../shared/errors/index.ts';
import { parseListReply, parseSignReply, type SigningJob } from './messages.ts';
import type { SignedCms, SignRequest, TokenList } from './types.ts';

/** A started worker, as far as the host needs it. */
export interface SigningProcess {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process is gone or could not be started. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type ForkSigningProcess = (workerPath: string) => SigningProcess;

export interface SigningHostOptions {
  readonly workerPath: string;
  readonly fork: ForkSigningProcess;
  /** For the whole operation, a PIN typed on the reader included. */
  readonly timeoutMs: number;
}

export interface SigningHost {
  /** An empty list is a good answer: no token is plugged in. */
  list(module: string): Promise<Result<TokenList>>;
  /** Problems: the signing area of the catalogue. `signal` ends the attempt: PIN_CANCELLED. */
  sign(request: SignRequest, signal?: AbortSignal): Promise<Result<SignedCms>>;
}

export function createSigningHost(options: SigningHostOptions): SigningHost {
  let signing = false;
  return {
    list: (module) => runInWorker(options, { kind: 'list', module }, parseListReply),
    sign: async (request, signal) => {
      if (signing) return failed('SIGNING_IN_PROGRESS');
      signing = true;
      try {
        return await runInWorker(options, { kind: 'sign', ...request }, parseSignReply, signal);
      } finally {
        signing = false;
      }
    },
  };
}

function runInWorker<T>(
  { workerPath, fork, timeoutMs }: SigningHostOptions,
  job: SigningJob,
  parseReply: (message: unknown) => Result<T> | undefined,
  signal?: AbortSignal,
): Promise<Result<T>> {
  if (signal?.aborted) return Promise.resolve(failed('PIN_CANCELLED'));
  return new Promise((resolve) => {
    const worker = fork(workerPath);
    // The first to speak decides; a promise ignores the later ones.
    const settle = (result: Result<T>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
      worker.kill();
    };
    const deviceError = (reason: string): Result<T> => failed('SIGNING_DEVICE_ERROR', { reason });
    const onAbort = (): void => settle(failed('PIN_CANCELLED'));
    const timer = setTimeout(() => settle(failed('SIGNING_TIMED_OUT')), timeoutMs);
    signal?.addEventListener('abort', onAbort);
    worker.onMessage((message) => settle(parseReply(message) ?? deviceError('BAD_REPLY')));
    worker.onExit((code) => settle(deviceError(`EXIT_${code ?? 'SIGNAL'}`)));
    worker.postMessage(job);
  });
}
