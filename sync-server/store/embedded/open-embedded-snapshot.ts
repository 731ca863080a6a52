/**
 * All databases of the embedded store as they are at one instant, to be read while writing goes on: a read
 * transaction on a connection of its own, in a worker of its own. Writers do not wait for it; only the
 * write-ahead log grows until it is closed.
 */
import type { ReadableStore } from '../document-store.ts';
import { databaseReads, documentReads } from './open-embedded-store.ts';
import { createScans } from './scans.ts';
import { startWorker } from './worker-link.ts';

/** The instant lies between the call and its result. @throws StoreError 503 */
export async function openEmbeddedSnapshot(file: string): Promise<ReadableStore> {
  const events = { onWrote: () => undefined, onFailure: () => undefined };
  const link = await startWorker(file, events, new URL('./snapshot-worker.ts', import.meta.url));
  return {
    ...databaseReads(link),
    bulkGet: documentReads(link).bulkGet,
    changes: createScans(link).changes,
    close: () => link.close(),
  };
}
