/**
 * The rows of unsent work in IndexedDB. With a journal behind them they are a view: what the disk did not
 * take is kept in mind and tried again with the next write. Without one, a failure is thrown.
 */
import type { Journal } from '../store/journal.ts';
import type { LocalDatabase } from '../store/open-database.ts';
import type { WorkRow } from '../store/rows.ts';

export interface WorkRows {
  /** @throws when there is no journal and the disk did not take a row: it is then not saved anywhere */
  put(rows: readonly WorkRow[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Tells the journal; what it did not hear is told again with the next. */
  settled(ids: readonly string[]): Promise<void>;
}

export interface WorkRowParts {
  readonly database: LocalDatabase;
  readonly journal: Journal;
  readonly onError: (error: unknown) => void;
}

export function workRows({ database, journal, onError }: WorkRowParts): WorkRows {
  const unwritten = new Map<string, WorkRow>();
  const unsettled = new Set<string>();

  async function upsert(rows: readonly WorkRow[]): Promise<void> {
    const { error } = await database.work.bulkUpsert([...rows]);
    if (error.length > 0) throw new Error(`work list: ${error.length} rows not written`);
  }
  async function put(rows: readonly WorkRow[]): Promise<void> {
    for (const row of rows) unwritten.set(row.id, row);
    try {
      await upsert([...unwritten.values()]);
      unwritten.clear();
    } catch (error) {
      if (!journal.keeps) {
        for (const { id } of rows) unwritten.delete(id);
        throw error;
      }
      onError(error);
    }
  }
  async function remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) unwritten.delete(id);
    try {
      await database.work.bulkRemove([...ids]);
    } catch (error) {
      if (!journal.keeps) throw error;
      onError(error);
    }
  }
  async function settled(ids: readonly string[]): Promise<void> {
    for (const id of ids) unsettled.add(id);
    try {
      await journal.settled([...unsettled]);
      unsettled.clear();
    } catch (error) {
      // At worst these steps are offered to the centre once more.
      onError(error);
    }
  }
  return { put, remove, settled };
}
