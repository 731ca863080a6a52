/** A small disk in memory that can really be full. Needs root, as the build machine has. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, rmdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isDiskFull } from '../../electron/disk/disk-room.ts';

const run = promisify(execFile);
const blockBytes = 1_000_000;

export interface SmallDisk {
  readonly folder: string;
  grow(megabytes: number): Promise<void>;
  /** Puts a file on it that leaves so many megabytes. */
  fillUpTo(megabytesLeft: number): Promise<void>;
  /** Takes that file away. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

/** @param at where to mount it; what lies there is hidden meanwhile. A folder of its own when absent. */
export async function mountSmallDisk(megabytes: number, at?: string): Promise<SmallDisk> {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'hoso-small-disk-')));
  await mkdir(folder, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
  return {
    folder,
    grow: async (size) => {
      await run('mount', ['-o', `remount,size=${size}m`, folder]);
    },
    fillUpTo: async (megabytesLeft) => {
      const { bavail, bsize } = await statfs(folder);
      const bytes = bavail * bsize - megabytesLeft * 1_000_000;
      const file = await open(join(folder, 'ballast'), 'a');
      try {
        for (let left = bytes; left > 0; left -= blockBytes) {
          await file.writeFile(Buffer.alloc(Math.min(left, blockBytes), 1));
        }
      } catch (error) {
        // Others write here meanwhile: then it is full already.
        if (!isDiskFull(error)) throw error;
      } finally {
        await file.close();
      }
    },
    empty: () => rm(join(folder, 'ballast'), { force: true }),
    remove: async () => {
      await run('umount', [folder]);
      if (at === undefined) await rmdir(folder);
    },
  };
}
