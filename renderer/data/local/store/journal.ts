/**
 * The second copy of unsent work, outside the browser's storage: a full disk can make Chromium reset
 * IndexedDB (electron#41877). A save resolves only after the journal has the entry.
 */
export interface JournalEntry {
  /** The work item's id. */
  readonly id: string;
  /** Order of the person's steps. */
  readonly seq: number;
  /** Sealed by the database's sealer. */
  readonly body: string;
}

export interface Journal {
  /** Resolves when the entries would survive a power cut. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** The centre has them, or the person gave them up: they need not be kept any longer. */
  settled(ids: readonly string[]): Promise<void>;
}

/** Where IndexedDB's strict durability has to do. */
export const noJournal: Journal = {
  append: () => Promise.resolve(),
  settled: () => Promise.resolve(),
};
