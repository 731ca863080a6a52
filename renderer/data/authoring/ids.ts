/** New document ids: ULIDs from the platform's cryptographic randomness, rising within one process. */
import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

export const newChangeId = (): string => `change:${next()}`;
export const newDossierId = (): string => `dossier:${next()}`;
export const newApprovalId = (period: string): string => `approval:${period}:${next()}`;
export const newWorkId = (): string => `work:${next()}`;
