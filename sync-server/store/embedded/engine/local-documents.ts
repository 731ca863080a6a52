/**
 * `_local` documents: a replicator's checkpoints. As in CouchDB 3 there is no conflict: the given
 * revision, or nothing, plus one.
 */
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../document-store.ts';
import type { WriteResult } from '../../document-store.ts';
import type { WireRead, WireWrite } from '../protocol.ts';
import type { DatabaseRow } from './databases.ts';
import { prepareCommand, prepareQuery } from '../file/query.ts';

const LOCAL_REVISION = /^0-(\d{1,15})$/u;

export type LocalDocuments = ReturnType<typeof createLocalDocuments>;

export function createLocalDocuments(db: DatabaseSync) {
  const byId = prepareQuery<{ rev: number; json: string }>(
    db,
    'SELECT rev, json FROM locals WHERE db = ? AND id = ?',
  );
  const put = prepareCommand(db, 'INSERT OR REPLACE INTO locals VALUES (?, ?, ?, ?)');
  const remove = prepareCommand(db, 'DELETE FROM locals WHERE db = ? AND id = ?');
  return {
    get(database: DatabaseRow, id: string): WireRead {
      const row = byId.get(database.key, id);
      if (!row) throw new StoreError(404, 'not_found', 'missing');
      return { id, rev: `0-${row.rev}`, deleted: false, json: row.json };
    },
    put(database: DatabaseRow, write: WireWrite): WriteResult {
      const given = write.rev === null ? ['', '0'] : LOCAL_REVISION.exec(write.rev);
      if (!given) return { id: write.id, error: 'bad_request', reason: 'Invalid rev format' };
      if (write.deleted) {
        remove.run(database.key, write.id);
        return { ok: true, id: write.id, rev: '0-0' };
      }
      const rev = Number(given[1]) + 1;
      put.run(database.key, write.id, rev, write.json);
      return { ok: true, id: write.id, rev: `0-${rev}` };
    },
    remove(database: DatabaseRow, id: string): void {
      if (!byId.get(database.key, id)) throw new StoreError(404, 'not_found', 'missing');
      remove.run(database.key, id);
    },
  };
}
