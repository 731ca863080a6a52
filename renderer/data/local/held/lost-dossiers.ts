/**
 * Dossiers that this PC still shows and a restored centre has no more. A dossier says nothing that its changes do not
 * say, so it is not held; but a change made on it must wait until it is there again.
 */
import { z } from 'zod';
import type { StreamPage } from '../sync/pull-desk.ts';
import type { MetaStore } from '../store/meta-store.ts';

const metaId = 'lost-dossiers';
const idsSchema = z.array(z.string());

export const readLostDossiers = async (meta: MetaStore): Promise<ReadonlySet<string>> =>
  new Set(await meta.read(metaId, idsSchema));

export async function noteLostDossiers(meta: MetaStore, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) await meta.remove(metaId);
  else await meta.write(metaId, ids);
}

/** A page brings some of them back. */
export async function noteFoundDossiers(meta: MetaStore, page: StreamPage): Promise<void> {
  const lost = await readLostDossiers(meta);
  const left = [...lost].filter((id) => !page.documents.some((one) => one.id === id));
  if (left.length < lost.size) await noteLostDossiers(meta, left);
}
