import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BlobStore } from '../../../sync-server/blobs/blob-store.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { backupOverviewSchema } from '../../../shared/contract/backups.ts';
import { offlineLeaseOn } from '../../../shared/regulation/offline-lease.ts';
import { scanLimits } from '../../../shared/regulation/scan-limit.ts';
import { unitSchema } from '../../../shared/unit/unit.ts';
import { openAudit } from '../../../sync-server/documents/audit.ts';
import { ensureDatabase } from '../../../sync-server/documents/databases.ts';
import { writeDocument } from '../../../sync-server/documents/documents.ts';
import { openUnitDirectory } from '../../../sync-server/documents/unit-directory.ts';
import { addUnit, makeUnit } from '../../../sync-server/documents/units.ts';
import { UnreadableDocumentError } from '../../../sync-server/documents/unreadable.ts';
import { serverKeys } from '../../../sync-server/keys/server-keys.ts';
import { openScans } from '../../../sync-server/scans/open-scans.ts';
import { runSweep } from '../../../sync-server/scans/run-sweep.ts';
import { sweepScans } from '../../../sync-server/scans/sweep-scans.ts';
import { newUploadId } from '../../../sync-server/scans/uploads.ts';
import { startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeChange, newDossierId, personPatch } from '../../helpers/office-changes.ts';
import { announcementOf, hashOf, pdfBytes, sendTo } from '../../helpers/sample-scans.ts';

const unit = 'H20.81.11';
const unitId = `unit:${unit}`;
const dayMs = 86_400_000;

let centre: TestCentre;
let clerk: TestClient;
let blobs: BlobStore;
beforeAll(async () => {
  centre = await startCentre([
    { user: 'quantri', name: 'Võ Thành An', grants: [{ role: 'systemAdmin', unit: 'H20' }] },
    { user: 'vanthu', name: 'Lê Văn Thư', grants: [{ role: 'clerk', unit }] },
  ]);
  clerk = await centre.signIn('vanthu');
  blobs = await openBlobStore(centre.dataDir, {});
});
afterAll(() => centre.close());

async function partsAfter(days: number, restoredAtUtc?: string) {
  const { store, dataDir } = centre;
  const nowMs = () => Date.now() + days * dayMs;
  const scans = openScans({ store, blobs, keys: await serverKeys(dataDir, {}), nowMs });
  const units = openUnitDirectory(store, () => {});
  return { ...scans, store, units, restoredAtUtc, nowMs };
}

/** A scan that a clerk sent, as the centre keeps it, and whether it is still there. */
async function sentScan() {
  const bytes = pdfBytes(5000);
  const ref = { unit, dossier: newDossierId(), sha256: hashOf(bytes) };
  const sent = await sendTo(centre.url, clerk.session.accessToken, { bytes, ref });
  expect(sent.outcome).toBe('received');
  return async () => {
    const { receipts, scanBlobs } = await partsAfter(0);
    const found = await scanBlobs.find(ref.sha256);
    const object = found && (await blobs.head(found.blob.object));
    return { receipt: await receipts.has(ref), bytes: object !== null };
  };
}
const there = { receipt: true, bytes: true };

async function objects(prefix: string): Promise<number> {
  let count = 0;
  for await (const _ of blobs.list(prefix)) count += 1;
  return count;
}

it('drops what nobody refers to after half a year, and never what a change refers to', async () => {
  const [used, unused] = [pdfBytes(90_000), pdfBytes(90_000)];
  const dossier = newDossierId();
  const ref = { unit, dossier };
  for (const bytes of [used, unused])
    expect((await sendTo(centre.url, clerk.session.accessToken, { bytes, ref })).outcome).toBe(
      'received',
    );
  const change = makeChange({
    unit,
    author: clerk.stamp,
    patch: personPatch('Người Có Minh Chứng'),
    dossier,
    kind: 'create',
  });
  const evidence = [
    { sha256: hashOf(used), name: 'qd.pdf', mediaType: 'application/pdf', bytes: used.length },
  ];
  const [pushed] = await clerk.push([{ ...change, evidence }]);
  expect(pushed?.outcome).toBe('stored');

  await sweepScans(await partsAfter(179));
  expect(await objects('scans/')).toBe(2);
  await sweepScans(await partsAfter(181));
  expect(await objects('scans/')).toBe(1);
  const { receipts, scanBlobs } = await partsAfter(400);
  await sweepScans(await partsAfter(400));
  expect(await receipts.has({ ...ref, sha256: hashOf(used) })).toBe(true);
  expect(await scanBlobs.find(hashOf(used))).not.toBeNull();
  expect(await receipts.has({ ...ref, sha256: hashOf(unused) })).toBe(false);
  expect(await scanBlobs.find(hashOf(unused))).toBeNull();
});

