import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ScanErrand } from './scan-notes.ts';
import { hashOf, openScanShelf, VaultClosedError, type ScanShelf } from './scan-shelf.ts';

const seed = randomBytes(32);
const unit = 'H20.81.11';
const dossier = 'dossier:00000000000000000000000001';
let folder: string;
let level: 'enough' | 'low' | 'full';
let isOpen: boolean;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-scans-'));
  level = 'enough';
  isOpen = true;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (): Promise<ScanShelf> =>
  openScanShelf({
    folder,
    keyFor: (purpose) => Buffer.from(hashOf(Buffer.concat([seed, Buffer.from(purpose)])), 'hex'),
    isOpen: () => isOpen,
    room: async () => ({ level, freeBytes: 10_000_000_000 }),
    now: () => new Date(),
  });
const pdf = (length: number) =>
  Buffer.concat([Buffer.from('%PDF-1.7 Nguyễn Văn Mẫu '), randomBytes(length)]);
const announced = (bytes: Uint8Array) => ({
  unit,
  dossier,
  sha256: hashOf(bytes),
  mediaType: 'application/pdf' as const,
  bytes: bytes.length,
});

it('keeps a scan over a restart, whole and in parts, and nothing of it in the clear', async () => {
  const bytes = pdf(200_000);
  const added = await (await open()).add('QĐ 12.pdf', bytes);
  expect(added).toEqual({
    ok: true,
    value: {
      sha256: hashOf(bytes),
      name: 'QĐ 12.pdf',
      mediaType: 'application/pdf',
      bytes: bytes.length,
    },
  });
  const again = await open();
  expect(Buffer.from((await again.read(hashOf(bytes))) ?? []).equals(bytes)).toBe(true);
  const part = await again.read(hashOf(bytes), { start: 65_000, end: 140_000 });
  expect(Buffer.from(part ?? []).equals(bytes.subarray(65_000, 140_000))).toBe(true);
  for (const name of await readdir(folder)) {
    const stored = await readFile(path.join(folder, name));
    expect(stored.includes('Nguyễn')).toBe(false);
    expect(stored.includes(hashOf(bytes))).toBe(false);
    expect(name).not.toContain(hashOf(bytes).slice(0, 16));
  }
});

it('the same content again is the same scan', async () => {
  const shelf = await open();
  const bytes = pdf(1000);
  await shelf.add('a.pdf', bytes);
  await shelf.add('b.pdf', bytes);
  expect((await readdir(folder)).filter((name) => name.endsWith('.scan'))).toHaveLength(1);
});

it('says so when the file is none of ours, or the disk is full', async () => {
  const shelf = await open();
  expect(await shelf.add('a.docx', Buffer.from('PK'))).toMatchObject({
    problem: { code: 'SCAN_TYPE_UNKNOWN' },
  });
  level = 'full';
  expect(await shelf.add('a.pdf', pdf(10))).toMatchObject({ problem: { code: 'SCAN_DISK_FULL' } });
  expect(shelf.notes.all()).toEqual([]);
});

it('takes away what no change refers to, never what is to be sent', async () => {
  const shelf = await open();
  const [loose, bound] = [pdf(10), pdf(11)];
  for (const bytes of [loose, bound]) await shelf.add('a.pdf', bytes);
  await shelf.send([announced(bound)]);
  expect(await shelf.remove(hashOf(loose))).toMatchObject({ ok: true });
  expect(await shelf.remove(hashOf(bound))).toMatchObject({ problem: { code: 'SCAN_IN_USE' } });
  expect(await shelf.read(hashOf(loose))).toBeNull();
  expect((await open()).notes.find(hashOf(bound))?.errands).toHaveLength(1);
});

it('what the centre had or refused is offered again: when sent or added again, or when it lost all', async () => {
  const shelf = await open();
  const bytes = pdf(10);
  const sha256 = hashOf(bytes);
  const errand = () => shelf.notes.find(sha256)?.errands[0];
  const standsOver = (over: Partial<ScanErrand>) =>
    shelf.notes.update(sha256, (note) =>
      note ? { ...note, errands: note.errands.map((one) => ({ ...one, ...over })) } : null,
    );
  const received = { receivedAtUtc: '2026-11-01T00:00:00.000Z', uploadPath: null, sent: 10 };
  const refused = { refused: { code: 'FORBIDDEN', message: '' }, uploadPath: '/x' };
  const fresh = { receivedAtUtc: null, refused: null, uploadPath: null, sent: 0 };
  await shelf.add('a.pdf', bytes);
  await shelf.send([announced(bytes)]);
  const again = [
    () => shelf.send([announced(bytes)]),
    () => shelf.add('a.pdf', bytes),
    () => shelf.reopen(null),
    () => shelf.reopen([{ unit, dossier, sha256 }]),
  ];
  for (const over of [received, refused])
    for (const act of again) {
      await standsOver(over);
      await act();
      expect(errand()).toMatchObject(fresh);
      expect((await open()).notes.find(sha256)?.errands).toMatchObject([fresh]);
    }
  // Of another dossier, or still under way: as it is.
  await standsOver(received);
  await shelf.reopen([{ unit, dossier: 'dossier:00000000000000000000000002', sha256 }]);
  expect(errand()?.receivedAtUtc).not.toBeNull();
  await standsOver({ receivedAtUtc: null, uploadPath: '/half', sent: 5 });
  await shelf.send([announced(bytes)]);
  expect(errand()).toMatchObject({ uploadPath: '/half', sent: 5 });
});

it('a damaged scan is not given out, and is mended by being added again', async () => {
  const shelf = await open();
  const bytes = pdf(100_000);
  await shelf.add('a.pdf', bytes);
  const [name] = (await readdir(folder)).filter((each) => each.endsWith('.scan'));
  const file = path.join(folder, name ?? '');
  const stored = await readFile(file);
  stored[70_000] = (stored[70_000] ?? 0) ^ 1;
  await writeFile(file, stored);
  expect(await shelf.read(hashOf(bytes))).toBeNull();
  await shelf.add('a.pdf', bytes);
  expect(await shelf.read(hashOf(bytes))).not.toBeNull();
});

it('once the vault is closed it writes and reads nothing: a wiped key must seal nothing', async () => {
  const shelf = await open();
  const bytes = pdf(10);
  await shelf.add('a.pdf', bytes);
  const before = await readFile(path.join(folder, 'notes'));
  isOpen = false;
  await expect(shelf.send([announced(bytes)])).rejects.toThrow(VaultClosedError);
  await expect(shelf.add('b.pdf', pdf(20))).rejects.toThrow(VaultClosedError);
  await expect(shelf.read(hashOf(bytes))).rejects.toThrow(VaultClosedError);
  expect(await readFile(path.join(folder, 'notes'))).toEqual(before);
});
