/**
 * Takes away what nobody needs: uploads that nobody continued, objects that no document knows, receipts that no
 * change refers to, and blobs without a receipt.
 *
 * Invariants: what a stored change refers to is never taken away; each step first takes the document, by its revision,
 * then the bytes, so that whoever needs it in that moment wins; gateways may sweep side by side.
 */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { scanLimitOn } from '../../shared/regulation/scan-limit.ts';
import { scanDocumentSchema, scanId, scanIdPrefix } from '../../shared/scan/scan.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, following } from '../documents/documents.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import { maskedChangeOf } from '../intake/stored-shapes.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { documentsBelow } from './documents-below.ts';
import { blobDocumentSchema, blobIdPrefix, scanObjects, type ScanBlobs } from './scan-blobs.ts';
import { uploadDocumentSchema, uploadIdPrefix, uploadObjects, type Uploads } from './uploads.ts';

export interface SweepParts {
  readonly store: DocumentStore;
  readonly units: UnitDirectory;
  readonly blobs: BlobStore;
  readonly uploads: Uploads;
  readonly scanBlobs: ScanBlobs;
  readonly nowMs: () => number;
}

const dayMs = 86_400_000;
/** Younger than this, its document may still be on its way. */
const settledMs = dayMs;
const { scans: database } = serverDatabases;

export async function sweepScans(parts: SweepParts): Promise<void> {
  const limits = scanLimitOn(civilDateInVietnam(new Date(parts.nowMs()).toISOString()));
  await dropUnfinished(parts, limits.unfinishedDays * dayMs);
  const wanted = new Set<string>();
  for (const unit of (await parts.units.all()).keys())
    for (const sha256 of await settleReceipts(parts, unit, limits.unreferencedDays * dayMs))
      wanted.add(parts.scanBlobs.nameOf(sha256));
  await dropBlobs(parts, wanted);
  await dropOrphans(parts);
}

const olderThan = (parts: SweepParts, atUtc: string, ms: number): boolean =>
  Date.parse(atUtc) < parts.nowMs() - ms;

async function dropUnfinished(parts: SweepParts, afterMs: number): Promise<void> {
  for await (const { rev, doc } of documentsBelow(parts.store, database, uploadIdPrefix)) {
    const upload = uploadDocumentSchema.parse(bareDocument(doc));
    if (olderThan(parts, upload.movedAtUtc, afterMs)) await parts.uploads.drop({ rev, upload });
  }
}

/** The hashes of the receipts that stay in a unit's desk. */
async function settleReceipts(
  parts: SweepParts,
  unit: string,
  afterMs: number,
): Promise<readonly string[]> {
  const { store } = parts;
  const desk = deskDatabase(unit);
  const kept: string[] = [];
  const doubtful: { readonly rev: string; readonly _id: string; readonly sha256: string }[] = [];
  for await (const { rev, doc } of documentsBelow(store, desk, scanIdPrefix)) {
    const { _id, sha256, receivedAtUtc } = scanDocumentSchema.parse(bareDocument(doc));
    if (olderThan(parts, receivedAtUtc, afterMs)) doubtful.push({ rev, _id, sha256 });
    else kept.push(sha256);
  }
  const named = doubtful.length === 0 ? new Set<string>() : await namedScans(store, desk);
  for (const { rev, _id, sha256 } of doubtful) {
    if (named.has(_id)) kept.push(sha256);
    else await store.bulkDocs(desk, [{ _id, _rev: rev, _deleted: true }]);
  }
  return kept;
}

/** Ids of the receipts that some change of the desk refers to. */
async function namedScans(store: DocumentStore, desk: string): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for await (const stored of documentsBelow(store, desk, 'change:')) {
    const { dossier, evidence } = maskedChangeOf(stored);
    for (const { sha256 } of evidence) named.add(scanId({ dossier, sha256 }));
  }
  return named;
}

async function dropBlobs(parts: SweepParts, wanted: ReadonlySet<string>): Promise<void> {
  const { store, blobs } = parts;
  for await (const { rev, doc } of documentsBelow(store, database, blobIdPrefix)) {
    const blob = blobDocumentSchema.parse(bareDocument(doc));
    const needed = wanted.has(blob._id.slice(blobIdPrefix.length));
    if (needed) await parts.scanBlobs.rewrap(blob, rev);
    else if (olderThan(parts, blob.keptAtUtc, settledMs)) {
      // By its revision: should the same content arrive in this moment, that write wins and it stays.
      const gone = { _id: blob._id, _deleted: true };
      const [result] = await store.bulkDocs(database, [following(gone, rev)]);
      if (result?.ok) await blobs.delete(blob.object);
    }
  }
}

/** Objects that a crash left between the bytes and their document. */
async function dropOrphans({ store, blobs, nowMs }: SweepParts): Promise<void> {
  const known = new Set<string>();
  for await (const { doc } of documentsBelow(store, database, blobIdPrefix))
    known.add(blobDocumentSchema.parse(bareDocument(doc)).object);
  for await (const { doc } of documentsBelow(store, database, uploadIdPrefix))
    for (const { object } of uploadDocumentSchema.parse(bareDocument(doc)).pieces)
      known.add(object);
  for (const below of [scanObjects, uploadObjects])
    for await (const { key, writtenAtMs } of blobs.list(below))
      if (!known.has(key) && writtenAtMs < nowMs() - settledMs) await blobs.delete(key);
}
