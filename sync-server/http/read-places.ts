/** Documents of several units' desks, in the order asked; those gone meanwhile are left out. */
import { deskDatabase } from '../../shared/unit/unit.ts';
import { readDocuments, type Stored } from '../documents/documents.ts';
import type { Place } from '../projection/desk-queries.ts';
import type { DocumentStore } from '../store/document-store.ts';

export async function readPlaces(
  store: DocumentStore,
  places: readonly Place[],
): Promise<readonly Stored[]> {
  const byUnit = Map.groupBy(places, ({ unit }) => unit);
  const found = await Promise.all(
    [...byUnit].map(([unit, group]) =>
      readDocuments(
        store,
        deskDatabase(unit),
        group.map(({ id }) => id),
      ),
    ),
  );
  const byId = new Map(found.flatMap((documents) => [...documents]));
  return places.flatMap(({ id }) => byId.get(id) ?? []);
}
