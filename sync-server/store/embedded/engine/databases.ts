/** The databases of the file: names, counts, sequences. No cache: another process may write too. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../document-store.ts';
import type { DatabaseInfo } from '../../document-store.ts';
import { prepareCommand, prepareQuery } from '../file/query.ts';
import { formatSequence } from './sequence.ts';

export interface DatabaseRow {
  readonly key: number;
  readonly name: string;
  readonly incarnation: string;
  readonly seq: number;
  readonly living: number;
  readonly deleted: number;
  readonly bytes: number;
}

/** CouchDB's own rule; 238 is its limit too. Names with an underscore first are CouchDB's. */
const NAME = /^[a-z][a-z0-9_$()+/-]{0,237}$/u;

export type Databases = ReturnType<typeof createDatabases>;

export function createDatabases(db: DatabaseSync) {
  const columns = 'key, name, incarnation, seq, living, deleted, bytes';
  const byName = prepareQuery<DatabaseRow>(db, `SELECT ${columns} FROM databases WHERE name = ?`);
  const names = prepareQuery<{ name: string }>(db, 'SELECT name FROM databases ORDER BY name');
  const insert = prepareCommand(db, 'INSERT INTO databases (name, incarnation) VALUES (?, ?)');
  const count = prepareCommand(
    db,
    'UPDATE databases SET seq = ?, living = ?, deleted = ?, bytes = ? WHERE key = ?',
  );
  const security = prepareQuery<{ security: string }>(
    db,
    'SELECT security FROM databases WHERE key = ?',
  );
  const secure = prepareCommand(db, 'UPDATE databases SET security = ? WHERE key = ?');
  const drops = dropCommands(db);

  const find = (name: string) => byName.get(name);
  const open = (name: string): DatabaseRow => {
    const row = find(name);
    if (!row) throw new StoreError(404, 'not_found', 'Database does not exist.');
    return row;
  };
  return {
    find,
    open,
    names: () => names.all().map((row) => row.name),
    create(name: string): void {
      if (!NAME.test(name)) throw illegalName(name);
      if (find(name))
        throw new StoreError(
          412,
          'file_exists',
          'The database could not be created, the file already exists.',
        );
      insert.run(name, randomBytes(4).toString('hex'));
    },
    remove(name: string): void {
      const { key } = open(name);
      for (const drop of drops) drop.run(key);
    },
    saveCounts(row: DatabaseRow): void {
      count.run(row.seq, row.living, row.deleted, row.bytes, row.key);
    },
    info: (name: string) => infoOf(open(name)),
    security: (name: string) => security.get(open(name).key)?.security ?? '{}',
    secure: (name: string, json: string) => void secure.run(json, open(name).key),
  };
}

function dropCommands(db: DatabaseSync) {
  const bodies = 'SELECT b.key FROM bodies b JOIN documents d ON d.key = b.document WHERE d.db = ?';
  return [
    `DELETE FROM body_blobs WHERE body IN (${bodies})`,
    'DELETE FROM bodies WHERE document IN (SELECT key FROM documents WHERE db = ?)',
    'DELETE FROM documents WHERE db = ?',
    'DELETE FROM locals WHERE db = ?',
    'DELETE FROM blobs WHERE ? IS NOT NULL AND key NOT IN (SELECT blob FROM body_blobs)',
    'DELETE FROM databases WHERE key = ?',
  ].map((sql) => prepareCommand(db, sql));
}

function illegalName(name: string): StoreError {
  return new StoreError(
    400,
    'illegal_database_name',
    `Name: '${name.slice(0, 300)}'. Only lowercase characters (a-z), digits (0-9), and any of the ` +
      'characters _, $, (, ), +, -, and / are allowed. Must begin with a letter.',
  );
}

function infoOf(row: DatabaseRow): DatabaseInfo {
  return {
    db_name: row.name,
    doc_count: row.living,
    doc_del_count: row.deleted,
    update_seq: formatSequence(row.seq, row),
    // One file holds every database, so a database's own size is that of its bodies.
    sizes: { file: row.bytes, active: row.bytes, external: row.bytes },
  };
}
