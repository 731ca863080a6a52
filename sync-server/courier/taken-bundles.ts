/** Which bundles were taken in: an id serves one file for good, whichever gateway meets it. */
import { z } from 'zod';
import type { CourierBundle } from '../../shared/courier/bundle.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, readDocument, refusal } from '../documents/documents.ts';
import type { DocumentStore } from '../store/document-store.ts';

const { courier } = serverDatabases;

const takenSchema = z.object({ sha256: z.string(), takenAtUtc: z.string() });

/** `new`: not met before. `again`: the very same file. `other`: the id belongs to another file. */
export type Meeting = 'new' | 'again' | 'other';

export async function meetBundle(
  store: DocumentStore,
  { device, id }: Pick<CourierBundle, 'device' | 'id'>,
  sha256: string,
  takenAtUtc: string,
): Promise<Meeting> {
  const _id = `bundle:${device}:${id}`;
  const [written] = await store.bulkDocs(courier, [{ _id, type: 'bundle', sha256, takenAtUtc }]);
  if (written?.ok) return 'new';
  const standing = await readDocument(store, courier, _id);
  if (!standing) throw refusal(written);
  return takenSchema.parse(bareDocument(standing.doc)).sha256 === sha256 ? 'again' : 'other';
}
