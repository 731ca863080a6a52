import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Upload } from 'tus-js-client';
import { scanPath, uploadsPath } from '../../../shared/contract/scans.ts';
import { scanId, type ScanRef } from '../../../shared/scan/scan.ts';
import { deskDatabase } from '../../../shared/unit/unit.ts';
import { startCentre, codeOf, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeChange, newDossierId, personPatch } from '../../helpers/office-changes.ts';
import { announcementOf, ask, hashOf, pdfBytes, sendTo } from '../../helpers/sample-scans.ts';

const unit = 'H20.81.11';
const otherUnit = 'H20.81.12';

let centre: TestCentre;
let clerk: TestClient;
let stranger: TestClient;
let head: TestClient;
let person: TestClient;
const ownDossier = newDossierId();

beforeAll(async () => {
  centre = await startCentre([
    { user: 'vanthu', name: 'Lê Văn Thư', grants: [{ role: 'clerk', unit }] },
    { user: 'vanthu.khac', name: 'Văn Thư Khác', grants: [{ role: 'clerk', unit: otherUnit }] },
    { user: 'thutruong', name: 'Thủ Trưởng', grants: [{ role: 'head', unit }] },
    { user: 'quantri.truong', name: 'Quản Trị Trường', grants: [{ role: 'unitAdmin', unit }] },
    { user: 'canhan', name: 'Cá Nhân', grants: [{ role: 'employee', unit }], ownDossier },
  ]);
  [clerk, stranger, head, person] = (await Promise.all(
    ['vanthu', 'vanthu.khac', 'thutruong', 'canhan'].map((user) => centre.signIn(user)),
  )) as [TestClient, TestClient, TestClient, TestClient];
});
afterAll(() => centre.close());

const tokenOf = (client: TestClient) => client.session.accessToken;
const refOf = (dossier = newDossierId()) => ({ unit, dossier });

