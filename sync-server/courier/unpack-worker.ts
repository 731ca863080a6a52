/** The worker thread that unpacks one bundle and answers once. */
import { parentPort, workerData } from 'node:worker_threads';
import { unpackBundle } from './unpack-bundle.ts';

if (!parentPort) throw new Error('Unpacking a bundle runs in a worker thread only.');
// `unpackInWorker` gives exactly this.
parentPort.postMessage(unpackBundle(workerData as Uint8Array));
