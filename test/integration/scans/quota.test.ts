/** What one account can make the centre keep: pieces of uploads, and bytes that no change refers to. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scanLimitOn } from '../../../shared/regulation/scan-limit.ts';
import { scanId, type ScanAnnouncement } from '../../../shared/scan/scan.ts';
import { deskDatabase } from '../../../shared/unit/unit.ts';
import { openFileBlobStore } from '../../../sync-server/blobs/file/file-blob-store.ts';
import type { BlobStore } from '../../../sync-server/blobs/blob-store.ts';
import { ensureDatabase, ensureServerDatabases } from '../../../sync-server/documents/databases.ts';
import { openKeyRing } from '../../../sync-server/keys/key-ring.ts';
import { openScans, type Scans } from '../../../sync-server/scans/open-scans.ts';
import { takeScan } from '../../../sync-server/scans/take-scan.ts';
import { newUploadId, uploadObjects } from '../../../sync-server/scans/uploads.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/open-embedded-store.ts';
import { makeChange, newDossierId, personPatch } from '../../helpers/office-changes.ts';
import { announcementOf, pdfBytes } from '../../helpers/sample-scans.ts';

const unit = 'H20.81.11';
const account = 'vanthu';
const most = scanLimitOn('2026-11-27').mostUnreferencedBytes;

let folder: string;
let store: DocumentStore;
let blobs: BlobStore;
let scans: Scans;
let nowMs = Date.parse('2026-11-27T02:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-quota-'));
  store = await openEmbeddedStore({ file: join(folder, 'store.sqlite') });
  await ensureServerDatabases(store);
  await ensureDatabase(store, deskDatabase(unit));
  blobs = await openFileBlobStore(join(folder, 'blobs'));
  const ring = openKeyRing({ id: 'k', secret: randomBytes(32) });
  const keys = { token: randomBytes(32), claim: randomBytes(32), ring };
  scans = openScans({ store, blobs, keys, nowMs: () => nowMs });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function objects(): Promise<number> {
  let count = 0;
  for await (const _ of blobs.list(uploadObjects)) count += 1;
  return count;
}

it('bytes that come one by one leave one piece, and the scan arrives whole', async () => {
  const bytes = pdfBytes(40);
  const scan = announcementOf({ bytes, ref: { unit, dossier: newDossierId() } });
  const id = newUploadId();
  await scans.uploads.begin(account, id, scan);
  for (const byte of bytes) {
    const standing = await scans.uploads.find(account, id);
    if (!standing) throw new Error('the upload is gone');
    await scans.uploads.append(standing, Uint8Array.of(byte));
  }
  const standing = await scans.uploads.find(account, id);
  expect([standing?.upload.pieces.length, await objects()]).toEqual([1, 1]);
  if (standing) await takeScan(scans, standing);
  const source = await scans.scanBlobs.read(scan.sha256, () => ({ start: 0, end: bytes.length }));
  const hash = createHash('sha256');
  for await (const piece of source ?? []) hash.update(piece);
  expect(hash.digest('hex')).toBe(scan.sha256);
});

it('large pieces stay as they came', async () => {
  const bytes = pdfBytes(900_000);
  const scan = announcementOf({ bytes, ref: { unit, dossier: newDossierId() } });
  const id = newUploadId();
  await scans.uploads.begin(account, id, scan);
  for (const start of [0, 300_000, 600_000]) {
    const standing = await scans.uploads.find(account, id);
    if (standing) await scans.uploads.append(standing, bytes.subarray(start, start + 300_000));
  }
  expect((await scans.uploads.find(account, id))?.upload.pieces.length).toBe(3);
});

const announced = (bytes: number): ScanAnnouncement => ({
  ...announcementOf({ bytes: randomBytes(8), ref: { unit, dossier: newDossierId() } }),
  bytes,
});

it('an account has room for so many bytes that no change refers to, each unit and account its own', async () => {
  const sent = announced(most);
  expect(await scans.unreferenced.admit(account, sent)).toMatchObject({ ok: true });
  // Nothing of it arrived: counted in the store, there is room.
  expect(await scans.unreferenced.admit(account, sent)).toMatchObject({ ok: true });
  await scans.receipts.write(sent, account);
  const refused = await scans.unreferenced.admit(account, announced(1));
  expect(refused).toMatchObject({
    problem: { code: 'SCAN_UNREFERENCED_TOO_MUCH', details: { mostMegabytes: 2000 } },
  });
  expect(await scans.unreferenced.admit('vanthu.khac', announced(1))).toMatchObject({ ok: true });
  // Counted anew a minute later, and still too much; then a change names the scan.
  nowMs += 61_000;
  expect(await scans.unreferenced.admit(account, announced(1))).toMatchObject({ ok: false });
  const evidence = [
    { sha256: sent.sha256, name: 'a.pdf', mediaType: 'application/pdf', bytes: sent.bytes },
  ];
  const author = { account, name: 'Lê Văn Thư' };
  const { dossier } = sent;
  const change = makeChange({ unit, author, dossier, kind: 'create', patch: personPatch('Vũ A') });
  await store.bulkDocs(deskDatabase(unit), [{ ...change, evidence }]);
  expect(scanId(sent)).toContain(sent.sha256);
  nowMs += 61_000;
  expect(await scans.unreferenced.admit(account, announced(1))).toMatchObject({ ok: true });
});
