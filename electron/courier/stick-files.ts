/**
 * Bundle files on a stick. A file is there whole or not at all (temporary file, fsync, rename); its folder is
 * never made: a stick that was pulled out must not become a folder on this PC's own disk. What the disk says is
 * an expected outcome with words of its own.
 */
import { open, stat } from 'node:fs/promises';
import { courierLimits } from '../../shared/courier/limits.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { isDiskFull } from '../disk/disk-room.ts';
import { replaceFile } from '../disk/durable-write.ts';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** The disk's word as a problem; what is no word of a disk is a defect, and thrown. */
function stickProblem(error: unknown): Result<never> {
  const code = codeOf(error);
  if (typeof code !== 'string') throw error;
  if (isDiskFull(error)) return failed('COURIER_STICK_FULL');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return failed('COURIER_STICK_READ_ONLY');
  return failed('COURIER_STICK_GONE');
}

export async function writeToStick(file: string, text: string): Promise<Result<null>> {
  try {
    // Sealed for the centre: whoever carries it may read the file, and nothing in it.
    await replaceFile(file, text, 0o644);
    return done(null);
  } catch (error) {
    return stickProblem(error);
  }
}

/** At most as much as an answer can be; anything else was not made by this program. */
export async function readFromStick(file: string): Promise<Result<string>> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > courierLimits.fileBytes)
      return failed('COURIER_WRONG_FILE');
    const handle = await open(file, 'r');
    try {
      return done(await handle.readFile('utf8'));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return stickProblem(error);
  }
}
