/**
 * The scans of one account on this PC, open while its vault is. Files are named by a keyed hash: the folder does not
 * tell whether a known paper lies here.
 *
 * Invariants: `add` answers when the scan would survive a power cut; what the centre has not confirmed is never taken
 * away, neither by `remove` nor to make room; only what was fetched to be looked at goes when there is too much of it.
 */
import { createHash, createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { scanLimitOn } from '../../shared/regulation/scan-limit.ts';
import { checkScan, magicLength, scanTypeOf } from '../../shared/scan/media-type.ts';
import {
  scanKey,
  type Evidence,
  type ScanAnnouncement,
  type ScanRef,
} from '../../shared/scan/scan.ts';
import { isDiskFull, type ReadRoom } from '../disk/disk-room.ts';
import { noteErrands, reopenErrands } from './scan-errands.ts';
import { openScanNotes, type ScanErrand, type ScanNotes } from './scan-notes.ts';
import { forgetScan, keepScan, makeRoom, readScan, sweepDrafts } from './scan-shelf-room.ts';

export interface ShelfParts {
  readonly folder: string;
  /** Of the vault, by purpose; wiped with it. */
  readonly keyFor: (purpose: string) => Buffer;
  /** Whether the vault is still open: its keys are wiped when it closes, in the middle of anything. */
  readonly isOpen: () => boolean;
  readonly room: ReadRoom;
  readonly now: () => Date;
}

export interface ScanShelf {
  readonly notes: ScanNotes;
  add(name: string, bytes: Uint8Array): Promise<Result<Evidence>>;
  /** From now on these are to be sent, also those that the centre once had or refused. */
  send(scans: readonly ScanAnnouncement[]): Promise<void>;
  /** What the centre once had or refused is offered again; null: all of it. */
  reopen(scans: readonly ScanRef[] | null): Promise<void>;
  remove(sha256: string): Promise<Result<null>>;
  /** Null: not on this disk, or damaged there. */
  read(
    sha256: string,
    part?: { readonly start: number; readonly end: number },
  ): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps what was fetched from the centre, as long as there is room for such. */
  keepFetched(sha256: string, bytes: Uint8Array): Promise<void>;
}

/** Someone signed out in the middle: nothing is lost, it goes on when the vault is open again. */
export class VaultClosedError extends Error {
  override readonly name = 'VaultClosedError';
}

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

export const isUnsent = ({ receivedAtUtc }: ScanErrand): boolean => receivedAtUtc === null;

export async function openScanShelf(parts: ShelfParts): Promise<ScanShelf> {
  const { folder, now, room } = parts;
  const key = parts.keyFor('hoso scans');
  const nameKey = parts.keyFor('hoso scan names');
  const assertOpen = () => {
    if (!parts.isOpen()) throw new VaultClosedError();
  };
  const notes = await openScanNotes(folder, parts.keyFor('hoso scan notes'), assertOpen);
  const nameOf = (sha256: string) => createHmac('sha256', nameKey).update(sha256).digest('hex');
  const fileOf = (sha256: string) => path.join(folder, `${nameOf(sha256)}.scan`);
  const placeOf = (sha256: string) => ({ file: fileOf(sha256), key, sha256 });
  const limits = () => scanLimitOn(civilDateInVietnam(now().toISOString()));
  await sweepDrafts(folder);

  const shelf = { notes, fileOf, placeOf, assertOpen, now };
  const read: ScanShelf['read'] = (sha256, part) => readScan(shelf, sha256, part);

  return {
    notes,
    async add(name, bytes) {
      const type = checkScan({ name, bytes }, limits());
      if (!type.ok) return type;
      const { level, freeBytes } = await room();
      if (level === 'full' || freeBytes < 2 * bytes.length) return failed('SCAN_DISK_FULL');
      const sha256 = hashOf(bytes);
      try {
        const about = { sha256, name, mediaType: type.value, bytes: bytes.length };
        // Damaged once, it is mended by being added again.
        if (notes.find(sha256) && !(await read(sha256))) await rm(fileOf(sha256), { force: true });
        await keepScan(shelf, { ...about, origin: 'added' }, bytes);
        await reopenErrands(notes, sha256, () => true);
        return done(about);
      } catch (error) {
        if (isDiskFull(error)) return failed('SCAN_DISK_FULL');
        throw error;
      }
    },
    send: (scans) => noteErrands(notes, scans),
    async reopen(scans) {
      const wanted = scans && new Set(scans.map(scanKey));
      for (const { sha256 } of notes.all())
        await reopenErrands(
          notes,
          sha256,
          ({ unit, dossier }) => wanted?.has(scanKey({ unit, dossier, sha256 })) ?? true,
        );
    },
    async remove(sha256) {
      const note = notes.find(sha256);
      if (!note) return done(null);
      if (note.errands.length > 0) return failed('SCAN_IN_USE');
      await forgetScan(shelf, sha256);
      return done(null);
    },
    read,
    async keepFetched(sha256, bytes) {
      const mediaType = scanTypeOf(bytes.subarray(0, magicLength));
      const { level } = await room();
      if (mediaType === null || level !== 'enough') return;
      await rm(fileOf(sha256), { force: true });
      const about = { sha256, name: '', mediaType, bytes: bytes.length };
      await keepScan(shelf, { ...about, origin: 'fetched' }, bytes);
      await makeRoom(shelf, limits().mostFetchedBytes);
    },
  };
}
