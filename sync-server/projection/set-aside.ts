/**
 * Documents that the read model cannot read: set aside by id, counted, and left out of lists, so that one bad
 * document (of a replicator, of a broken copy) does not stop the lists of a whole province.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ChangeRow } from '../store/document-store.ts';
import type { ProjectRow } from './project-document.ts';

/** Its name carries the id: the log keeps names of errors and never their messages. */
export class UnreadableDocument extends Error {
  constructor(database: string, id: string, cause: unknown) {
    super('a document could not be read into the read model', { cause });
    this.name = `UnreadableDocument ${database}/${id.slice(0, 100)}`;
  }
}

/** SQLite refusing a value (constraint, mismatch) is the document's fault; all else it says is the file's. */
const faultsOfValues = [19, 20];

function isOfTheFile(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && !faultsOfValues.includes(error.errcode & 0xff);
}

/** The projector, made to set aside what it cannot read. */
export function settingAside(
  db: DatabaseSync,
  project: ProjectRow,
  onFailure: (error: unknown) => void,
): ProjectRow {
  const add = db.prepare('INSERT OR REPLACE INTO unreadable VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM unreadable WHERE database = ? AND id = ?');
  return (database: string, row: ChangeRow) => {
    try {
      project(database, row);
      drop.run(database, row.id);
    } catch (error) {
      if (isOfTheFile(error)) throw error;
      onFailure(new UnreadableDocument(database, row.id, error));
      // What it said before is no longer so.
      project(database, { ...row, deleted: true });
      add.run(database, row.id);
    }
  };
}

export function countUnreadable(db: DatabaseSync): number {
  return Number(db.prepare('SELECT count(*) AS n FROM unreadable').get()?.n ?? 0);
}