it('drops an upload that nobody continued for 7 days, with its pieces', async () => {
  const { uploads } = await partsAfter(0);
  const id = newUploadId();
  const bytes = pdfBytes(5000);
  await uploads.begin(
    'vanthu',
    id,
    announcementOf({ bytes, ref: { unit, dossier: newDossierId() } }),
  );
  const begun = await uploads.find('vanthu', id);
  const kept = begun && (await uploads.append(begun, bytes.subarray(0, 2000)));
  expect(kept?.ok).toBe(true);
  await sweepScans(await partsAfter(6));
  expect([await objects(`uploads/${id}/`), (await uploads.find('vanthu', id)) !== null]).toEqual([
    1,
    true,
  ]);
  await sweepScans(await partsAfter(8));
  expect([await objects(`uploads/${id}/`), await uploads.find('vanthu', id)]).toEqual([0, null]);
});

it('drops bytes that a crash left without a document, a day later', async () => {
  async function* one() {
    yield new Uint8Array([1, 2, 3]);
  }
  await blobs.put('scans/aa/orphan-000000000000', one(), 3);
  await blobs.put('uploads/00/0-000000000000', one(), 3);
  await sweepScans(await partsAfter(0));
  expect(await blobs.head('scans/aa/orphan-000000000000')).not.toBeNull();
  await sweepScans(await partsAfter(2));
  expect(await blobs.head('scans/aa/orphan-000000000000')).toBeNull();
  expect(await blobs.head('uploads/00/0-000000000000')).toBeNull();
});

it('two requests at one offset: one counts, the other is told so', async () => {
  const { uploads } = await partsAfter(0);
  const id = newUploadId();
  const bytes = pdfBytes(5000);
  await uploads.begin(
    'vanthu',
    id,
    announcementOf({ bytes, ref: { unit, dossier: newDossierId() } }),
  );
  const begun = await uploads.find('vanthu', id);
  if (!begun) throw new Error('no upload');
  const both = await Promise.all(
    [1000, 2000].map((end) => uploads.append(begun, bytes.subarray(0, end))),
  );
  expect(both.map((each) => (each.ok ? 'counted' : each.problem.code)).sort()).toEqual([
    'SCAN_OFFSET',
    'counted',
  ]);
  expect(await objects(`uploads/${id}/`)).toBe(1);
});

it.each([
  [
    'a unit in a form that this program does not know',
    'reference',
    'unit:H20.81.99',
    { kind: 'x' },
  ],
  ['a change that it does not know', 'desk-h20-81-11', 'change:01ARZ3NDEKTSV4RRFFQ69G5FAV', {}],
  ['a receipt that it does not know', 'desk-h20-81-12', 'scan:x', { receivedAtUtc: 'hôm qua' }],
  ['a version set aside that it does not know', 'splits', 'split:desk-h20-81-11:x:1-a', {}],
])('takes nothing away when it meets %s', async (_, database, id, fields) => {
  const standing = await sentScan();
  const { store } = centre;
  await ensureDatabase(store, database);
  const rev = await writeDocument(store, database, { _id: id, type: 'x', ...fields });
  await expect(sweepScans(await partsAfter(400))).rejects.toThrow(UnreadableDocumentError);
  expect(await standing()).toEqual(there);
  await writeDocument(store, database, { _id: id, _rev: rev, _deleted: true });
  await sweepScans(await partsAfter(400));
  expect(await standing()).toEqual({ receipt: false, bytes: false });
});

