/**
 * Unfinished forms on this disk, sealed like all else: a row of `meta` each, and an entry of the journal, which
 * gives the row back when IndexedDB was lost.
 */
import { unfinishedFormSchema, type UnfinishedForms } from '../port/unfinished.ts';
import type { Journal, JournalEntry } from './store/journal.ts';
import type { MetaStore } from './store/meta-store.ts';
import type { LocalDatabase } from './store/open-database.ts';
import type { Sealer } from './store/sealer.ts';

const prefix = 'form:';

export interface FormParts {
  readonly meta: MetaStore;
  readonly journal: Journal;
  readonly sealer: Sealer;
  readonly onError: (error: unknown) => void;
}

export function unfinishedForms({ meta, journal, sealer, onError }: FormParts): UnfinishedForms {
  return {
    list: async () => (await meta.ids(prefix)).map((id) => id.slice(prefix.length)),
    read: (key) => meta.read(`${prefix}${key}`, unfinishedFormSchema),
    write: async (key, value) => {
      const id = `${prefix}${key}`;
      if (value) {
        const [body = ''] = await sealer.seal([{ id, value }]);
        // Typing goes on though the disk has no room for a second copy; the save itself will say so.
        await journal.append([{ id, seq: 0, body }]).catch(onError);
        await meta.write(id, value);
      } else {
        await journal.settled([id]).catch(onError);
        await meta.remove(id);
      }
    },
  };
}

/** Rows that only the journal has are put back. Sealed for the same id, they open in their new place. */
export async function restoreForms(
  database: LocalDatabase,
  meta: MetaStore,
  entries: readonly JournalEntry[],
): Promise<void> {
  const here = new Set(await meta.ids(prefix));
  const lacking = entries.filter(({ id }) => id.startsWith(prefix) && !here.has(id));
  if (lacking.length === 0) return;
  await database.meta.bulkUpsert(lacking.map(({ id, body }) => ({ id, body })));
}
