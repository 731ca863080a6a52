/** The parts of the centre that keep scans, put together once. */
import type { BlobStore } from '../blobs/blob-store.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { openScanBlobs, type ScanBlobs } from './scan-blobs.ts';
import { openScanReceipts, type ScanReceipts } from './scan-receipts.ts';
import { openUnreferenced, type Unreferenced } from './unreferenced.ts';
import { openUploads, type Uploads } from './uploads.ts';

export interface Scans {
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
  readonly scanBlobs: ScanBlobs;
  readonly receipts: ScanReceipts;
  readonly unreferenced: Unreferenced;
}

export function openScans(parts: {
  readonly store: DocumentStore;
  readonly blobs: BlobStore;
  readonly keys: ServerKeys;
  readonly nowMs: () => number;
}): Scans {
  const { store, blobs, keys, nowMs } = parts;
  const { ring } = keys;
  return {
    blobs,
    uploads: openUploads({ store, blobs, ring, nowMs }),
    scanBlobs: openScanBlobs({ store, blobs, ring, nameSecret: keys.claim, nowMs }),
    receipts: openScanReceipts(store, nowMs),
    unreferenced: openUnreferenced(store, nowMs),
  };
}
