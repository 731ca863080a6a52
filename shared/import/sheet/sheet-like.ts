/**
 * From a worksheet of exceljs to a grid. Typed by shape, so that the browser and the server both use it
 * and this folder imports no spreadsheet library.
 */
import type { PartialDate } from '../../calendar/partial-date.ts';
import { columnIndex, type CellValue, type Merge, type SheetGrid } from './grid.ts';

export interface CellLike {
  readonly value: unknown;
  /** The number format, e.g. `dd/mm/yyyy`. */
  readonly numFmt?: string;
}

export interface RowLike {
  eachCell(callback: (cell: CellLike, columnNumber: number) => void): void;
}

/** What of an exceljs worksheet is used; row and column numbers start at 1. */
export interface SheetLike {
  readonly name: string;
  /** `merges` as ranges: `A1:H1`. */
  readonly model: { readonly merges?: readonly string[] };
  eachRow(callback: (row: RowLike, rowNumber: number) => void): void;
}

/** The grid of a worksheet. */
export function gridOf(sheet: SheetLike): SheetGrid {
  const merges = (sheet.model.merges ?? []).flatMap((range) => mergeOf(range) ?? []);
  const rows: CellValue[][] = [];
  sheet.eachRow((row, rowNumber) => {
    const cells: CellValue[] = [];
    const across = merges.filter(({ top, bottom }) => top < rowNumber && rowNumber <= bottom + 1);
    row.eachCell((cell, columnNumber) => {
      while (cells.length < columnNumber - 1) cells.push(null);
      const covered = isCovered(across, rowNumber - 1, columnNumber - 1);
      cells[columnNumber - 1] = covered ? null : plainValue(cell.value, cell.numFmt ?? '');
    });
    while (rows.length < rowNumber - 1) rows.push([]);
    rows[rowNumber - 1] = cells;
  });
  return { name: sheet.name, rows, merges };
}

function mergeOf(range: string): Merge | null {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range);
  if (!match) return null;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return {
    left: columnIndex(left),
    top: Number(top) - 1,
    right: columnIndex(right),
    bottom: Number(bottom) - 1,
  };
}

const isCovered = (merges: readonly Merge[], row: number, column: number): boolean =>
  merges.some(
    ({ top, left, bottom, right }) =>
      row >= top &&
      row <= bottom &&
      column >= left &&
      column <= right &&
      (row !== top || column !== left),
  );

/** Rich text, links, formula results and errors as the plain value that the cell shows. */
function plainValue(value: unknown, format: string): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { date: civilDateOf(value, format) };
  }
  if (typeof value !== 'object' || value === null) return null;
  if ('richText' in value && Array.isArray(value.richText)) return richText(value.richText);
  if ('error' in value) return String(value.error);
  if ('result' in value) return plainValue(value.result, format);
  if ('text' in value) return plainValue(value.text, format);
  return null;
}

const richText = (runs: readonly unknown[]): string =>
  runs
    .map((run) =>
      typeof run === 'object' && run !== null && 'text' in run && typeof run.text === 'string'
        ? run.text
        : '',
    )
    .join('');

/**
 * The civil date of a date cell by its UTC parts (exceljs gives midnight UTC; rounding takes away the dust of
 * serial numbers). Excel turns a typed `09/1982` into 1 September shown as month and year: such a first day
 * was never said, so the date stays partial.
 */
function civilDateOf(date: Date, format: string): PartialDate {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 10);
  const shown = format.toLowerCase().replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (!shown.includes('y') || shown.includes('d')) return iso;
  if (shown.includes('m')) return iso.endsWith('-01') ? iso.slice(0, 7) : iso;
  return iso.endsWith('-01-01') ? iso.slice(0, 4) : iso;
}