it('knows the desk of a unit that nobody lists, and misses the desk of one that is listed', async () => {
  const { store } = centre;
  const bytes = pdfBytes(5000);
  const ref = { unit, dossier: newDossierId(), sha256: hashOf(bytes) };
  await sendTo(centre.url, clerk.session.accessToken, { bytes, ref });
  const evidence = [{ sha256: ref.sha256 }];
  const naming = { _id: 'change:01ARZ3NDEKTSV4RRFFQ69G5FAX', type: 'change', evidence };
  await writeDocument(store, 'desk-h20-81-11', { ...naming, dossier: ref.dossier });
  const { _id, type: _, ...fields } = unitSchema.parse(await store.get('reference', unitId));
  const { _rev = '' } = await store.get('reference', unitId);
  await writeDocument(store, 'reference', { _id, _rev, _deleted: true });
  await sweepScans(await partsAfter(400));
  const { receipts, scanBlobs } = await partsAfter(0);
  expect(await receipts.has(ref)).toBe(true);
  expect(await scanBlobs.find(ref.sha256)).not.toBeNull();
  await addUnit(store, makeUnit(fields));

  const standing = await sentScan();
  const lost = makeUnit({ ...fields, code: 'H20.81.98' });
  await writeDocument(store, 'reference', lost);
  await expect(sweepScans(await partsAfter(400))).rejects.toThrow(UnreadableDocumentError);
  expect(await standing()).toEqual(there);
  await addUnit(store, lost);
});

it('reads on after a page that is shorter than asked for', async () => {
  const { store, ...parts } = await partsAfter(400);
  const standing = await sentScan();
  const change = { _id: 'change:01ARZ3NDEKTSV4RRFFQ69G5FAW', type: 'change' };
  const bytes = pdfBytes(4000);
  const ref = { unit, dossier: newDossierId(), sha256: hashOf(bytes) };
  await sendTo(centre.url, clerk.session.accessToken, { bytes, ref });
  const evidence = [{ sha256: ref.sha256 }];
  await writeDocument(store, 'desk-h20-81-11', { ...change, dossier: ref.dossier, evidence });
  // Each page gives one row less than it could.
  const allDocs: typeof store.allDocs = async (database, options) => {
    const page = await store.allDocs(database, options);
    return page.rows.length > 1 ? { ...page, rows: page.rows.slice(0, 1) } : page;
  };
  await sweepScans({ ...parts, store: { ...store, allDocs } });
  expect(await parts.receipts.has(ref)).toBe(true);
  expect(await standing()).toEqual({ receipt: false, bytes: false });
});

it('takes nothing away after a restore, for as long as offices may offer again', async () => {
  const standing = await sentScan();
  async function* one() {
    yield new Uint8Array([1, 2, 3]);
  }
  await blobs.put('scans/aa/orphan-111111111111', one(), 3);
  const dayOf = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
  await sweepScans(await partsAfter(400, dayOf(221)));
  expect(await standing()).toEqual(there);
  expect(await blobs.head('scans/aa/orphan-111111111111')).not.toBeNull();
  await sweepScans(await partsAfter(400, dayOf(219)));
  expect(await standing()).toEqual({ receipt: false, bytes: false });
  expect(await blobs.head('scans/aa/orphan-111111111111')).toBeNull();
});

it('keeps what nobody refers to longer than an office may be without a line', () => {
  for (const { value, validFrom } of scanLimits)
    expect(value.unreferencedDays).toBeGreaterThan(offlineLeaseOn(validFrom).value + 30);
});

it('puts a sweep that could not read everything on record until one goes through', async () => {
  const { store } = centre;
  const parts = await partsAfter(0);
  const audit = openAudit(store, () => {});
  const id = 'unit:H20.81.99';
  const rev = await writeDocument(store, 'reference', { _id: id, type: 'unit', kind: 'x' });
  await expect(runSweep({ ...parts, audit })).rejects.toThrow(UnreadableDocumentError);
  await audit.flush();
  const admin = await centre.signIn('quantri');
  const overview = async () =>
    backupOverviewSchema.parse((await admin.call('GET', '/api/backups')).body);
  expect((await overview()).unreadableUnits).toBe(1);
  expect((await overview()).sweepHaltedAtUtc).not.toBeNull();
  const entries = await store.find('audit', { selector: { event: 'scans.sweep' } });
  expect(entries.docs).toMatchObject([{ target: `reference/${id}`, outcome: 'halted' }]);
  expect(centre.logged()).toContain(`"document":"reference/${id}"`);

  await writeDocument(store, 'reference', { _id: id, _rev: rev, _deleted: true });
  await runSweep({ ...parts, audit });
  await audit.close();
  expect(await overview()).toMatchObject({ unreadableUnits: 0, sweepHaltedAtUtc: null });
});
