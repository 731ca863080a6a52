/**
 * Moves the write-ahead log into the file on our own schedule: when nothing has been written for a
 * moment, or at latest after two seconds of writing. Left to SQLite it would happen inside some
 * caller's commit (measured: one request in a hundred waited 0.7 s). A thread of its own for this
 * was tried: no shorter waits under a steady load of 50 writers, and 25 MB more memory.
 */
import type { DatabaseSync } from 'node:sqlite';
import { passFaultPoint } from '../../../fault-points.ts';

const QUIET_MS = 250;
const LONGEST_WAIT_MS = 2000;

export interface Checkpoints {
  noteWrite(): void;
  stop(): void;
}

export function scheduleCheckpoints(db: DatabaseSync): Checkpoints {
  let timer: NodeJS.Timeout | null = null;
  let dirtySinceMs: number | null = null;
  const run = () => {
    timer = null;
    dirtySinceMs = null;
    try {
      passFaultPoint('store.beforeCheckpoint');
      db.exec('PRAGMA wal_checkpoint(PASSIVE)');
      passFaultPoint('store.afterCheckpoint');
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      // A full disk, say. The log is whole and reads go on; writers are told by their own commits.
      noteWrite();
    }
  };
  const noteWrite = () => {
    const nowMs = performance.now();
    dirtySinceMs ??= nowMs;
    if (timer && nowMs - dirtySinceMs > LONGEST_WAIT_MS - QUIET_MS) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  };
  // A log left by a killed server is taken in soon, not at the first write.
  noteWrite();
  return {
    noteWrite,
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}

function isSqliteError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
