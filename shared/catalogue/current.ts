/**
 * The lists as this process knows them now. They begin as the program's own rows; whoever holds the department's
 * edits (the server, the office's data, the browser's data) hands them in whenever they change. One process serves
 * one province, so there is one set.
 */
import { applyEdits } from './apply-edits.ts';
import { catalogueNames, type CatalogueName, type CatalogueRow } from './catalogue.ts';
import { createCatalogues, type Catalogues } from './catalogues.ts';
import type { CatalogueDocument } from './edit.ts';
import { builtInRows } from './rows/built-in.ts';

/** The program's own rows under the edits of these documents; an untouched list stays the very same array. */
export function cataloguesWith(documents: Iterable<CatalogueDocument>): Catalogues {
  const byName = new Map([...documents].map((document) => [document.name, document]));
  const rowsOf = (name: CatalogueName): readonly CatalogueRow[] => {
    const edits = byName.get(name)?.edits.map(({ edit }) => edit) ?? [];
    return edits.length === 0 ? builtInRows[name] : applyEdits(name, builtInRows[name], edits);
  };
  // Every name is in the tuple that the type is made of.
  const lists = Object.fromEntries(catalogueNames.map((name) => [name, rowsOf(name)])) as Record<
    CatalogueName,
    readonly CatalogueRow[]
  >;
  return createCatalogues(lists);
}

let current: Catalogues = cataloguesWith([]);

export const currentCatalogues = (): Catalogues => current;

/** From now on all of this process sees the lists with these edits, and no others. */
export function setCatalogueEdits(documents: Iterable<CatalogueDocument>): void {
  current = cataloguesWith(documents);
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

/** Calls the listener after each change of the lists; answers the way to stop. */
export function onCatalogueEdits(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
