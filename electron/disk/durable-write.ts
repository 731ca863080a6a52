/**
 * Writes a small file so that after a crash or power cut either the old or the new content is
 * there, never a mix: temporary file, fsync, rename, fsync of the folder. Readable by its owner only.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export async function durableWrite(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await replaceFile(file, content);
}

/** The same, in a folder that has to be there. @param mode who may read it: its owner alone, unless said otherwise */
export async function replaceFile(file: string, content: string, mode = 0o600): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeAndSync(temporary, content, mode);
    await rename(temporary, file);
  } catch (error) {
    // Where the disk itself went away the first fault is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Renames and makes the new name last. */
export async function durableRename(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(path.dirname(to));
}

async function writeAndSync(file: string, content: string, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows cannot open a folder for this; NTFS keeps renames in its own journal. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
