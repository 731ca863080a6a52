/** What this installation is: in the store, so that every gateway over it says the same. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { unitCodeSchema } from '../../shared/unit/unit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { serverDatabases } from './databases.ts';
import { bareDocument, readDocument, updateDocument, writeDocument } from './documents.ts';

export const settingsId = 'settings:server';
const settingsSchema = z.object({
  name: z.string(),
  /** Code of the province at the top of the tree. */
  province: unitCodeSchema,
  demo: z.boolean(),
  /** Changes when the store was restored from a backup; clients then offer again what is missing. */
  epoch: z.string(),
  /** When that was; absent in a store that was never put back. */
  restoredAtUtc: z.iso.datetime().optional(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

const newEpoch = (): string => randomBytes(8).toString('hex');

/** The fields of a new epoch, for settings that go on over a history that was replaced. */
export const epochAfterRestore = (
  nowMs: number,
): { readonly epoch: string; readonly restoredAtUtc: string } => ({
  epoch: newEpoch(),
  restoredAtUtc: new Date(nowMs).toISOString(),
});

/** Null for a store that was never set up. */
export async function readSettings(store: DocumentStore): Promise<Settings | null> {
  const stored = await readDocument(store, serverDatabases.settings, settingsId);
  return stored ? settingsSchema.parse(bareDocument(stored.doc)) : null;
}

/** After a restore: offices then offer again what the centre has lost (docs/sync.md, “A restored centre”). */
export async function renewEpoch(store: DocumentStore): Promise<string> {
  const renewed = epochAfterRestore(Date.now());
  await updateDocument(store, serverDatabases.settings, settingsId, (stored) =>
    stored ? { ...bareDocument(stored), ...renewed } : null,
  );
  return renewed.epoch;
}

export async function createSettings(
  store: DocumentStore,
  settings: Omit<Settings, 'epoch' | 'restoredAtUtc'>,
): Promise<Settings> {
  const made = { ...settings, epoch: newEpoch() };
  await writeDocument(store, serverDatabases.settings, {
    _id: settingsId,
    type: 'settings',
    ...made,
  });
  return made;
}
