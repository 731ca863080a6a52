/** Scans: a full disk under the office's shelf and under the centre's blobs, and a line that breaks anywhere. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskRoom, freeBytesAt, type ReadRoom } from '../../electron/disk/disk-room.ts';
import { openScanShelf } from '../../electron/scans/scan-shelf.ts';
import { scanPath } from '../../shared/contract/scans.ts';
import { openCuttingLine, seededNumbers } from '../helpers/cutting-line.ts';
import { signIn, testPassword, type TestClient } from '../helpers/gateway.ts';
import { newDossierId } from '../helpers/office-changes.ts';
import { hashOf, pdfBytes, sendTo, type Place } from '../helpers/sample-scans.ts';
import type { ServeProcess } from '../helpers/serve-process.ts';
import { recordFault } from './report/fault-record.ts';
import { school as unit, seed, serve, type SeededCentre } from './server/centre.ts';
import { mountSmallDisk } from './small-disk.ts';
import { serverStruck } from './struck-points.ts';

let centre: SeededCentre;
let dataDir: string;
let server: ServeProcess;
let clerk: TestClient;

async function start(): Promise<void> {
  server = await serve(dataDir);
  clerk = await signIn(server.url, 'vanthu.truong', testPassword);
}

beforeAll(async () => {
  centre = await seed();
  dataDir = await centre.copy();
  await start();
}, 120_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  await centre.close();
});

const newRef = () => ({ unit, dossier: newDossierId() });
type Ref = ReturnType<typeof newRef>;

async function readBack(ref: Ref, bytes: Buffer): Promise<boolean> {
  const path = scanPath({ ...ref, sha256: hashOf(bytes) });
  const response = await fetch(server.url + path, {
    headers: { authorization: `Bearer ${clerk.session.accessToken}` },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer()).equals(bytes);
}

const send = (bytes: Buffer, ref: Ref, place?: Place, url = server.url) =>
  sendTo(url, clerk.session.accessToken, { bytes, ref }, place);

/** Of what went before a cut, so much may not have reached the server's ears. */
const lostPerCut = 256 * 1024;

describe('a line that breaks', () => {
  it('at random offsets, with the centre killed in between: each scan goes on and arrives whole', async () => {
    const scans = 5;
    let cuts = 0;
    for (let number = 1; number <= scans; number += 1) {
      const random = seededNumbers(number);
      const bytes = pdfBytes(1_500_000 + number);
      const ref = newRef();
      const place: Place = { path: null };
      const begun = new Set<string>();
      let outcome = 'none';
      let carried = 0;
      const cutsBefore = cuts;
      for (let tries = 0; outcome !== 'received' && tries < 200; tries += 1) {
        const line = await openCuttingLine(server.url, () => Math.floor(random() * 400_000));
        ({ outcome } = await send(bytes, ref, place, line.url));
        cuts += line.cuts();
        carried += line.carried();
        await line.close();
        if (place.path) begun.add(place.path);
        if (tries !== 1) continue;
        await server.stop('SIGKILL');
        await start();
      }
      // One upload from beginning to end: none was begun anew.
      expect([outcome, begun.size]).toEqual(['received', 1]);
      expect(carried).toBeLessThan(bytes.length + (cuts - cutsBefore + 1) * lostPerCut);
      expect(await readBack(ref, bytes)).toBe(true);
    }
    expect(cuts).toBeGreaterThan(scans);
    recordFault({
      area: 'scans',
      fault: 'upload cut at random offsets, the centre killed in between',
      where: 'a TCP line that breaks after a random number of bytes; SIGKILL of hoso serve',
      runs: cuts,
      acknowledged: scans,
      lost: 0,
      outcome: 'goes on from the last byte that the centre has; the whole is checked by its hash',
    });
  });
});

describe('a centre that dies while it takes a scan', () => {
  it.each(serverStruck.scan)(
    'at %s has it whole or not at all, and takes it then',
    async (point) => {
      await server.stop('SIGTERM');
      const doomed = await serve(dataDir, point);
      const ended = once(doomed.child, 'exit');
      const { session } = await signIn(doomed.url, 'vanthu.truong', testPassword);
      const [bytes, ref, place]: [Buffer, Ref, Place] = [
        pdfBytes(300_000),
        newRef(),
        { path: null },
      ];
      const sent = await sendTo(doomed.url, session.accessToken, { bytes, ref }, place);
      expect(sent.outcome).toBe('interrupted');
      expect(await ended).toEqual([null, 'SIGKILL']);
      await start();
      expect((await send(bytes, ref, place)).outcome).toBe('received');
      expect(await readBack(ref, bytes)).toBe(true);
      recordFault({
        area: 'scans',
        fault: `sudden end of the centre at ${point}`,
        where: 'SIGKILL of hoso serve at this point, while it takes a scan',
        runs: 1,
        acknowledged: 1,
        lost: 0,
        outcome: 'the office sends it again; it is there once, whole',
      });
    },
  );
});

