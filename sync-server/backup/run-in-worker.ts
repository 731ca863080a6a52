/** Starts the worker of a backup and waits for its answer. */
import { Worker } from 'node:worker_threads';
import { ProblemError, type ProblemCode, type ProblemDetails } from '../../shared/errors/index.ts';
import type { BackupOrder, BackupOutcome } from './backup-work.ts';
import type { Progress } from './verify-set.ts';

export type FromBackupWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: BackupOutcome }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly details: ProblemDetails };

export interface RunningBackup {
  readonly outcome: Promise<BackupOutcome>;
  /** Gives up at once; what was half written is cleared away by the next one. */
  stop(): Promise<void>;
}

/** @throws ProblemError (by `outcome`) what went wrong in words, or the error itself */
export function runInWorker(
  order: BackupOrder,
  onProgress: (progress: Progress) => void,
): RunningBackup {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<BackupOutcome>();
  worker.on('message', (message: FromBackupWorker) => {
    if (message.kind === 'progress') onProgress(message.progress);
    if (message.kind === 'done') resolve(message.outcome);
    if (message.kind === 'problem') reject(new ProblemError(message.code, message.details));
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('the backup worker ended without an answer')));
  return {
    outcome: promise,
    async stop() {
      await worker.terminate();
    },
  };
}
