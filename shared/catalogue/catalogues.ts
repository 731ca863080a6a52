/**
 * Answers from a set of code lists: rows, rows of a day, the label of a code, the code meant by a text.
 * Invariant: a code of the set always has its label, also after its last day.
 */
import { foldText } from '../vietnamese/fold.ts';
import type { CatalogueName, CatalogueRow } from './catalogue.ts';

export type CatalogueLists = Readonly<Record<CatalogueName, readonly CatalogueRow[]>>;

export interface Catalogues {
  /** All rows of a list, in the order in which a choice shows them. */
  rows(name: CatalogueName): readonly CatalogueRow[];
  rowOf(name: CatalogueName, code: string): CatalogueRow | undefined;
  /** The code meant by a text; where a past row and one in force have the same name, the one in force. */
  findCode(name: CatalogueName, text: string): string | undefined;
}

/** How texts are compared: without marks, spaces and punctuation (`H'Mông`, `h mong`, `HMÔNG`). */
export const catalogueKey = (text: string): string => foldText(text).replace(/[^a-z0-9]/g, '');

/** Whether a row may be chosen for something that is true on this day. */
export const isInForce = (row: CatalogueRow, day: string): boolean =>
  (row.validFrom === undefined || row.validFrom <= day) &&
  (row.validTo === undefined || day <= row.validTo);

/** Every way to write a row. */
export const textsOf = (row: CatalogueRow): readonly string[] => [
  row.code,
  row.label,
  ...(row.aliases ?? []),
];

/** Of a row without an end: after every day. */
export const lastDayOf = ({ validTo }: CatalogueRow): string => validTo ?? '9999-12-31';

function indexOf(rows: readonly CatalogueRow[]) {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const byText = new Map<string, string>();
  // Written last wins: rows that stand longest, and over every word the codes themselves.
  for (const row of rows.toSorted((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1))) {
    for (const text of textsOf(row)) byText.set(catalogueKey(text), row.code);
  }
  for (const { code } of rows) byText.set(catalogueKey(code), code);
  return { byCode, byText };
}

/** The answers of these lists; each list is indexed when it is first asked. */
export function createCatalogues(lists: CatalogueLists): Catalogues {
  const indexes = new Map<CatalogueName, ReturnType<typeof indexOf>>();
  const index = (name: CatalogueName) => {
    const known = indexes.get(name);
    if (known) return known;
    const made = indexOf(lists[name]);
    indexes.set(name, made);
    return made;
  };
  return {
    rows: (name) => lists[name],
    rowOf: (name, code) => index(name).byCode.get(code),
    findCode: (name, text) => index(name).byText.get(catalogueKey(text)),
  };
}
