/**
 * Overwrites a file with random bytes, on the disk, and removes it. A disk that moves blocks (SSD) may keep
 * the old ones; what they hold is still sealed under argon2id of the password. False: there was no such file (any more).
 */
import { randomBytes } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';

export async function shred(file: string): Promise<boolean> {
  try {
    await overwrite(file);
    await unlink(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function overwrite(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(randomBytes(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
