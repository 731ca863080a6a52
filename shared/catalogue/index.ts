/** The code lists: rows, the label of a code, and the code meant by a text as offices write it. */
import type { CatalogueName, CatalogueRow, RankRow } from './catalogue.ts';
import { isInForce } from './catalogues.ts';
import { currentCatalogues } from './current.ts';

export * from './catalogue.ts';
export { catalogueKey, isInForce, textsOf } from './catalogues.ts';
export {
  cataloguesWith,
  currentCatalogues,
  onCatalogueEdits,
  setCatalogueEdits,
} from './current.ts';
export * from './edit.ts';

/** All rows of a list, in the order in which a choice shows them. */
export const catalogueRows = (name: CatalogueName): readonly CatalogueRow[] =>
  currentCatalogues().rows(name);

/** The rows that may be chosen for something that is true on this day (`yyyy-mm-dd`). */
export const rowsAt = (name: CatalogueName, day: string): readonly CatalogueRow[] =>
  currentCatalogues()
    .rows(name)
    .filter((row) => isInForce(row, day));

/** The label of a code, past ones too; undefined when the list has no such code. */
export const labelOf = (name: CatalogueName, code: string): string | undefined =>
  currentCatalogues().rowOf(name, code)?.label;

/** The code meant by a text: code, label or alias, compared without marks. Undefined when none. */
export const findCode = (name: CatalogueName, text: string): string | undefined =>
  currentCatalogues().findCode(name, text);

const isRank = (row: CatalogueRow | undefined): row is RankRow =>
  row !== undefined && 'payGroup' in row;

/** A rank or professional title with its pay group. */
export function rankOf(code: string): RankRow | undefined {
  const row = currentCatalogues().rowOf('rank', code);
  return isRank(row) ? row : undefined;
}

/** The pay groups that a rank may be paid by, the usual one first; empty for an unknown rank. */
export function payGroupsOfRank(code: string): readonly string[] {
  const rank = rankOf(code);
  return rank ? [rank.payGroup, ...(rank.otherPayGroups ?? [])] : [];
}
