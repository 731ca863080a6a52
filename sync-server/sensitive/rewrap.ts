/**
 * After the server's key changed: unit keys that lie under an older one are wrapped again under the present one.
 * The keys themselves stay as they are, so no document is touched. Ending anywhere does no harm.
 */
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, updateDocument } from '../documents/documents.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { listUnitKeys, unitKeyPurpose, unitKeySchema } from './unit-keys.ts';

/** How many were wrapped again. @throws ServerKeyMissingError when an older key is not held any more */
export async function rewrapUnitKeys(store: DocumentStore, ring: KeyRing): Promise<number> {
  const old = (await listUnitKeys(store)).filter(({ wrapped }) => wrapped.key !== ring.currentId);
  for (const { _id } of old)
    await updateDocument(store, serverDatabases.unitKeys, _id, (stored) => {
      if (!stored) return null;
      const key = unitKeySchema.parse(bareDocument(stored));
      const bytes = ring.unwrap(unitKeyPurpose, key.wrapped);
      return { ...key, wrapped: ring.wrap(unitKeyPurpose, bytes) };
    });
  return old.length;
}
