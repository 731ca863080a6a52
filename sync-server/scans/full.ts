/** No room at the centre is an expected outcome with words of its own: the scan stays on the office's PC. */
import { ProblemError } from '../../shared/errors/index.ts';
import { BlobStoreFullError } from '../blobs/blob-store.ts';

/** @throws ProblemError SCAN_CENTRE_FULL */
export async function endsWithFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BlobStoreFullError)
      throw new ProblemError('SCAN_CENTRE_FULL', undefined, { cause: error });
    throw error;
  }
}
