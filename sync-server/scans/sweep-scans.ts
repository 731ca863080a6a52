/**
 * Takes away what nobody needs: uploads that nobody continued, objects that no document knows, receipts that no
 * change refers to, and blobs without a receipt.
 *
 * Invariants: nothing is taken away before all that could need it was read: what cannot be read ends the sweep;
 * what a stored change refers to is never taken away, and after a restore nothing at all for as long as offices may
 * still offer again what needs it;
 * each step first takes the document, by its revision, then the bytes, so that whoever needs it in that moment
 * wins; gateways may sweep side by side.
 */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { scanLimitOn } from '../../shared/regulation/scan-limit.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { serverDatabases } from '../documents/databases.ts';
import { following } from '../documents/documents.ts';
import { documentsBelow } from '../documents/documents-below.ts';
import { blobDocumentSchema, blobIdPrefix, scanObjects, type ScanBlobs } from './scan-blobs.ts';
import { readable, surveyScans, type SurveyedReceipt, type SurveyParts } from './survey-scans.ts';
import { uploadDocumentSchema, uploadIdPrefix, uploadObjects, type Uploads } from './uploads.ts';

export interface SweepParts extends SurveyParts {
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
  readonly scanBlobs: ScanBlobs;
  /** When the centre was last put back from a copy; absent: never. */
  readonly restoredAtUtc?: string | undefined;
  readonly nowMs: () => number;
}

const dayMs = 86_400_000;
/** Younger than this, its document may still be on its way. */
const settledMs = dayMs;
const { scans: database } = serverDatabases;

/** @throws UnreadableDocumentError: what was not looked at stays */
export async function sweepScans(parts: SweepParts): Promise<void> {
  const limits = scanLimitOn(civilDateInVietnam(new Date(parts.nowMs()).toISOString()));
  const unreferencedMs = limits.unreferencedDays * dayMs;
  const receipts = await surveyScans(parts);
  await dropUnfinished(parts, limits.unfinishedDays * dayMs);
  const { restoredAtUtc } = parts;
  // After a restore offices offer again what the centre does not know, and that may refer to anything.
  if (restoredAtUtc !== undefined && !olderThan(parts, restoredAtUtc, unreferencedMs))
    return rewrapAll(parts);
  const wanted = await dropReceipts(parts, receipts, unreferencedMs);
  await dropBlobs(parts, wanted);
  await dropOrphans(parts);
}

const olderThan = (parts: SweepParts, atUtc: string, ms: number): boolean =>
  Date.parse(atUtc) < parts.nowMs() - ms;

async function dropUnfinished(parts: SweepParts, afterMs: number): Promise<void> {
  for await (const standing of uploadsIn(parts))
    if (olderThan(parts, standing.upload.movedAtUtc, afterMs)) await parts.uploads.drop(standing);
}

/** Returns the names of the blobs whose receipts stay. */
async function dropReceipts(
  parts: SweepParts,
  receipts: readonly SurveyedReceipt[],
  afterMs: number,
): Promise<ReadonlySet<string>> {
  const wanted = new Set<string>();
  for (const { named, receivedAtUtc, desk, id, rev, sha256 } of receipts)
    if (named || !olderThan(parts, receivedAtUtc, afterMs))
      wanted.add(parts.scanBlobs.nameOf(sha256));
    else await parts.store.bulkDocs(desk, [{ _id: id, _rev: rev, _deleted: true }]);
  return wanted;
}

async function dropBlobs(parts: SweepParts, wanted: ReadonlySet<string>): Promise<void> {
  for await (const { rev, blob } of blobsIn(parts)) {
    if (wanted.has(blob._id.slice(blobIdPrefix.length))) await parts.scanBlobs.rewrap(blob, rev);
    else if (olderThan(parts, blob.keptAtUtc, settledMs)) {
      // By its revision: should the same content arrive in this moment, that write wins and it stays.
      const gone = { _id: blob._id, _deleted: true };
      const [result] = await parts.store.bulkDocs(database, [following(gone, rev)]);
      if (result?.ok) await parts.blobs.delete(blob.object);
    }
  }
}

async function rewrapAll(parts: SweepParts): Promise<void> {
  for await (const { rev, blob } of blobsIn(parts)) await parts.scanBlobs.rewrap(blob, rev);
}

async function* blobsIn({ store }: SweepParts) {
  for await (const stored of documentsBelow(store, database, blobIdPrefix))
    yield { rev: stored.rev, blob: readable(blobDocumentSchema, database, stored) };
}

async function* uploadsIn({ store }: SweepParts) {
  for await (const stored of documentsBelow(store, database, uploadIdPrefix))
    yield { rev: stored.rev, upload: readable(uploadDocumentSchema, database, stored) };
}

/** Objects that a crash left between the bytes and their document. */
async function dropOrphans(parts: SweepParts): Promise<void> {
  const { blobs, nowMs } = parts;
  const known = new Set<string>();
  for await (const { blob } of blobsIn(parts)) known.add(blob.object);
  for await (const { upload } of uploadsIn(parts))
    for (const { object } of upload.pieces) known.add(object);
  for (const below of [scanObjects, uploadObjects])
    for await (const { key, writtenAtMs } of blobs.list(below))
      if (!known.has(key) && writtenAtMs < nowMs() - settledMs) await blobs.delete(key);
}
