/** What goes wrong with backups, in the words of the catalogue. */
import { ProblemError } from '../../shared/errors/index.ts';
import { BlobStoreFullError } from '../blobs/blob-store.ts';

/** A set that is not as it was written; a problem that was named already keeps its name. */
export function damaged(set: string, part: string, cause?: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  return new ProblemError('BACKUP_DAMAGED', { set, part }, { cause });
}

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EIO', 'ENODEV']);

/** Errors of the disk that the sets lie on, as problems; anything else as it is. */
export function placeProblem(error: unknown, place: string): unknown {
  const code = systemCode(error);
  if (full.has(code) || error instanceof BlobStoreFullError)
    return new ProblemError('BACKUP_DISK_FULL', {}, { cause: error });
  if (unusable.has(code))
    return new ProblemError('BACKUP_PLACE_UNUSABLE', { place }, { cause: error });
  return error;
}
