/**
 * The sweep as the daily job. One that could not read everything took nothing more away; that is on record, in the
 * failure log and, until a sweep goes through, in `settings`, so that people who can mend it see it.
 */
import { z } from 'zod';
import type { Audit } from '../documents/audit.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, readDocument, updateDocument } from '../documents/documents.ts';
import { UnreadableDocumentError } from '../documents/unreadable.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { sweepScans, type SweepParts } from './sweep-scans.ts';

const sweepId = 'sweep:scans';
const lastSweepSchema = z.object({ haltedAtUtc: z.string().nullable() });

export async function runSweep(parts: SweepParts & { readonly audit: Audit }): Promise<void> {
  try {
    await sweepScans(parts);
  } catch (error) {
    const known = error instanceof UnreadableDocumentError;
    const about = known ? { target: `${error.database}/${error.id}` } : {};
    parts.audit.record({ event: 'scans.sweep', account: 'server', ...about, outcome: 'halted' });
    await note(parts.store, new Date(parts.nowMs()).toISOString());
    throw error;
  }
  await note(parts.store, null);
}

/** Since when nothing is swept any more; null when all is well. */
export async function sweepHaltedAtUtc(store: DocumentStore): Promise<string | null> {
  const stored = await readDocument(store, serverDatabases.settings, sweepId);
  return stored ? lastSweepSchema.parse(bareDocument(stored.doc)).haltedAtUtc : null;
}

/** The first of several in a row counts. */
async function note(store: DocumentStore, atUtc: string | null): Promise<void> {
  await updateDocument(store, serverDatabases.settings, sweepId, (stored) => {
    const before = stored ? lastSweepSchema.parse(bareDocument(stored)).haltedAtUtc : null;
    if ((before === null) === (atUtc === null)) return null;
    return { _id: sweepId, type: 'sweepResult', haltedAtUtc: atUtc };
  });
}
