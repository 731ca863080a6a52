/** The blobs of an installation: a folder beside the store, or a bucket by `BLOB_URL`. */
import { join } from 'node:path';
import type { BlobStore } from './blob-store.ts';
import { openFileBlobStore } from './file/file-blob-store.ts';
import { openS3BlobStore } from './s3/s3-blob-store.ts';
import { s3Place } from './s3/s3-place.ts';

/** @throws RangeError for a `BLOB_URL` that cannot be meant */
export function openBlobStore(
  dataDir: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<BlobStore> {
  const url = environment.BLOB_URL;
  if (url === undefined || url === '') return openFileBlobStore(join(dataDir, 'blobs'));
  return openS3BlobStore(s3Place(url, environment));
}
