import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BlobStore } from '../../../sync-server/blobs/blob-store.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { openUnitDirectory } from '../../../sync-server/documents/unit-directory.ts';
import { serverKeys } from '../../../sync-server/keys/server-keys.ts';
import { openScans } from '../../../sync-server/scans/open-scans.ts';
import { sweepScans } from '../../../sync-server/scans/sweep-scans.ts';
import { newUploadId } from '../../../sync-server/scans/uploads.ts';
import { startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeChange, newDossierId, personPatch } from '../../helpers/office-changes.ts';
import { announcementOf, hashOf, pdfBytes, sendTo } from '../../helpers/sample-scans.ts';

const unit = 'H20.81.11';
const dayMs = 86_400_000;

let centre: TestCentre;
let clerk: TestClient;
let blobs: BlobStore;
beforeAll(async () => {
  centre = await startCentre([
    { user: 'vanthu', name: 'Lê Văn Thư', grants: [{ role: 'clerk', unit }] },
  ]);
  clerk = await centre.signIn('vanthu');
  blobs = await openBlobStore(centre.dataDir, {});
});
afterAll(() => centre.close());

async function partsAfter(days: number) {
  const { store, dataDir } = centre;
  const nowMs = () => Date.now() + days * dayMs;
  const scans = openScans({ store, blobs, keys: await serverKeys(dataDir, {}), nowMs });
  return { ...scans, store, units: openUnitDirectory(store), nowMs };
}

async function objects(prefix: string): Promise<number> {
  let count = 0;
  for await (const _ of blobs.list(prefix)) count += 1;
  return count;
}

it('drops what nobody refers to after 30 days, and never what a change refers to', async () => {
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

  await sweepScans(await partsAfter(29));
  expect(await objects('scans/')).toBe(2);
  await sweepScans(await partsAfter(31));
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
