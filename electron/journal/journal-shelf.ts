/**
 * The journals of this PC, one folder per local database; at most one is open, that of the open session.
 * The name comes from the session, never from a page, and must be a plain one all the same: it is a path.
 */
import path from 'node:path';
import { queue } from '../disk/queue.ts';
import type { JournalDamage } from './recover.ts';
import { openJournal, type OpenJournal } from './open-journal.ts';

const plainName = /^[a-z0-9][a-z0-9-]{0,99}$/;

export interface ShelfOptions {
  readonly folder: string;
  readonly now: () => Date;
  readonly onDamage: (damage: readonly JournalDamage[]) => void;
}

export interface JournalShelf {
  /** Opens it where needed, and closes the one of another session. */
  journalOf(databaseName: string): Promise<OpenJournal>;
  close(): Promise<void>;
}

interface Standing {
  readonly name: string;
  readonly journal: OpenJournal;
}

export function journalShelf({ folder, now, onDamage }: ShelfOptions): JournalShelf {
  const inTurn = queue();
  let standing: Standing | null = null;

  async function close(): Promise<void> {
    const closing = standing;
    standing = null;
    await closing?.journal.close();
  }
  async function open(name: string): Promise<OpenJournal> {
    if (standing?.name === name) return standing.journal;
    await close();
    if (!plainName.test(name)) throw new TypeError('not a name of a local database');
    const journal = await openJournal({ folder: path.join(folder, name), now });
    if (journal.damage.length > 0) onDamage(journal.damage);
    standing = { name, journal };
    return journal;
  }
  return { journalOf: (name) => inTurn(() => open(name)), close: () => inTurn(close) };
}
