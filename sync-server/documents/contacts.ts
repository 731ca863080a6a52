/** When an office of a unit last spoke with the centre. One write a minute and unit at most. */
import type { DocumentStore } from '../store/document-store.ts';
import { serverDatabases } from './databases.ts';
import { updateDocument } from './documents.ts';

const everyMs = 60_000;

export interface Contacts {
  note(units: readonly string[]): void;
}

export function openContacts(
  store: DocumentStore,
  nowMs: () => number,
  onFailure: (error: unknown) => void,
): Contacts {
  const noted = new Map<string, number>();

  async function write(unit: string, atMs: number): Promise<void> {
    const atUtc = new Date(atMs).toISOString();
    const _id = `contact:${unit}`;
    await updateDocument(store, serverDatabases.contacts, _id, (standing) => {
      // Another gateway heard from the unit later than this one.
      if (typeof standing?.atUtc === 'string' && standing.atUtc >= atUtc) return null;
      return { _id, type: 'contact', unit, atUtc };
    });
  }

  return {
    note(units) {
      const atMs = nowMs();
      for (const unit of new Set(units)) {
        if (atMs - (noted.get(unit) ?? 0) < everyMs) continue;
        noted.set(unit, atMs);
        write(unit, atMs).catch(onFailure);
      }
    },
  };
}
