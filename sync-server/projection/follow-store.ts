/**
 * Keeps the read model in step with the store: reads what is new after each write, a page at a time, rows and
 * cursor in one transaction. Nothing is lost by ending anywhere.
 */
import type { DatabaseSync } from 'node:sqlite';
import { referenceDatabase, unitOfDatabase } from '../../shared/unit/unit.ts';
import { serverDatabases } from '../documents/databases.ts';
import type { ChangesPage, DocumentStore, Sequence } from '../store/document-store.ts';
import { createProjector } from './project-document.ts';
import { settingAside } from './set-aside.ts';

const pageSize = 500;
const databasesAtOnce = 200;
const retryMs = 1000;
const gatherMs = 30;

export interface Follower {
  /** True when everything written before the call is in the read model; false after the time given. */
  settled(withinMs: number): Promise<boolean>;
  stop(): Promise<void>;
}

const isFollowed = (database: string): boolean =>
  database === referenceDatabase ||
  database === serverDatabases.contacts ||
  unitOfDatabase(database) !== null;

export function followStore(
  store: DocumentStore,
  db: DatabaseSync,
  onFailure: (error: unknown) => void,
): Follower {
  const cursors = openCursors(db);
  const apply = createApplier(db, cursors, onFailure);
  const dirty = new Set<string>();
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  // Asked across awaits: the compiler would take the last answer for good.
  const isStopped = () => stopped;

  async function run(): Promise<void> {
    while (dirty.size > 0 && !isStopped()) {
      try {
        await readSome(store, cursors, dirty, (name, page) => {
          if (!isStopped()) apply(name, page);
        });
      } catch (error) {
        if (isStopped()) return;
        onFailure(error);
        await new Promise((resume) => setTimeout(resume, retryMs));
      }
    }
  }
  function wake(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    running ??= run().finally(() => {
      running = null;
      // A write heard after the last look and before this line must not wait for the next one.
      if (dirty.size > 0 && !stopped) void wake();
    });
    return running;
  }

  async function drained(): Promise<void> {
    while (!stopped && (running || dirty.size > 0)) await wake();
  }

  const stopListening = store.onWrite((database) => {
    if (!isFollowed(database)) return;
    dirty.add(database);
    // A little later: writes of a busy moment are then read in one go. A reader does not wait for this.
    timer ??= setTimeout(() => void wake(), gatherMs);
  });
  const started = namesOf(store, isStopped, onFailure).then(async (names) => {
    for (const name of names.filter(isFollowed)) dirty.add(name);
    await wake();
  });
  started.catch(onFailure);

  return {
    async settled(withinMs) {
      let clock: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resume) => {
        clock = setTimeout(() => resume(false), withinMs).unref();
      });
      const done = started.then(drained).then(() => true);
      return Promise.race([done, late]).finally(() => clearTimeout(clock));
    },
    async stop() {
      stopped = true;
      stopListening();
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}

/** Asked until the store answers: a store that is late must not leave the read model empty for good. */
async function namesOf(
  store: DocumentStore,
  isStopped: () => boolean,
  onFailure: (error: unknown) => void,
): Promise<readonly string[]> {
  while (!isStopped()) {
    try {
      return await store.databaseNames();
    } catch (error) {
      onFailure(error);
      await new Promise((resume) => setTimeout(resume, retryMs));
    }
  }
  return [];
}

/** A page of each of some databases; those with more to read stay marked. */
async function readSome(
  store: DocumentStore,
  cursors: ReturnType<typeof openCursors>,
  dirty: Set<string>,
  apply: (database: string, page: ChangesPage) => void,
): Promise<void> {
  const databases = [...dirty].slice(0, databasesAtOnce);
  for (const database of databases) dirty.delete(database);
  try {
    const pages = await store.changesOfMany(
      databases.map((database) => ({
        database,
        options: { since: cursors.get(database), limit: pageSize, includeDocs: true },
      })),
    );
    databases.forEach((database, at) => {
      const page = pages[at];
      if (!page) return;
      apply(database, page);
      if (page.results.length >= pageSize) dirty.add(database);
    });
  } catch (error) {
    for (const database of databases) dirty.add(database);
    throw error;
  }
}

/** Rows and cursor of a page, together or not at all. */
function createApplier(
  db: DatabaseSync,
  cursors: ReturnType<typeof openCursors>,
  onFailure: (error: unknown) => void,
) {
  const project = settingAside(db, createProjector(db), onFailure);
  return (database: string, page: ChangesPage): void => {
    if (page.results.length === 0 && page.last_seq === cursors.get(database)) return;
    db.exec('BEGIN');
    try {
      for (const row of page.results) project(database, row);
      cursors.set(database, page.last_seq);
      db.exec('COMMIT');
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
}

function openCursors(db: DatabaseSync) {
  const write = db.prepare('INSERT OR REPLACE INTO cursors VALUES (?, ?)');
  const rows = db.prepare('SELECT database, seq FROM cursors').all();
  // Written below as JSON of a sequence, so it reads as one.
  const held = new Map(
    rows.map((row) => [String(row.database), JSON.parse(String(row.seq)) as Sequence]),
  );
  return {
    get: (database: string): Sequence => held.get(database) ?? 0,
    set(database: string, seq: Sequence) {
      held.set(database, seq);
      write.run(database, JSON.stringify(seq));
    },
  };
}
