/** The department's edits as this disk has them, handed to `shared/catalogue` at start and whenever some come in. */
import {
  catalogueId,
  catalogueNames,
  setCatalogueEdits,
  type CatalogueDocument,
} from '../../../shared/catalogue/index.ts';
import type { MirrorReader } from './store/mirror-reader.ts';

/** Ids of all documents there can be: one per list. */
export const catalogueIds: readonly string[] = catalogueNames.map(catalogueId);

export async function readCatalogues(
  mirror: Pick<MirrorReader, 'read'>,
): Promise<readonly CatalogueDocument[]> {
  const found = await mirror.read('catalogue', catalogueIds);
  return [...found.values()].map(({ document }) => document);
}

/** From here on this process names codes as the disk does. */
export async function layCatalogues(mirror: Pick<MirrorReader, 'read'>): Promise<void> {
  setCatalogueEdits(await readCatalogues(mirror));
}
