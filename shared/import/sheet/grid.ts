/**
 * A sheet as a plain grid: what a reading of a staff list stands on, whatever program opened the file.
 * `rows[0]` is row 1 of the sheet. Cells covered by a merge are null; `merges` says what covers them.
 */
import { formatPartialDate, type PartialDate } from '../../calendar/partial-date.ts';

/** A date keeps the exactness that the cell shows: a cell formatted `mm/yyyy` is `{ date: '1982-09' }`. */
export interface DateCell {
  readonly date: PartialDate;
}
export type CellValue = string | number | boolean | null | DateCell;

/** A merged range; indexes from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetGrid {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
}

export const isDateCell = (value: CellValue): value is DateCell =>
  typeof value === 'object' && value !== null;

/** Empty, or nothing but spaces. */
export const isBlank = (value: CellValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What the cell shows, as text: dates dd/mm/yyyy. Empty for an empty cell. */
export function cellText(value: CellValue | undefined): string {
  if (value === undefined || value === null) return '';
  return isDateCell(value) ? formatPartialDate(value.date) : String(value);
}

/** An Excel error such as `#N/A`; grids carry it as text. */
export const isExcelError = (value: CellValue | undefined): boolean =>
  typeof value === 'string' && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(value.trim());

/** `A`, …, `Z`, `AA` of a column index from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** The column index from 0 of `A`, `AA` …. */
export function columnIndex(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
