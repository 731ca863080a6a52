/**
 * The organisational units, from `reference`; kept in memory and read again when that database is written.
 * Invariant: a unit is there when its document is there, whether or not this program can read all of it, so that
 * a unit of a later version is neither refused as unknown nor taken for gone. Those are reported at each reading.
 */
import { referenceDatabase, unitCodePattern, unitSchema } from '../../shared/unit/unit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { bareDocument } from './documents.ts';
import { UnreadableDocumentError } from './unreadable.ts';

export interface UnitDirectory {
  codes(): Promise<ReadonlySet<string>>;
  /** Ids of the unit documents that this program cannot read. */
  unreadable(): Promise<readonly string[]>;
}

interface Known {
  readonly codes: ReadonlySet<string>;
  readonly unreadable: readonly string[];
}

const prefix = 'unit:';

export function openUnitDirectory(
  store: DocumentStore,
  onFailure: (error: unknown) => void,
): UnitDirectory {
  let held: Promise<Known> | null = null;
  store.onWrite((database) => {
    if (database === referenceDatabase) held = null;
  });

  async function read(): Promise<Known> {
    const range = { startKey: prefix, endKey: `${prefix}\uffff`, includeDocs: true };
    const { rows } = await store.allDocs(referenceDatabase, range);
    const codes = new Set<string>();
    const unreadable: string[] = [];
    for (const row of rows) {
      const code = row.key.slice(prefix.length);
      if (unitCodePattern.test(code)) codes.add(code);
      const unit = 'error' in row || !row.doc ? null : unitSchema.safeParse(bareDocument(row.doc));
      if (unit?.data?.code !== code) unreadable.push(row.key);
    }
    for (const id of unreadable) onFailure(new UnreadableDocumentError(referenceDatabase, id));
    return { codes, unreadable };
  }

  function known(): Promise<Known> {
    const reading = held ?? read();
    held = reading;
    // A failed read must not be remembered.
    reading.catch(() => {
      if (held === reading) held = null;
    });
    return reading;
  }

  return {
    codes: async () => (await known()).codes,
    unreadable: async () => (await known()).unreadable,
  };
}
