/** The rows behind a document: its tree and place, and the bodies of its leaves. */
import type { DatabaseSync } from 'node:sqlite';
import { prepareCommand, prepareQuery } from '../file/query.ts';

export interface DocumentRow {
  readonly key: number;
  readonly id: string;
  readonly seq: number;
  readonly rev: string;
  readonly deleted: number;
  readonly tree: string;
}

export interface BodyRow {
  readonly key: number;
  readonly rev: string;
  readonly json: string;
  readonly attachments: string | null;
}

export type DocumentRows = ReturnType<typeof createDocumentRows>;

export function createDocumentRows(db: DatabaseSync) {
  const byId = prepareQuery<DocumentRow>(
    db,
    'SELECT key, id, seq, rev, deleted, tree FROM documents WHERE db = ? AND id = ?',
  );
  const body = prepareQuery<BodyRow>(
    db,
    'SELECT key, rev, json, attachments FROM bodies WHERE document = ? AND rev = ?',
  );
  const bodies = prepareQuery<BodyRow>(
    db,
    'SELECT key, rev, json, attachments FROM bodies WHERE document = ?',
  );
  const insert = prepareCommand(
    db,
    'INSERT INTO documents (db, id, seq, rev, deleted, tree) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = prepareCommand(
    db,
    'UPDATE documents SET seq = ?, rev = ?, deleted = ?, tree = ? WHERE key = ?',
  );
  const insertBody = prepareCommand(
    db,
    'INSERT INTO bodies (document, rev, json, attachments) VALUES (?, ?, ?, ?)',
  );
  const removeBody = prepareQuery<{ key: number; bytes: number; attachments: string | null }>(
    db,
    'DELETE FROM bodies WHERE document = ? AND rev = ? RETURNING key, octet_length(json) AS bytes, attachments',
  );
  return { byId, body, bodies, insert, update, insertBody, removeBody };
}
