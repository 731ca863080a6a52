/** Unpacks a bundle beside the gateway: whatever it swells to, requests go on and only the worker ends. */
import { Worker } from 'node:worker_threads';
import type { UnpackedBundle } from './unpack-bundle.ts';

/** Several times what the largest bundle needs. */
const memory = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 };

/** Null for what is no bundle, or needs more memory than any. */
export function unpackInWorker(packed: Uint8Array): Promise<UnpackedBundle | null> {
  const worker = new Worker(new URL('./unpack-worker.ts', import.meta.url), {
    workerData: packed,
    resourceLimits: memory,
  });
  const { promise, resolve, reject } = Promise.withResolvers<UnpackedBundle | null>();
  // Of our own worker, which posts exactly this.
  worker.on('message', (unpacked: UnpackedBundle | null) => resolve(unpacked));
  worker.on('error', (error: Error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null);
    else reject(error);
  });
  worker.on('exit', () => reject(new Error('the worker ended without an answer')));
  return promise;
}