describe('a full disk', () => {
  it('under the shelf of the office: said in words, nothing half kept, the scans before it stay', async () => {
    const disk = await mountSmallDisk(160);
    try {
      const secret = randomBytes(32);
      const folder = join(disk.folder, 'scans');
      const shelfIn = (room: ReadRoom) =>
        openScanShelf({
          folder,
          keyFor: (purpose) => createHash('sha256').update(secret).update(purpose).digest(),
          isOpen: () => true,
          room,
          now: () => new Date(),
        });
      const bytes = [1, 2, 3].map((number) => pdfBytes(3_000_000 + number));
      const [first = Buffer.alloc(0), second = first, third = first] = bytes;
      const guarded = await shelfIn(
        diskRoom(
          () => freeBytesAt(disk.folder),
          () => new Date(),
        ),
      );
      expect(await guarded.add('mot.pdf', first)).toMatchObject({ ok: true });
      // Below the floor nothing is begun; a disk that fills up while it is written says so itself.
      await disk.fillUpTo(20);
      expect(await guarded.add('hai.pdf', second)).toMatchObject({
        problem: { code: 'SCAN_DISK_FULL' },
      });
      await disk.fillUpTo(1);
      const unguarded = await shelfIn(async () => ({ level: 'enough', freeBytes: 10 ** 10 }));
      const before = await readdir(folder);
      expect(await unguarded.add('ba.pdf', third)).toMatchObject({
        problem: { code: 'SCAN_DISK_FULL' },
      });
      expect(await readdir(folder)).toEqual(before);
      await disk.empty();
      for (const one of [second, third])
        expect(await guarded.add('lai.pdf', one)).toMatchObject({ ok: true });
      const again = await shelfIn(async () => ({ level: 'enough', freeBytes: 10 ** 10 }));
      for (const one of bytes)
        expect(Buffer.from((await again.read(hashOf(one))) ?? []).equals(one)).toBe(true);
      recordFault({
        area: 'scans',
        fault: 'disk full under the shelf of the office',
        where: 'the shelf on a tmpfs of 160 MB, filled to below the floor, then nearly to its end',
        runs: 2,
        acknowledged: bytes.length,
        lost: 0,
        outcome:
          'adding is refused with SCAN_DISK_FULL and leaves nothing half written; it works when there is room',
      });
    } finally {
      await disk.remove();
    }
  });

  it('under the blobs of the centre: the sender waits, goes on where it was, others read on', async () => {
    await server.stop('SIGTERM');
    const disk = await mountSmallDisk(24, join(dataDir, 'blobs'));
    try {
      await start();
      const [kept, waiting] = [pdfBytes(2_000_000), pdfBytes(3_000_000)];
      const [keptRef, waitingRef] = [newRef(), newRef()];
      expect((await send(kept, keptRef)).outcome).toBe('received');
      await disk.fillUpTo(1);
      const place: Place = { path: null };
      for (let tries = 0; tries < 2; tries += 1) {
        expect(await send(waiting, waitingRef, place)).toMatchObject({
          outcome: 'interrupted',
          problem: { code: 'SCAN_CENTRE_FULL' },
        });
      }
      expect(await readBack(keptRef, kept)).toBe(true);
      await disk.empty();
      const before = place.path;
      expect((await send(waiting, waitingRef, place)).outcome).toBe('received');
      expect(place.path).toBe(before);
      expect(await readBack(waitingRef, waiting)).toBe(true);
      expect(await readBack(keptRef, kept)).toBe(true);
      await server.stop('SIGTERM');
      recordFault({
        area: 'scans',
        fault: 'disk full under the blobs of the centre',
        where: 'the blob folder of hoso serve on a tmpfs of 24 MB, filled up and emptied again',
        runs: 2,
        acknowledged: 2,
        lost: 0,
        outcome:
          'SCAN_CENTRE_FULL: the office keeps the scan and tries later, goes on where it was; reading goes on',
      });
    } finally {
      await server.stop('SIGKILL');
      await disk.remove();
    }
  });
});
