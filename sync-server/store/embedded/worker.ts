/**
 * The worker that owns the SQLite file. What arrives in one turn of the loop runs in one
 * transaction, each write in its own savepoint: many callers share an fsync, and one that fails
 * takes no other with it. Nothing is acknowledged before the commit is on the disk.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { runBatch } from './file/batch.ts';
import { scheduleCheckpoints } from './file/checkpoints.ts';
import { openDatabaseFile } from './file/database-file.ts';
import { createEngine } from './engine/engine.ts';
import { boundBacktracking } from './mango/pattern.ts';
import type { FromWorker, Request, ToWorker } from './protocol.ts';

if (!parentPort) throw new Error('The store worker runs in a worker thread only.');
const port = parentPort;

// `startWorker` gives exactly this.
const { file } = workerData as { readonly file: string };
boundBacktracking();
const db = openDatabaseFile(file);
const engine = createEngine(db);
const checkpoints = scheduleCheckpoints(db);
const queue: Request[] = [];
let scheduled = false;
let closing = false;

function post(message: FromWorker): void {
  port.postMessage(message);
}

function drain(): void {
  scheduled = false;
  runBatch(db, engine, queue.splice(0), (replies, wrote) => {
    post({ kind: 'replies', replies, wrote });
    if (wrote.length > 0) checkpoints.noteWrite();
  });
  if (closing) finish();
}

function finish(): void {
  checkpoints.stop();
  db.close();
  post({ kind: 'closed' });
  port.close();
}

port.on('message', (message: ToWorker) => {
  if (message === 'close') closing = true;
  else queue.push(message);
  if (scheduled) return;
  scheduled = true;
  setImmediate(drain);
});

post({ kind: 'ready' });
