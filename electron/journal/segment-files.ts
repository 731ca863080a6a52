/**
 * The files of one journal: `000001.journal`, `000002.journal`, … in one folder. Invariants: a file that was
 * named is on the disk with its name; nothing is deleted but through `remove`; what is cut off a file is kept
 * beside it as `….damaged-<time>` first.
 */
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../disk/durable-write.ts';
import { readIfThere } from '../disk/read-if-there.ts';

const namePattern = /^(\d{6,})\.journal$/;
const damagedPattern = /\.damaged-[\dTZ-]+$/;
/** For diagnosis; older ones tell nothing new. */
const keptDamaged = 10;

export interface SegmentFiles {
  /** Numbers of the files that are there, ascending. */
  numbers(): Promise<readonly number[]>;
  read(number: number): Promise<Buffer>;
  open(number: number): Promise<FileHandle>;
  /** A new file with this content: on the disk with its name, or not there at all. */
  create(number: number, content: Buffer, written?: () => void): Promise<void>;
  remove(number: number): Promise<void>;
  /** Cuts the end of a file off, and keeps it beside. */
  cut(number: number, bytes: Buffer, wholeBytes: number): Promise<void>;
  /** Takes a damaged file out of the journal; its whole entries must be elsewhere by now. */
  setAside(number: number): Promise<void>;
  /** Half-made files of a compaction that did not come to its end. */
  clearHalfMade(): Promise<void>;
}

export function segmentFiles(folder: string, now: () => Date): SegmentFiles {
  const fileOf = (number: number) =>
    path.join(folder, `${String(number).padStart(6, '0')}.journal`);
  const damagedName = (number: number) =>
    `${fileOf(number)}.damaged-${now().toISOString().replaceAll(/[:.]/g, '-')}`;

  async function writeNew(file: string, content: Buffer): Promise<void> {
    const handle = await open(file, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  async function forgetOldDamage(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => damagedPattern.test(name)).sort();
    for (const name of names.slice(0, -keptDamaged)) await rm(path.join(folder, name));
  }

  return {
    numbers: async () =>
      (await readdir(folder))
        .flatMap((name) => namePattern.exec(name)?.[1] ?? [])
        .map(Number)
        .sort((a, b) => a - b),
    read: async (number) => (await readIfThere(fileOf(number))) ?? Buffer.alloc(0),
    open: async (number) => {
      const handle = await open(fileOf(number), 'a', 0o600);
      await syncFolder(folder);
      return handle;
    },
    create: async (number, content, written = () => undefined) => {
      const halfMade = `${fileOf(number)}.new`;
      try {
        await writeNew(halfMade, content);
        written();
        await rename(halfMade, fileOf(number));
      } catch (error) {
        await rm(halfMade, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    remove: async (number) => {
      await rm(fileOf(number), { force: true });
      // One after the other on the disk, too: an older file must not outlive what settled its entries.
      await syncFolder(folder);
    },
    cut: async (number, bytes, wholeBytes) => {
      await writeNew(damagedName(number), bytes.subarray(wholeBytes));
      const handle = await open(fileOf(number), 'r+');
      try {
        await handle.truncate(wholeBytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await syncFolder(folder);
      await forgetOldDamage();
    },
    setAside: async (number) => {
      await rename(fileOf(number), damagedName(number));
      await syncFolder(folder);
      await forgetOldDamage();
    },
    clearHalfMade: async () => {
      for (const name of await readdir(folder)) {
        if (name.endsWith('.journal.new')) await rm(path.join(folder, name));
      }
    },
  };
}
