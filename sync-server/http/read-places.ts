/** Documents of several units' desks, in the order asked; those gone meanwhile are left out. */
import { deskDatabase } from '../../shared/unit/unit.ts';
import { readDocuments, type Stored } from '../documents/documents.ts';
import type { Place } from '../projection/desk-queries.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** With the unit whose desk holds it: what the document says of itself decides nothing. */
export type Placed = Stored & { readonly unit: string };

export async function readPlaces(
  store: DocumentStore,
  places: readonly Place[],
): Promise<readonly Placed[]> {
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
  return places.flatMap(({ id, unit }) => {
    const stored = byId.get(id);
    return stored ? [{ ...stored, unit }] : [];
  });
}
