/**
 * Where the table of a sheet begins and what its columns mean. A header takes one row or several: a parent
 * label over its children, by a merge or by the empty cells to its right.
 */
import { cellText, columnLetter, isBlank, type CellValue, type SheetGrid } from './grid.ts';
import { tidyText } from '../../vietnamese/fold.ts';
import { headerKey, meaningOf } from './column-rules.ts';
import type { Meaning } from './meanings.ts';

export interface Column {
  /** Index from 0. */
  readonly index: number;
  readonly letter: string;
  /** All labels over the column, the topmost first, parted by ` / `. */
  readonly label: string;
  /** Null: the list has a column that the dossier has not. */
  readonly meaning: Meaning | null;
}

export interface Header {
  /** Rows of the header; indexes from 0, both included. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly Column[];
}

/** Offices put their name, a title and a date over the table: seldom more than this many rows. */
const searchedRows = 40;
const mostHeaderRows = 4;
/** Besides the name, so that a sentence with “họ và tên” is not taken for a header. */
const fewestKnownColumns = 3;

/** The header of a sheet, or null when no row looks like one. */
export function findHeader(grid: SheetGrid): Header | null {
  const nameRow = grid.rows
    .slice(0, searchedRows)
    .findIndex((row) => row.some((cell) => isNameLabel(cell)));
  if (nameRow < 0) return null;
  const spans = rowSpans(grid, nameRow);
  const headers = spans.map(([first, last]) => ({
    first,
    last,
    columns: columnsOf(grid, first, last),
  }));
  const best = headers.reduce((a, b) => (knownColumns(b) > knownColumns(a) ? b : a));
  return knownColumns(best) >= fewestKnownColumns ? best : null;
}

function isNameLabel(cell: CellValue): boolean {
  if (typeof cell !== 'string') return false;
  const meaning = meaningOf([cell]);
  return meaning === 'identity.fullName' || meaning === 'familyName';
}

/** Different meanings: a parent label alone says one thing of all its columns. */
const knownColumns = (header: Header): number =>
  new Set(header.columns.flatMap(({ meaning }) => meaning ?? [])).size;

/** The row spans that the header may take: the name's row alone, with rows below, with the row above. */
function rowSpans(grid: SheetGrid, nameRow: number): readonly (readonly [number, number])[] {
  const merged = grid.merges.find(
    (merge) =>
      merge.top <= nameRow &&
      merge.bottom > nameRow &&
      isNameLabel(grid.rows[merge.top]?.[merge.left] ?? null),
  );
  if (merged) return [[merged.top, merged.bottom]];
  const spans: [number, number][] = [[nameRow, nameRow]];
  for (let last = nameRow + 1; last < nameRow + mostHeaderRows; last += 1) {
    if (!mayBelongToHeader(grid, nameRow, last)) break;
    spans.push([nameRow, last]);
  }
  if (nameRow > 0 && isParentRow(grid, nameRow)) spans.push([nameRow - 1, nameRow]);
  return spans;
}

/** The row above holds parents, not a title: nothing stands or stretches over the name's label. */
function isParentRow(grid: SheetGrid, nameRow: number): boolean {
  const nameColumn = nameColumnOf(grid, nameRow);
  return isBlank(labelAt(grid, nameRow - 1, nameRow - 1, nameColumn));
}

const nameColumnOf = (grid: SheetGrid, nameRow: number): number =>
  (grid.rows[nameRow] ?? []).findIndex((cell) => isNameLabel(cell));

/** A further header row has words only, and nothing under the name's label. */
function mayBelongToHeader(grid: SheetGrid, nameRow: number, row: number): boolean {
  const nameColumn = nameColumnOf(grid, nameRow);
  const cells = grid.rows[row] ?? [];
  return (
    isBlank(cells[nameColumn]) &&
    cells.some((cell) => !isBlank(cell)) &&
    cells.every((cell) => isBlank(cell) || (typeof cell === 'string' && !/\d/.test(cell)))
  );
}

function columnsOf(grid: SheetGrid, first: number, last: number): readonly Column[] {
  const width = Math.max(...grid.rows.slice(first, last + 1).map((row) => row.length), 0);
  const columns: Column[] = [];
  for (let index = 0; index < width; index += 1) {
    const labels = labelsOver(grid, first, last, index);
    if (labels.length === 0) continue;
    columns.push({
      index,
      letter: columnLetter(index),
      label: labels.join(' / '),
      meaning: meaningOf(labels),
    });
  }
  return columns;
}

/** The labels over a column without repeats: what covers it by a merge, or stands left over empty cells. */
function labelsOver(
  grid: SheetGrid,
  first: number,
  last: number,
  column: number,
): readonly string[] {
  const labels: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = tidyText(cellText(labelAt(grid, row, last, column)));
    if (text !== '' && headerKey(text) !== headerKey(labels.at(-1) ?? '')) labels.push(text);
  }
  return labels;
}

function labelAt(grid: SheetGrid, row: number, last: number, column: number): CellValue {
  const own = grid.rows[row]?.[column] ?? null;
  if (!isBlank(own)) return own;
  const merge = grid.merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );
  if (merge) return grid.rows[merge.top]?.[merge.left] ?? null;
  const childBelow = row < last && !isBlank(grid.rows[last]?.[column]);
  return childBelow ? parentToTheLeft(grid, row, last, column) : null;
}

/** Without merges a parent stands over its first child only; the cells right of it are empty. */
function parentToTheLeft(grid: SheetGrid, row: number, last: number, column: number): CellValue {
  for (let left = column - 1; left >= 0; left -= 1) {
    if (isBlank(grid.rows[last]?.[left])) return null;
    const label = grid.rows[row]?.[left] ?? null;
    if (!isBlank(label)) return label;
  }
  return null;
}
