/** The worker behind `openEmbeddedSnapshot`: one read transaction, from the start to the end. It never writes. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './engine/engine.ts';
import { runBatch } from './file/batch.ts';
import { WRITES, type FromWorker, type ToWorker } from './protocol.ts';

if (!parentPort) throw new Error('The snapshot worker runs in a worker thread only.');
const port = parentPort;

// `startWorker` gives exactly this.
const { file } = workerData as { readonly file: string };
const db = new DatabaseSync(file);
db.exec('PRAGMA busy_timeout = 10000');
db.exec('PRAGMA query_only = 1');
db.exec('BEGIN');
// A transaction begins to see at its first read.
db.prepare('SELECT count(*) FROM databases').get();
const engine = createEngine(db);

function post(message: FromWorker): void {
  port.postMessage(message);
}

port.on('message', (message: ToWorker) => {
  if (message === 'close') {
    db.close();
    post({ kind: 'closed' });
    port.close();
    return;
  }
  if (WRITES.has(message.method)) throw new Error('A snapshot is read only.');
  runBatch(db, engine, [message], (replies) => post({ kind: 'replies', replies, wrote: [] }));
});

post({ kind: 'ready' });
