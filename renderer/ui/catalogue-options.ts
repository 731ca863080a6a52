/** The choices of a code list on a day: what stands first, in the order of the list, then what does not. */
import {
  catalogueRows,
  isInForce,
  textsOf,
  type CatalogueName,
  type CatalogueRow,
} from '../../shared/catalogue/index.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';

export interface CodeOption {
  readonly value: string;
  readonly label: string;
  readonly folded: string;
  readonly row: CatalogueRow;
  readonly standing: 'inForce' | 'past' | 'notYet';
}

function standingOn(row: CatalogueRow, day: string): CodeOption['standing'] {
  if (isInForce(row, day)) return 'inForce';
  return row.validTo !== undefined && row.validTo < day ? 'past' : 'notYet';
}

/** By the rows as they stand: an edited list is another array. */
const made = new WeakMap<
  readonly CatalogueRow[],
  { readonly day: string; readonly options: readonly CodeOption[] }
>();

export function optionsOn(name: CatalogueName, day: string): readonly CodeOption[] {
  const rows = catalogueRows(name);
  const known = made.get(rows);
  if (known?.day === day) return known.options;
  const options = rows
    .map((row) => ({
      value: row.code,
      label: name === 'rank' ? `${row.code} – ${row.label}` : row.label,
      folded: foldText(textsOf(row).join(' ')),
      row,
      standing: standingOn(row, day),
    }))
    .toSorted((a, b) => Number(a.standing !== 'inForce') - Number(b.standing !== 'inForce'));
  made.set(rows, { day, options });
  return options;
}

/** Every typed word must begin somewhere in the row: `gv mam 3` and `07.02` both find. */
export function matchesTyped(typed: string, folded: string): boolean {
  return foldText(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}
