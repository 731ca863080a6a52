/**
 * The list as it stands: the program's rows with the department's edits over them, and whether one more edit may
 * go over it. Invariants: every code that was ever there stays; on one day no text means two codes.
 */
import { failed, done, type Result } from '../errors/index.ts';
import type { CatalogueName, CatalogueRow } from './catalogue.ts';
import { catalogueKey, lastDayOf, textsOf } from './catalogues.ts';
import type { RowEdit } from './edit.ts';
import { traitOf } from './traits.ts';

type Rows = readonly CatalogueRow[];

/** `set` over a row: null takes a field away, what is absent stays as it was. */
function rowWith(row: CatalogueRow, set: Readonly<Record<string, unknown>>): CatalogueRow {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const kept = Object.entries<unknown>({ ...row, ...Object.fromEntries(given) }).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  // Fields of a row under fields of a parsed edit, which takes away none that a row must have.
  return Object.fromEntries(kept) as unknown as CatalogueRow;
}

function added(name: CatalogueName, { code, row }: Extract<RowEdit, { kind: 'add' }>) {
  const { trait, label, source, ...rest } = row;
  const key = traitOf(name)?.key;
  return rowWith({ code, label, source }, key === undefined ? rest : { ...rest, [key]: trait });
}

/** What stands after an edit. A row that a later version of the program brings itself is amended, not doubled. */
function applied(name: CatalogueName, rows: Rows, edit: RowEdit): Rows {
  const standing = rows.find(({ code }) => code === edit.code);
  if (edit.kind === 'add' && !standing) return [...rows, added(name, edit)];
  if (!standing) return rows;
  const set = edit.kind === 'add' ? { ...added(name, edit) } : edit.set;
  const next = rowWith(standing, set);
  return rows.map((row) => (row.code === edit.code ? next : row));
}

/** Never fails: an edit that no longer fits anything is passed over. */
export const applyEdits = (name: CatalogueName, rows: Rows, edits: Iterable<RowEdit>): Rows =>
  [...edits].reduce((standing, edit) => applied(name, standing, edit), rows);

/** The list after one more edit, or why it is not taken. */
export function admitEdit(name: CatalogueName, rows: Rows, edit: RowEdit): Result<Rows> {
  const { code } = edit;
  const standing = rows.find((row) => row.code === code);
  if (edit.kind === 'add') {
    const taken = rows.find((row) => catalogueKey(row.code) === catalogueKey(code));
    if (taken) return failed('CATALOGUE_CODE_TAKEN', { code: taken.code });
    const trait = traitOf(name);
    if (trait && !trait.choices.includes(edit.row.trait ?? ''))
      return failed('CATALOGUE_TRAIT_MISSING', { code });
  } else if (!standing) return failed('CATALOGUE_CODE_UNKNOWN', { code });
  const next = applied(name, rows, edit);
  const row = next.find((each) => each.code === code);
  if (!row || isSame(row, standing)) return failed('CATALOGUE_NOTHING_CHANGED', { code });
  return checkRow(next, row);
}

const isSame = (one: CatalogueRow, other: CatalogueRow | undefined): boolean =>
  JSON.stringify(Object.entries(one).toSorted(byField)) ===
  JSON.stringify(Object.entries(other ?? {}).toSorted(byField));

const byField = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

const beginOf = ({ validFrom }: CatalogueRow): string => validFrom ?? '0000-01-01';

function checkRow(rows: Rows, row: CatalogueRow): Result<Rows> {
  const { code, successor } = row;
  if (beginOf(row) > lastDayOf(row)) return failed('CATALOGUE_DATES_REVERSED', { code });
  if (successor !== undefined) {
    const next = rows.find((each) => each.code === successor);
    if (
      !next ||
      next.code === code ||
      row.validTo === undefined ||
      lastDayOf(next) <= lastDayOf(row)
    )
      return failed('CATALOGUE_SUCCESSOR_WRONG', { code: successor });
  }
  const keys = new Set(textsOf(row).map(catalogueKey));
  for (const other of rows) {
    if (other.code === code || beginOf(other) > lastDayOf(row) || beginOf(row) > lastDayOf(other))
      continue;
    const text = textsOf(other).find((each) => keys.has(catalogueKey(each)));
    if (text !== undefined) return failed('CATALOGUE_WORD_TAKEN', { text, code: other.code });
  }
  return done(rows);
}
