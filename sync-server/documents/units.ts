/** Bringing a unit into being: its document and its two databases. */
import {
  deskDatabase,
  recordsDatabase,
  referenceDatabase,
  type Unit,
} from '../../shared/unit/unit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { ensureDatabase } from './databases.ts';
import { updateDocument } from './documents.ts';

export function makeUnit(fields: Omit<Unit, '_id' | 'type'>): Unit {
  return { _id: `unit:${fields.code}`, type: 'unit', ...fields };
}

/** The databases come first: a unit that is listed can be written to. One that is there stays as it is. */
export async function addUnit(store: DocumentStore, unit: Unit): Promise<void> {
  await ensureDatabase(store, recordsDatabase(unit.code));
  await ensureDatabase(store, deskDatabase(unit.code));
  await updateDocument(store, referenceDatabase, unit._id, (standing) => (standing ? null : unit));
}
