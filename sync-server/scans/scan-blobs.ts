/**
 * The sealed bytes of scans, one blob for each content in the whole province. A blob is a document in `scans` (its
 * data key, wrapped by the server's ring, and which object holds it) and one object in the BlobStore.
 *
 * Invariants: nothing of a scan is on a disk in the clear; the document's id is a keyed hash, so that neither store
 * tells whether a known paper is kept; the document is written after the object, so a document has its bytes.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { frameCipherAbout } from './scan-about.ts';
import { openFrames, sealedBytes, sealedRange, sealFrames } from '../../shared/scan/frames.ts';
import type { BlobStore, ByteSource } from '../blobs/blob-store.ts';
import { frameCipher } from '../blobs/sealing/frame-cipher.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, following, readDocument, refusal } from '../documents/documents.ts';
import { wrappedKeySchema, type KeyRing } from '../keys/key-ring.ts';
import { newSealKey } from '../keys/sealed-bytes.ts';
import type { DocumentStore } from '../store/document-store.ts';

export const scanKeyPurpose = 'scan';
export const blobIdPrefix = 'blob:';
/** Objects of scans in the BlobStore, below this. */
export const scanObjects = 'scans/';
const { scans: database } = serverDatabases;

export const blobDocumentSchema = z.object({
  _id: z.string(),
  type: z.literal('blob'),
  object: z.string(),
  wrapped: wrappedKeySchema,
  bytes: z.int().min(1),
  /** Written anew whenever the same content arrives again: what was just asked for is not swept. */
  keptAtUtc: z.iso.datetime(),
});
export type BlobDocument = Readonly<z.infer<typeof blobDocumentSchema>>;

export interface ScanBlobParts {
  readonly store: DocumentStore;
  readonly blobs: BlobStore;
  readonly ring: KeyRing;
  /** For names alone; outlives every rotation of the ring, since blobs are found again by it. */
  readonly nameSecret: Uint8Array;
  readonly nowMs: () => number;
}

export type ScanBlobs = ReturnType<typeof openScanBlobs>;

export function openScanBlobs({ store, blobs, ring, nameSecret, nowMs }: ScanBlobParts) {
  const nameKey = Buffer.from(hkdfSync('sha256', nameSecret, 'hoso', 'scan-name', 32));
  const nameOf = (sha256: string) => createHmac('sha256', nameKey).update(sha256).digest('hex');
  const nowUtc = () => new Date(nowMs()).toISOString();

  async function find(sha256: string) {
    const stored = await readDocument(store, database, blobIdPrefix + nameOf(sha256));
    return stored && { rev: stored.rev, blob: blobDocumentSchema.parse(bareDocument(stored.doc)) };
  }

  async function write(blob: BlobDocument, rev: string | undefined): Promise<boolean> {
    const [result] = await store.bulkDocs(database, [following(blob, rev)]);
    if (result?.ok) return true;
    if (result?.error !== 'conflict') throw refusal(result);
    return false;
  }

  /** The same content again: its bytes are only checked (the source is read to its end), then let go. */
  async function keepAgain(sha256: string, source: ByteSource): Promise<boolean> {
    const standing = await find(sha256);
    if (!standing || !(await blobs.head(standing.blob.object))) return false;
    for await (const _ of source);
    return write({ ...standing.blob, keptAtUtc: nowUtc() }, standing.rev);
  }

  return {
    nameOf,
    find,

    /**
     * Keeps bytes whose hash the source checks itself: it throws before its end when they are others.
     * @param source may be asked for more than once
     */
    async keep(sha256: string, bytes: number, source: () => ByteSource): Promise<void> {
      if (await keepAgain(sha256, source())) return;
      const name = nameOf(sha256);
      const key = newSealKey();
      const random = randomBytes(6).toString('hex');
      const object = `${scanObjects}${name.slice(0, 2)}/${name.slice(2)}-${random}`;
      const sealed = sealFrames(frameCipher(key), frameCipherAbout(sha256), bytes, source());
      await blobs.put(object, sealed, sealedBytes(bytes));
      const wrapped = ring.wrap(scanKeyPurpose, key);
      const _id = blobIdPrefix + name;
      const blob = { _id, type: 'blob', object, wrapped, bytes, keptAtUtc: nowUtc() } as const;
      const before = await find(sha256);
      // Someone else kept the same content in this moment: theirs stands, ours is swept.
      if (!(await write(blob, before?.rev))) await blobs.delete(object);
      else if (before) await blobs.delete(before.blob.object);
    },

    /** The clear bytes from `start` to before `end`; null when there is no such scan. @throws FrameBrokenError */
    async read(
      sha256: string,
      range: (bytes: number) => { readonly start: number; readonly end: number },
    ): Promise<ByteSource | null> {
      const found = await find(sha256);
      if (!found) return null;
      const { object, wrapped, bytes } = found.blob;
      const { start, end } = range(bytes);
      const sealed = await blobs.get(object, sealedRange(bytes, start, end));
      if (!sealed) return null;
      const cipher = frameCipher(ring.unwrap(scanKeyPurpose, wrapped));
      return openFrames(cipher, frameCipherAbout(sha256), { bytes, start, end }, sealed);
    },

    /** After the ring turned: the data key under the current server key; the bytes stay as they are. */
    async rewrap(blob: BlobDocument, rev: string): Promise<void> {
      if (blob.wrapped.key === ring.currentId) return;
      const wrapped = ring.wrap(scanKeyPurpose, ring.unwrap(scanKeyPurpose, blob.wrapped));
      await write({ ...blob, wrapped }, rev);
    },
  };
}
