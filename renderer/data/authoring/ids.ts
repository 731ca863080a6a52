/** New document ids: ULIDs from the platform's cryptographic randomness, rising within one process. */
import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

export const newChangeId = (): string => `change:${next()}`;
export const newDossierId = (): string => `dossier:${next()}`;
export const newApprovalId = (period: string): string => `approval:${period}:${next()}`;
/** For the hash of a sensitive section: nobody may guess it. */
export const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
export const newWorkId = (): string => `work:${next()}`;
export const newBundleId = (): string => next();
