/** The worker thread of a backup: takes one order, tells how far it is, answers once. */
import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError } from '../../shared/errors/index.ts';
import { doBackupWork, type BackupOrder } from './backup-work.ts';
import type { FromBackupWorker } from './run-in-worker.ts';

if (!parentPort) throw new Error('The backup worker runs in a worker thread only.');
const port = parentPort;
const post = (message: FromBackupWorker): void => port.postMessage(message);

try {
  // `runInWorker` gives exactly this.
  const order = workerData as BackupOrder;
  const outcome = await doBackupWork(order, (progress) => post({ kind: 'progress', progress }));
  post({ kind: 'done', outcome });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  const { code, problem } = error;
  post({ kind: 'problem', code, details: problem.details ?? {} });
}
