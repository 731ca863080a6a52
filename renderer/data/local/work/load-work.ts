/**
 * The unsent work at the start: the rows of IndexedDB and the living entries of the journal together. Each
 * gives the other what it lacks. A step that only the journal has goes back to IndexedDB as waiting (the
 * centre takes it once, however often it comes), or as refused, if that is what the entry says. A row that
 * does not open is taken from the journal, and the other way round.
 */
import type { Journal, JournalEntry } from '../store/journal.ts';
import type { LocalDatabase } from '../store/open-database.ts';
import type { WorkRow } from '../store/rows.ts';
import type { Sealer } from '../store/sealer.ts';
import { unopened } from '../store/tolerant-sealer.ts';
import { itemOf, itemOfEntry, rowOf, type WorkItem } from './work-item.ts';

const isStep = ({ id }: JournalEntry): boolean => id.startsWith('work:');

export interface LoadedWork {
  /** In the order of the steps. */
  readonly items: readonly WorkItem[];
  /** The highest order in use, of steps that cannot be read, too. */
  readonly lastSeq: number;
  /** Steps that neither place gives in a readable form. They stay where they are. */
  readonly unreadable: number;
}

interface Parts {
  readonly database: LocalDatabase;
  readonly sealer: Sealer;
  readonly journal: Journal;
  readonly entries: readonly JournalEntry[];
  readonly onError: (error: unknown) => void;
}

interface Opened<T> {
  readonly from: T;
  readonly item: WorkItem;
}

async function openAll<T extends WorkRow | JournalEntry>(
  { sealer, onError }: Parts,
  all: readonly T[],
  make: (from: T, body: unknown) => WorkItem,
): Promise<ReadonlyMap<string, Opened<T>>> {
  const bodies = await sealer.open(all);
  const opened = new Map<string, Opened<T>>();
  all.forEach((from, index) => {
    if (bodies[index] === unopened) return;
    try {
      opened.set(from.id, { from, item: make(from, bodies[index]) });
    } catch (error) {
      // Of another version of this program: it is counted below, and stays where it is.
      onError(error);
    }
  });
  return opened;
}

export async function loadWork(parts: Parts): Promise<LoadedWork> {
  const { database, journal } = parts;
  const rows = (await database.work.find().exec()).map((document) => document.toJSON());
  const entries = parts.entries.filter(isStep);
  const fromRows = await openAll(parts, rows, itemOf);
  const fromEntries = await openAll(parts, entries, itemOfEntry);

  const items = new Map<string, WorkItem>();
  for (const [id, { item }] of fromEntries) items.set(id, item);
  for (const [id, { item }] of fromRows) items.set(id, item);
  const lacking = [...fromEntries.values()].filter(({ from }) => !fromRows.has(from.id));
  if (lacking.length > 0) {
    await database.work.bulkUpsert(lacking.map(({ from, item }) => rowOf(item, from.body)));
  }
  const unkept = [...fromRows.values()].filter(({ from }) => !fromEntries.has(from.id));
  await journal.append(unkept.map(({ from: { id, seq, body } }) => ({ id, seq, body })));

  const all = [...rows, ...entries];
  return {
    items: [...items.values()].sort((a, b) => a.seq - b.seq),
    lastSeq: all.reduce((highest, { seq }) => Math.max(highest, seq), 0),
    unreadable: new Set(all.map(({ id }) => id).filter((id) => !items.has(id))).size,
  };
}
