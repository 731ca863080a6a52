/**
 * The file's schema, as steps numbered by tens. A step that has shipped never changes: add the next.
 * `schema_step` holds the last step done; a file from a newer server is refused, never guessed at.
 */
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../document-store.ts';

interface Migration {
  readonly step: number;
  readonly sql: string;
}

const MIGRATIONS: readonly Migration[] = [
  {
    step: 10,
    sql: `
      CREATE TABLE databases (
        key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, incarnation TEXT NOT NULL,
        seq INTEGER NOT NULL DEFAULT 0, living INTEGER NOT NULL DEFAULT 0,
        deleted INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
        security TEXT NOT NULL DEFAULT '{}') STRICT;
      CREATE TABLE documents (
        key INTEGER PRIMARY KEY, db INTEGER NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL,
        rev TEXT NOT NULL, deleted INTEGER NOT NULL, tree TEXT NOT NULL) STRICT;
      CREATE UNIQUE INDEX documents_by_id ON documents (db, id);
      CREATE UNIQUE INDEX documents_by_seq ON documents (db, seq);
      CREATE TABLE bodies (
        key INTEGER PRIMARY KEY, document INTEGER NOT NULL, rev TEXT NOT NULL,
        json TEXT NOT NULL, attachments TEXT) STRICT;
      CREATE UNIQUE INDEX bodies_by_revision ON bodies (document, rev);
      CREATE TABLE blobs (key INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)
        STRICT;
      CREATE TABLE body_blobs (body INTEGER NOT NULL, blob INTEGER NOT NULL,
        PRIMARY KEY (body, blob)) STRICT, WITHOUT ROWID;
      CREATE INDEX body_blobs_by_blob ON body_blobs (blob);
      CREATE TABLE locals (db INTEGER NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL,
        json TEXT NOT NULL, PRIMARY KEY (db, id)) STRICT, WITHOUT ROWID;`,
  },
];

/** Brings a file up to this server's schema. @throws StoreError 500 when the file is newer */
export function migrate(db: DatabaseSync, migrations: readonly Migration[] = MIGRATIONS): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(
      'CREATE TABLE IF NOT EXISTS schema_step (one INTEGER PRIMARY KEY CHECK (one = 1), step INTEGER NOT NULL) STRICT',
    );
    const done = Number(db.prepare('SELECT step FROM schema_step').get()?.step ?? 0);
    const newest = migrations.at(-1)?.step ?? 0;
    if (done > newest)
      throw new StoreError(
        500,
        'newer_schema',
        `The store file is at step ${done}; this server knows ${newest}. Start the newer server.`,
      );
    for (const { step, sql } of migrations.filter((migration) => migration.step > done)) {
      db.exec(sql);
      db.prepare('INSERT OR REPLACE INTO schema_step VALUES (1, ?)').run(step);
    }
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
