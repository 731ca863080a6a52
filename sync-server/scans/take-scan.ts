/**
 * The end of an upload: is it what was announced? Only then is it kept, and the receipt written. May be done again
 * from the start at any point where a server ended: keeping, the receipt and dropping the upload are all idempotent.
 */
import { createHash } from 'node:crypto';
import { ProblemError } from '../../shared/errors/index.ts';
import { magicLength, scanTypeOf, scanTypes } from '../../shared/scan/media-type.ts';
import { endsWithFull } from './full.ts';
import type { ScanBlobs } from './scan-blobs.ts';
import type { ScanReceipts } from './scan-receipts.ts';
import type { StandingUpload, UploadDocument, Uploads } from './uploads.ts';

export interface TakeScanParts {
  readonly uploads: Uploads;
  readonly scanBlobs: ScanBlobs;
  readonly receipts: ScanReceipts;
}

/** @throws ProblemError SCAN_HASH_MISMATCH, SCAN_TYPE_UNKNOWN, SCAN_TYPE_MISMATCH: nothing of it is kept */
export async function takeScan(
  { uploads, scanBlobs, receipts }: TakeScanParts,
  standing: StandingUpload,
): Promise<void> {
  const { upload } = standing;
  try {
    await endsWithFull(
      scanBlobs.keep(upload.sha256, upload.bytes, () => checked(upload, uploads.read(upload))),
    );
  } catch (error) {
    // What is not what it says never becomes so; what the disk did not take may be taken later.
    if (error instanceof NotAsAnnounced) await uploads.drop(standing);
    throw error;
  }
  await receipts.write(announcementOf(upload), upload.account);
  await uploads.drop(standing);
}

class NotAsAnnounced extends ProblemError {}

const announcementOf = ({ unit, dossier, sha256, mediaType, bytes }: UploadDocument) => ({
  unit,
  dossier,
  sha256,
  mediaType,
  bytes,
});

/** Passes the bytes on and throws before the end when they are not those that were announced. */
async function* checked(
  { sha256, mediaType }: UploadDocument,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  for await (const piece of source) {
    if (head.length < magicLength) head = Buffer.concat([head, piece]).subarray(0, magicLength);
    hash.update(piece);
    yield piece;
  }
  const found = scanTypeOf(head);
  if (hash.digest('hex') !== sha256) throw new NotAsAnnounced('SCAN_HASH_MISMATCH');
  if (found === null) throw new NotAsAnnounced('SCAN_TYPE_UNKNOWN');
  if (found !== mediaType) {
    const words = { said: scanTypes[mediaType].word, found: scanTypes[found].word };
    throw new NotAsAnnounced('SCAN_TYPE_MISMATCH', words);
  }
}
