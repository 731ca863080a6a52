/**
 * Overwrites a file with random bytes, on the disk, and removes it. A disk that moves blocks (SSD) may keep
 * the old ones; what they hold is still sealed under argon2id of the password.
 */
import { randomBytes } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';

export async function shred(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(randomBytes(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await unlink(file);
}
