/**
 * Who works on a data folder: servers share it, putting a backup in its place needs it alone. The lock is
 * SQLite's on an empty file, because the system gives it free when a process dies, however it dies.
 */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { ProblemError } from '../../../shared/errors/index.ts';

const fileOf = (dataDir: string): string => join(dataDir, 'server.lock');

/** Returns the way to let go. @throws ProblemError RESTORE_SERVER_RUNNING while someone holds it alone */
export function holdTogether(dataDir: string): () => void {
  return take(dataDir, ['BEGIN', 'SELECT count(*) FROM sqlite_schema']);
}

/** @throws ProblemError RESTORE_SERVER_RUNNING */
export async function holdAlone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const letGo = take(dataDir, ['BEGIN EXCLUSIVE']);
  try {
    return await work();
  } finally {
    letGo();
  }
}

function take(dataDir: string, steps: readonly string[]): () => void {
  const lock = new DatabaseSync(fileOf(dataDir));
  try {
    for (const step of steps) lock.exec(step);
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new ProblemError('RESTORE_SERVER_RUNNING', {}, { cause: error });
    throw error;
  }
  return () => lock.close();
}

/** SQLITE_BUSY */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}
