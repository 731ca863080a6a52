/** A small disk of its own that can be filled up: a tmpfs. Only root may mount one. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes free. */
  fill(leaving: number): void;
  makeRoom(): void;
  remove(): void;
}

/** As much of it as there is room for. */
function appendFull(file: string, bytes: Buffer): void {
  try {
    appendFileSync(file, bytes);
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    if (!full) throw error;
  }
}

export const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'hoso-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(leaving) {
      // To the last byte first: others write here meanwhile.
      for (;;) {
        const { bavail, bsize } = statfsSync(folder);
        if (bavail === 0) break;
        appendFull(ballast, Buffer.alloc(bavail * bsize));
      }
      truncateSync(ballast, Math.max(0, statSync(ballast).size - leaving));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
