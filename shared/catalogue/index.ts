/** The code lists: rows, the label of a code, and the code meant by a text as offices write it. */
import { foldText } from '../vietnamese/fold.ts';
import type { CatalogueName, CatalogueRow, RankRow } from './catalogue.ts';
import { categoryRows } from './rows/category.ts';
import { educationRows } from './rows/education.ts';
import { ethnicityRows } from './rows/ethnicity.ts';
import { informationTechnologyRows } from './rows/information-technology.ts';
import { politicalTheoryRows } from './rows/political-theory.ts';
import { rankRows } from './rows/ranks/index.ts';
import { religionRows } from './rows/religion.ts';

export * from './catalogue.ts';

const catalogues: Readonly<Record<CatalogueName, readonly CatalogueRow[]>> = {
  ethnicity: ethnicityRows,
  religion: religionRows,
  category: categoryRows,
  rank: rankRows,
  education: educationRows,
  politicalTheory: politicalTheoryRows,
  informationTechnology: informationTechnologyRows,
};

/** All rows of a list, in the order in which a choice shows them. */
export const catalogueRows = (name: CatalogueName): readonly CatalogueRow[] => catalogues[name];

/** How texts are compared: without marks, spaces and punctuation (`H'Mông`, `h mong`, `HMÔNG`). */
export const catalogueKey = (text: string): string => foldText(text).replace(/[^a-z0-9]/g, '');

const byCode = new Map<string, ReadonlyMap<string, CatalogueRow>>();
const byText = new Map<string, ReadonlyMap<string, string>>();
const ranksByCode = new Map(rankRows.map((row) => [row.code, row]));

function indexByCode(name: CatalogueName): ReadonlyMap<string, CatalogueRow> {
  const known = byCode.get(name);
  if (known) return known;
  const made = new Map(catalogues[name].map((row) => [row.code, row]));
  byCode.set(name, made);
  return made;
}

function indexByText(name: CatalogueName): ReadonlyMap<string, string> {
  const known = byText.get(name);
  if (known) return known;
  const made = new Map<string, string>();
  for (const row of catalogues[name]) {
    for (const text of [row.code, row.label, ...(row.aliases ?? [])]) {
      made.set(catalogueKey(text), row.code);
    }
  }
  byText.set(name, made);
  return made;
}

/** The label of a code, undefined when the list has no such code. */
export const labelOf = (name: CatalogueName, code: string): string | undefined =>
  indexByCode(name).get(code)?.label;

/** The code meant by a text: code, label or alias, compared without marks. Undefined when none. */
export const findCode = (name: CatalogueName, text: string): string | undefined =>
  indexByText(name).get(catalogueKey(text));

/** A rank or professional title with its pay group. */
export const rankOf = (code: string): RankRow | undefined => ranksByCode.get(code);

/** The pay groups that a rank may be paid by, the usual one first; empty for an unknown rank. */
export function payGroupsOfRank(code: string): readonly string[] {
  const rank = ranksByCode.get(code);
  return rank ? [rank.payGroup, ...(rank.otherPayGroups ?? [])] : [];
}
