/**
 * Unfinished uploads: a document in `scans` with the pieces that have arrived, each piece a sealed object of its own.
 * Invariants: a piece is durable before it counts; two requests at the same offset cannot both count (the revision
 * decides), through however many gateways they come; an upload is found by its owner's name alone; a short piece is
 * merged with the next one, so that a line that breaks at each byte leaves no more objects than a good one.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { failed, done, type Result } from '../../shared/errors/index.ts';
import { scanAnnouncementSchema, type ScanAnnouncement } from '../../shared/scan/scan.ts';
import type { BlobStore, ByteSource } from '../blobs/blob-store.ts';
import { serverDatabases } from '../documents/databases.ts';
import {
  bareDocument,
  following,
  readDocument,
  refusal,
  writeDocument,
} from '../documents/documents.ts';
import { wrappedKeySchema, type KeyRing } from '../keys/key-ring.ts';
import { newSealKey, openSealedBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { pieceAbout } from './scan-about.ts';

export const uploadIdPrefix = 'upload:';
/** Objects of uploads in the BlobStore, below this. */
export const uploadObjects = 'uploads/';
const uploadKeyPurpose = 'scan-upload';
/** A piece below this takes in what comes next. */
const wholePieceBytes = 256 * 1024;
const { scans: database } = serverDatabases;

export const uploadDocumentSchema = scanAnnouncementSchema.extend({
  _id: z.string(),
  type: z.literal('upload'),
  id: z.string(),
  account: z.string(),
  wrapped: wrappedKeySchema,
  pieces: z.array(z.strictObject({ object: z.string(), bytes: z.int().min(1) })),
  startedAtUtc: z.iso.datetime(),
  /** When something last arrived. */
  movedAtUtc: z.iso.datetime(),
});
export type UploadDocument = Readonly<z.infer<typeof uploadDocumentSchema>>;

export interface StandingUpload {
  readonly rev: string;
  readonly upload: UploadDocument;
}

export interface UploadParts {
  readonly store: DocumentStore;
  readonly blobs: BlobStore;
  readonly ring: KeyRing;
  readonly nowMs: () => number;
}

export const offsetOf = ({ pieces }: UploadDocument): number =>
  pieces.reduce((sum, { bytes }) => sum + bytes, 0);

const idOf = (account: string, id: string): string => `${uploadIdPrefix}${account}:${id}`;
/** Uploads are numbered by chance: nobody guesses another's, and the id becomes part of a path. */
const idPattern = /^[0-9a-f]{32}$/;
export const newUploadId = (): string => randomBytes(16).toString('hex');

export type Uploads = ReturnType<typeof openUploads>;

export function openUploads({ store, blobs, ring, nowMs }: UploadParts) {
  const nowUtc = () => new Date(nowMs()).toISOString();
  const keyOf = (upload: UploadDocument) => ring.unwrap(uploadKeyPurpose, upload.wrapped);
  const openPiece = pieceOpener(blobs, keyOf);

  return {
    async find(account: string, id: string): Promise<StandingUpload | null> {
      if (!idPattern.test(id)) return null;
      const stored = await readDocument(store, database, idOf(account, id));
      if (!stored) return null;
      return { rev: stored.rev, upload: uploadDocumentSchema.parse(bareDocument(stored.doc)) };
    },

    async countOf(account: string): Promise<number> {
      const startKey = idOf(account, '');
      const page = await store.allDocs(database, { startKey, endKey: `${startKey}\uffff` });
      return page.rows.length;
    },

    async begin(account: string, id: string, scan: ScanAnnouncement): Promise<void> {
      const atUtc = nowUtc();
      const upload: UploadDocument = {
        _id: idOf(account, id),
        type: 'upload',
        id,
        account,
        ...scan,
        wrapped: ring.wrap(uploadKeyPurpose, newSealKey()),
        pieces: [],
        startedAtUtc: atUtc,
        movedAtUtc: atUtc,
      };
      await writeDocument(store, database, { ...upload });
    },

    /** The upload with one piece more. `SCAN_OFFSET` when another request was faster. */
    async append(standing: StandingUpload, clear: Uint8Array): Promise<Result<StandingUpload>> {
      const { upload, rev } = standing;
      const { before, offset, bytes, merged } = await joined(openPiece, upload, clear);
      const random = randomBytes(6).toString('hex');
      const object = `${uploadObjects}${upload.id}/${offset}-${random}`;
      const sealed = sealBytes(keyOf(upload), bytes, pieceAbout(upload.id, offset));
      await blobs.put(object, oneOf(sealed), sealed.length);
      const pieces = [...before, { object, bytes: bytes.length }];
      const next: UploadDocument = { ...upload, pieces, movedAtUtc: nowUtc() };
      const [result] = await store.bulkDocs(database, [following(next, rev)]);
      if (result?.ok) {
        // Should the server end before: an object that no document knows is swept.
        if (merged !== null) await blobs.delete(merged);
        return done({ rev: result.rev, upload: next });
      }
      await blobs.delete(object);
      if (result?.error !== 'conflict') throw refusal(result);
      return failed('SCAN_OFFSET');
    },

    /** What has arrived, in order and in the clear. */
    async *read(upload: UploadDocument): AsyncGenerator<Uint8Array> {
      let offset = 0;
      for (const { object, bytes } of upload.pieces) {
        const piece = await openPiece(upload, object, offset);
        // Swept while it was being read: as if it had never been sent.
        if (!piece) throw new Error('a piece of an upload is gone');
        yield piece;
        offset += bytes;
      }
    },

    /** The document first: pieces without one are swept, a document without its pieces would be a lie. */
    async drop({ upload, rev }: StandingUpload): Promise<void> {
      const gone = { _id: upload._id, _rev: rev, _deleted: true };
      const [result] = await store.bulkDocs(database, [gone]);
      if (!result?.ok && result?.error !== 'conflict') throw refusal(result);
      if (!result.ok) return;
      for (const { object } of upload.pieces) await blobs.delete(object);
    },
  };
}

type OpenPiece = ReturnType<typeof pieceOpener>;

/** Null: its object is gone. */
const pieceOpener =
  (blobs: BlobStore, keyOf: (upload: UploadDocument) => Uint8Array) =>
  async (upload: UploadDocument, object: string, offset: number): Promise<Buffer | null> => {
    const sealed = await blobs.get(object);
    if (!sealed) return null;
    return openSealedBytes(keyOf(upload), await gathered(sealed), pieceAbout(upload.id, offset));
  };

/** What comes, together with a last piece that is short. */
async function joined(openPiece: OpenPiece, upload: UploadDocument, clear: Uint8Array) {
  const end = offsetOf(upload);
  const last = upload.pieces.at(-1);
  const alone = { before: upload.pieces, offset: end, bytes: clear, merged: null };
  if (!last || last.bytes >= wholePieceBytes) return alone;
  const offset = end - last.bytes;
  const held = await openPiece(upload, last.object, offset);
  if (!held) return alone;
  const before = upload.pieces.slice(0, -1);
  return { before, offset, bytes: Buffer.concat([held, clear]), merged: last.object };
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function gathered(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}
