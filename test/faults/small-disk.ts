/** A small disk in memory that can really be full. Needs root, as the build machine has. */
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SmallDisk {
  readonly folder: string;
  grow(megabytes: number): Promise<void>;
  /** Puts a file on it that leaves so many megabytes. */
  fillUpTo(megabytesLeft: number): Promise<void>;
  /** Takes that file away. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-small-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
  return {
    folder,
    grow: async (size) => {
      await run('mount', ['-o', `remount,size=${size}m`, folder]);
    },
    fillUpTo: async (megabytesLeft) => {
      const { bavail, bsize } = await statfs(folder);
      const bytes = bavail * bsize - megabytesLeft * 1_000_000;
      const file = await open(join(folder, 'ballast'), 'w');
      const block = Buffer.alloc(1_000_000, 1);
      for (let written = 0; written + block.length <= bytes; written += block.length) {
        await file.write(block);
      }
      await file.close();
    },
    empty: () => rm(join(folder, 'ballast'), { force: true }),
    remove: async () => {
      await run('umount', [folder]);
      await rmdir(folder);
    },
  };
}
