/**
 * The read model's file. Disposable: of another version, of another store or damaged, it is thrown away and
 * filled anew from the store. Search is a scan of a covering index over folded text: at 100,000 dossiers it
 * was measured within its budget for any text (docs/gateway.md), and unlike FTS5 it has nothing to keep in step.
 *
 * What lies in a unit's databases is keyed by id and unit. Ids are made by clients, and a claim on every change
 * id in the province would cost a write per change; so an id may be used in two units, each sees its own, and
 * neither hides the other. The unit of a dossier is fixed by its owner claim, which admission asks for.
 */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const version = 2;

const tables = `
  CREATE TABLE identity (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL, epoch TEXT NOT NULL) STRICT;
  CREATE TABLE cursors (database TEXT PRIMARY KEY, seq TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE units (id TEXT PRIMARY KEY, code TEXT NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE dossiers (
    id TEXT NOT NULL, unit TEXT NOT NULL, sort TEXT NOT NULL, search TEXT NOT NULL,
    status TEXT NOT NULL, summary TEXT NOT NULL, PRIMARY KEY (id, unit)) STRICT;
  CREATE INDEX dossiers_by_name ON dossiers (sort, unit, search);
  CREATE INDEX dossiers_by_unit ON dossiers (unit, sort, search);
  CREATE TABLE changes (
    id TEXT NOT NULL, unit TEXT NOT NULL, dossier TEXT NOT NULL, state TEXT NOT NULL,
    received TEXT NOT NULL, PRIMARY KEY (id, unit)) STRICT;
  CREATE INDEX changes_by_unit ON changes (unit, state, received);
  CREATE INDEX changes_by_dossier ON changes (dossier, state);
  CREATE TABLE approvals (
    id TEXT NOT NULL, unit TEXT NOT NULL, state TEXT NOT NULL, received TEXT NOT NULL,
    PRIMARY KEY (id, unit)) STRICT;
  CREATE INDEX approvals_by_unit ON approvals (unit, received);
  CREATE TABLE unreadable (
    database TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (database, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE contacts (id TEXT PRIMARY KEY, unit TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX contacts_by_unit ON contacts (unit, at);`;

function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  // What a power cut takes is read again from the store.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  return db;
}

function isOurs(db: DatabaseSync, epoch: string): boolean {
  const named = db.prepare("SELECT name FROM sqlite_master WHERE name = 'identity'").get();
  if (!named) return false;
  const row = db.prepare('SELECT version, epoch FROM identity').get();
  return row?.version === version && row.epoch === epoch;
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

/** @param epoch of the store: a read model of another one means nothing */
export function openReadModel(file: string, epoch: string): DatabaseSync {
  const standing = openStanding(file, epoch);
  if (standing) return standing;
  if (file !== ':memory:') remove(file);
  const db = open(file);
  db.exec(`BEGIN; ${tables}`);
  db.prepare('INSERT INTO identity VALUES (1, ?, ?)').run(version, epoch);
  db.exec('COMMIT');
  return db;
}

function openStanding(file: string, epoch: string): DatabaseSync | null {
  let db: DatabaseSync | null = null;
  try {
    db = open(file);
    if (isOurs(db, epoch)) return db;
  } catch {
    // Not a database, or a broken one: it is made anew like any other that is not ours.
  }
  db?.close();
  return null;
}
