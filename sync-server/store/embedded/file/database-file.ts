/** Opens the one SQLite file, with the settings durability and 2,000 databases ask for. */
import { DatabaseSync } from 'node:sqlite';
import { migrate } from './migrations.ts';

/**
 * FULL: every commit is on the disk before it is acknowledged. The cache is small because RSS is
 * budgeted for 2,000 units, and the kernel caches the file anyway. Checkpoints are ours to time.
 */
const PRAGMAS = [
  'PRAGMA page_size = 8192',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA wal_autocheckpoint = 0',
  'PRAGMA journal_size_limit = 67108864',
  'PRAGMA cache_size = -16384',
  'PRAGMA mmap_size = 0',
  'PRAGMA busy_timeout = 10000',
  'PRAGMA foreign_keys = OFF',
];

export function openDatabaseFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    for (const pragma of PRAGMAS) db.exec(pragma);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
