import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openScanShelf, type ScanShelf } from '../scans/scan-shelf.ts';
import { scanHandlers } from './scans.ts';

const unit = 'H20.81.11';
const dossier = 'dossier:00000000000000000000000001';
let folder: string;
let shelf: ScanShelf;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-standing-'));
  shelf = await openScanShelf({
    folder,
    keyFor: (purpose) => createHash('sha256').update(purpose).digest(),
    isOpen: () => true,
    room: async () => ({ level: 'enough', freeBytes: 10_000_000_000 }),
    now: () => new Date('2026-11-22T03:00:00.000Z'),
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const standing = async () => {
  const sender = { poke: () => undefined, current: () => null, close: () => undefined };
  const line = { ask: () => Promise.resolve(null), fetchScan: () => Promise.reject(new Error()) };
  const current = () => Promise.resolve({ shelf, sender, line });
  const handlers = scanHandlers({ current, close: () => undefined });
  const answer = await handlers['scans.standing'](undefined);
  return answer.ok ? answer.value.scans : [];
};

it('a scan that only this PC has is told with its name, its size, since when and where it has to go', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(900)]);
  const added = await shelf.add('QĐ 12.pdf', bytes);
  const about = { name: 'QĐ 12.pdf', bytes: 909, addedAtUtc: '2026-11-22T03:00:00.000Z' };
  expect(await standing()).toMatchObject([{ ...about, state: 'added', places: [] }]);
  if (!added.ok) throw new Error(added.problem.code);
  const { sha256 } = added.value;
  await shelf.send([{ unit, dossier, sha256, mediaType: 'application/pdf', bytes: bytes.length }]);
  expect(await standing()).toMatchObject([
    { ...about, state: 'waiting', places: [{ unit, dossier }] },
  ]);
});

it('what was only fetched to be looked at is at the centre, and not told', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(900)]);
  await shelf.keepFetched(createHash('sha256').update(bytes).digest('hex'), bytes);
  expect(await standing()).toEqual([]);
});
