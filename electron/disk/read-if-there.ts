/** A missing file is an expected outcome; every other fault of the disk is thrown. */
import { readFile } from 'node:fs/promises';

export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isNoFile(error)) return undefined;
    throw error;
  }
}

const isNoFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
