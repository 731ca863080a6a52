/** The organisational units, from `reference`; kept in memory and read again when that database is written. */
import { referenceDatabase, unitSchema, type Unit } from '../../shared/unit/unit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { bareDocument } from './documents.ts';

export interface UnitDirectory {
  /** By code. */
  all(): Promise<ReadonlyMap<string, Unit>>;
}

export function openUnitDirectory(store: DocumentStore): UnitDirectory {
  let held: Promise<ReadonlyMap<string, Unit>> | null = null;
  store.onWrite((database) => {
    if (database === referenceDatabase) held = null;
  });

  async function read(): Promise<ReadonlyMap<string, Unit>> {
    const page = await store.allDocs(referenceDatabase, {
      startKey: 'unit:',
      endKey: 'unit:\uffff',
      includeDocs: true,
    });
    const units = page.rows.flatMap((row) => {
      if ('error' in row || !row.doc) return [];
      const parsed = unitSchema.safeParse(bareDocument(row.doc));
      return parsed.success ? [parsed.data] : [];
    });
    return new Map(units.map((unit) => [unit.code, unit]));
  }

  return {
    all() {
      const reading = held ?? read();
      held = reading;
      // A failed read must not be remembered.
      reading.catch(() => {
        if (held === reading) held = null;
      });
      return reading;
    },
  };
}
