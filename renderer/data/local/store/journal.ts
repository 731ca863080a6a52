/**
 * The second copy of unsent work, outside the browser's storage: a full disk can make Chromium reset
 * IndexedDB (electron#41877). A save resolves only after the journal has the entry; IndexedDB is then a view
 * that can be filled again. Ids: `work:…` for steps, others for what must outlive IndexedDB likewise.
 */
import type { JournalEntry } from '../../../../shared/contract/journal.ts';

export type { JournalEntry };

export interface Journal {
  /** False: there is none, and IndexedDB's strict durability has to do. */
  readonly keeps: boolean;
  /**
   * Resolves when the entries would survive a power cut. A newer entry of an id takes the older one's place.
   * @throws ProblemError (DISK_FULL …) when it did not take them; nothing of them is then kept
   */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** The centre has them, or the person gave them up: they need not be kept any longer. */
  settled(ids: readonly string[]): Promise<void>;
  /** What was appended and not settled, in the order of `seq`. */
  replay(): Promise<readonly JournalEntry[]>;
}

export const noJournal: Journal = {
  keeps: false,
  append: () => Promise.resolve(),
  settled: () => Promise.resolve(),
  replay: () => Promise.resolve([]),
};