async function read(client: TestClient, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(centre.url + path, {
    headers: { ...headers, authorization: `Bearer ${tokenOf(client)}` },
  });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), response };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe('a scan that is sent', () => {
  it('is received whole, and read again whole or in part by whoever may see the dossier', async () => {
    const bytes = pdfBytes(700_123);
    const ref = refOf();
    expect(await sendTo(centre.url, tokenOf(clerk), { bytes, ref })).toEqual({
      outcome: 'received',
    });
    const path = scanPath({ ...ref, sha256: hashOf(bytes) });
    const whole = await read(head, path);
    expect([whole.status, whole.bytes.equals(bytes)]).toEqual([200, true]);
    expect(whole.response.headers.get('content-disposition')).toBe('attachment');
    expect(whole.response.headers.get('cache-control')).toBe('no-store');
    const part = await read(clerk, path, { range: 'bytes=65530-131080' });
    expect([part.status, part.bytes.equals(bytes.subarray(65_530, 131_081))]).toEqual([206, true]);
    expect(part.response.headers.get('content-range')).toBe('bytes 65530-131080/700123');
    expect((await read(clerk, path, { range: 'bytes=700123-' })).status).toBe(416);
  });

  it('is taken from an independent tus client, too', async () => {
    const bytes = pdfBytes(400_000);
    const { unit: _, ...scan } = announcementOf({ bytes, ref: refOf() });
    await new Promise<void>((resolve, reject) => {
      const { mediaType, dossier, sha256 } = scan;
      new Upload(bytes, {
        endpoint: centre.url + uploadsPath,
        headers: { authorization: `Bearer ${tokenOf(clerk)}` },
        metadata: { unit, dossier, sha256, mediaType },
        chunkSize: 150_000,
        retryDelays: [],
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    const answer = await read(clerk, scanPath({ ...scan, unit }));
    expect(answer.bytes.equals(bytes)).toBe(true);
  });

  it('lies on no disk of the centre in the clear, whole or half sent, under no name that tells its hash', async () => {
    const mark = Buffer.from('NGUYEN VAN MAU 087085000001');
    const bytes = Buffer.concat([pdfBytes(100), ...Array.from({ length: 9000 }, () => mark)]);
    const ref = refOf();
    await sendTo(centre.url, tokenOf(clerk), { bytes, ref });
    const half = Buffer.concat([bytes, mark]);
    const metadata = Object.entries({ ...ref, sha256: hashOf(half), mediaType: 'application/pdf' })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(',');
    const begun = await ask(centre.url, tokenOf(clerk), {
      method: 'POST',
      path: uploadsPath,
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(half.length),
        'upload-metadata': metadata,
      },
    });
    await ask(centre.url, tokenOf(clerk), {
      method: 'PATCH',
      path: begun?.header('location') ?? '',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: half.subarray(0, 90_000),
    });
    const files = await filesBelow(join(centre.dataDir, 'blobs'));
    expect(files.some((file) => file.includes('uploads'))).toBe(true);
    for (const file of files) {
      expect((await readFile(file)).includes(mark)).toBe(false);
      expect(file).not.toContain(hashOf(bytes).slice(2, 20));
    }
  });

  it('of one content is kept once, for as many dossiers and units as send it', async () => {
    const bytes = pdfBytes(80_000);
    const before = (await filesBelow(join(centre.dataDir, 'blobs'))).length;
    const [mine, second] = [refOf(), refOf()];
    const theirs = { unit: otherUnit, dossier: newDossierId() };
    await sendTo(centre.url, tokenOf(clerk), { bytes, ref: mine });
    await sendTo(centre.url, tokenOf(clerk), { bytes, ref: second });
    await sendTo(centre.url, tokenOf(stranger), { bytes, ref: theirs });
    expect((await filesBelow(join(centre.dataDir, 'blobs'))).length).toBe(before + 1);
    const sha256 = hashOf(bytes);
    for (const [client, ref] of [
      [clerk, mine],
      [clerk, second],
      [stranger, theirs],
    ] as const)
      expect((await read(client, scanPath({ ...ref, sha256 }))).bytes.equals(bytes)).toBe(true);
  });

  it('leaves a receipt in the desk of its unit', async () => {
    const bytes = pdfBytes(1000);
    const ref = refOf();
    await sendTo(centre.url, tokenOf(clerk), { bytes, ref });
    const sha256 = hashOf(bytes);
    const receipt = await centre.store.get(deskDatabase(unit), scanId({ ...ref, sha256 }));
    expect(receipt).toMatchObject({ type: 'scan', sha256, bytes: 1000, by: 'vanthu' });
    const states = await clerk.call('POST', '/api/scans/states', {
      scans: [
        { ...ref, sha256 },
        { ...ref, sha256: 'f'.repeat(64) },
      ],
    });
    expect(states.body).toEqual({ present: [{ ...ref, sha256 }] });
  });
});

describe('a scan is refused, and nothing of it kept', () => {
  it.each([
    [
      'of another content than announced',
      'SCAN_HASH_MISMATCH',
      { bytes: pdfBytes(5000), sha256: 'a'.repeat(64) },
    ],
    [
      'that is neither PDF, JPEG nor PNG',
      'SCAN_TYPE_UNKNOWN',
      { bytes: randomBytes(5000).fill('MZ', 0, 2) },
    ],
    [
      'of another kind than announced',
      'SCAN_TYPE_MISMATCH',
      { bytes: pdfBytes(5000), mediaType: 'image/png' as const },
    ],
  ])('%s', async (_, code, sent) => {
    const ref = refOf();
    const result = await sendTo(centre.url, tokenOf(clerk), { ...sent, ref });
    expect(result.outcome === 'received' ? '' : result.problem.code).toBe(code);
    const { sha256 } = announcementOf({ ...sent, ref });
    expect((await read(clerk, scanPath({ ...ref, sha256 }))).status).toBe(404);
    const uploads = await centre.store.allDocs('scans', {
      startKey: 'upload:vanthu:',
      endKey: 'upload:vanthu:~',
      includeDocs: true,
    });
    expect(JSON.stringify(uploads.rows)).not.toContain(ref.dossier);
  });

  it('larger than 25 MB: before a byte is sent', async () => {
    const bytes = new Uint8Array(25 * 1024 * 1024 + 1);
    const result = await sendTo(centre.url, tokenOf(clerk), { bytes, ref: refOf() });
    expect(result).toMatchObject({ outcome: 'refused', problem: { code: 'SCAN_TOO_LARGE' } });
  });

  it.each([
    ['no length', { 'upload-metadata': 'unit SDIw' }],
    ['no metadata', { 'upload-length': '10' }],
    ['a unit that is none', { 'upload-length': '10', 'upload-metadata': 'unit Li4v' }],
    ['a length of nothing', { 'upload-length': '0' }],
    ['a length that is no number', { 'upload-length': '-5' }],
    ['a deferred length', { 'upload-defer-length': '1' }],
    ['no version', { 'tus-resumable': '', 'upload-length': '10' }],
  ])('announced badly: %s', async (_, headers) => {
    const answer = await ask(centre.url, tokenOf(clerk), {
      method: 'POST',
      path: uploadsPath,
      headers: { 'tus-resumable': '1.0.0', ...headers },
    });
    expect(answer?.status).toBeGreaterThanOrEqual(400);
    expect(answer?.status).toBeLessThan(500);
    expect(answer?.problem).not.toBeNull();
  });
});

describe('a scan under a sensitive section', () => {
  const party = { party: { member: true, joinedOn: '2005-03' } };
  const evidenceOf = (bytes: Uint8Array) => ({
    sha256: hashOf(bytes),
    name: 'so-doan.pdf',
    mediaType: 'application/pdf',
    bytes: bytes.length,
  });
  const isThere = async (client: TestClient, ref: ScanRef) => {
    const states = await client.call('POST', '/api/scans/states', { scans: [ref] });
    const { present } = states.body as { readonly present: readonly unknown[] };
    return [(await read(client, scanPath(ref))).status, present.length];
  };

  it('is seen by who may read the section, and is not there for a unit’s admin', async () => {
    const admin = await centre.signIn('quantri.truong');
    const [open, secret] = [pdfBytes(2_000), pdfBytes(2_001)];
    const author = clerk.stamp;
    const plain = makeChange({ unit, author, patch: personPatch('Vũ Thị Mở') });
    const sealed = makeChange({ unit, author, patch: { ...personPatch('Vũ Thị Kín'), ...party } });
    const openRef = { unit, dossier: plain.dossier, sha256: hashOf(open) };
    const secretRef = { unit, dossier: sealed.dossier, sha256: hashOf(secret) };
    await sendTo(centre.url, tokenOf(clerk), { bytes: open, ref: openRef });
    await sendTo(centre.url, tokenOf(clerk), { bytes: secret, ref: secretRef });
    // As long as nothing names it, nobody knows what it will rest under.
    expect(await isThere(admin, openRef)).toEqual([404, 0]);
    const pushed = await clerk.push([
      { ...plain, evidence: [evidenceOf(open)] },
      { ...sealed, evidence: [evidenceOf(secret)] },
    ]);
    expect(pushed.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
    expect(await isThere(admin, openRef)).toEqual([200, 1]);
    expect(await isThere(admin, secretRef)).toEqual([404, 0]);
    for (const reader of [clerk, head]) expect(await isThere(reader, secretRef)).toEqual([200, 1]);
  });
});

describe('another’s scan', () => {
  const bytes = pdfBytes(3000);
  const sha256 = hashOf(bytes);
  const ref = refOf();
  beforeAll(async () => {
    await sendTo(centre.url, tokenOf(clerk), { bytes, ref });
  });

  it('is not there for another unit, by whatever it is asked', async () => {
    const path = scanPath({ ...ref, sha256 });
    expect((await read(stranger, path)).status).toBe(404);
    expect((await read(stranger, scanPath({ ...ref, unit: otherUnit, sha256 }))).status).toBe(404);
    const states = await stranger.call('POST', '/api/scans/states', {
      scans: [{ ...ref, sha256 }],
    });
    expect(states.body).toEqual({ present: [] });
    const head404 = await ask(centre.url, tokenOf(stranger), { method: 'HEAD', path, headers: {} });
    expect(head404?.status).toBe(404);
  });

  it('is not had by naming its hash in one’s own change', async () => {
    const own = { unit: otherUnit, dossier: newDossierId() };
    const change = makeChange({
      unit: otherUnit,
      author: stranger.stamp,
      patch: personPatch('Người Dò Tìm'),
      dossier: own.dossier,
      kind: 'create',
    });
    const evidence = [{ sha256, name: 'a.pdf', mediaType: 'application/pdf', bytes: 3000 }];
    const [result] = await stranger.push([{ ...change, evidence }]);
    expect(result?.outcome).toBe('stored');
    expect((await read(stranger, scanPath({ ...own, sha256 }))).status).toBe(404);
  });

  it('is not told apart from an unknown one when it is sent again: all bytes have to come', async () => {
    const own = { unit: otherUnit, dossier: newDossierId() };
    let sent = 0;
    const { sendScan } = await import('../../../shared/scan/send-scan.ts');
    const result = await sendScan({
      scan: announcementOf({ bytes, ref: own }),
      ask: (request) => {
        sent += request.body?.length ?? 0;
        return ask(centre.url, tokenOf(stranger), request);
      },
      read: async (start, end) => bytes.subarray(start, end),
      uploadPath: null,
      keepPath: async () => undefined,
      nowMs: Date.now,
    });
    expect([result.outcome, sent]).toEqual(['received', bytes.length]);
  });

  it('upload is not found by another account', async () => {
    const begun = await ask(centre.url, tokenOf(clerk), {
      method: 'POST',
      path: uploadsPath,
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': '50',
        'upload-metadata': Object.entries({ ...ref, sha256, mediaType: 'application/pdf' })
          .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
          .join(','),
      },
    });
    const path = begun?.header('location') ?? '';
    const headers = { 'tus-resumable': '1.0.0' };
    expect((await ask(centre.url, tokenOf(clerk), { method: 'HEAD', path, headers }))?.status).toBe(
      200,
    );
    expect(
      (await ask(centre.url, tokenOf(stranger), { method: 'HEAD', path, headers }))?.status,
    ).toBe(404);
  });

  it('is not sent into a unit, or for a dossier, where one has no business', async () => {
    const result = await sendTo(centre.url, tokenOf(stranger), { bytes: pdfBytes(100), ref });
    expect(result).toMatchObject({ outcome: 'refused', problem: { code: 'FORBIDDEN' } });
    const byHead = await sendTo(centre.url, tokenOf(head), { bytes: pdfBytes(100), ref: refOf() });
    expect(byHead).toMatchObject({ outcome: 'refused', problem: { code: 'FORBIDDEN' } });
  });

  it('a person sends and sees scans of the own dossier alone', async () => {
    const own = pdfBytes(2000);
    const mine = { unit, dossier: ownDossier };
    expect((await sendTo(centre.url, tokenOf(person), { bytes: own, ref: mine })).outcome).toBe(
      'received',
    );
    expect((await read(person, scanPath({ ...mine, sha256: hashOf(own) }))).status).toBe(200);
    expect((await sendTo(centre.url, tokenOf(person), { bytes: own, ref: refOf() })).outcome).toBe(
      'refused',
    );
    expect((await read(person, scanPath({ ...ref, sha256 }))).status).toBe(404);
  });

  it('needs a session', async () => {
    const answer = await fetch(centre.url + scanPath({ ...ref, sha256 }));
    expect(answer.status).toBe(401);
    expect(codeOf({ status: 401, body: await answer.json() })).toBe('SESSION_EXPIRED');
  });
});
