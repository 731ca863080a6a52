/**
 * Which rows under the header are people. Groups (`Tổ 1`), numbers of columns, totals and signatures are not;
 * every row with text in it that is skipped is told, except those that lists always end with.
 */
import { foldText, tidyText } from '../../vietnamese/fold.ts';
import { cellText, isBlank, type CellValue, type SheetGrid } from './grid.ts';
import type { Column, Header } from './header.ts';
import type { Meaning } from './meanings.ts';

export type ListRow =
  | {
      readonly kind: 'person';
      readonly index: number;
      readonly cells: ReadonlyMap<number, CellValue>;
    }
  | { readonly kind: 'other'; readonly index: number; readonly text: string }
  | { readonly kind: 'total'; readonly index: number; readonly people: number | null }
  | { readonly kind: 'footer' | 'blank' | 'columnNumbers'; readonly index: number };

/** Cells that only a person's row fills. */
const telling: readonly Meaning[] = [
  'identity.identityNumber',
  'identity.birthDate',
  'maleBirthDate',
  'femaleBirthDate',
  'birthYear',
  'pay.rankCode',
  'pay.coefficient',
];

const total = /^(tong( cong| so)?|cong)\b/;
const signature =
  /^(nguoi (lap|ke khai)|hieu truong|pho hieu truong|thu truong|giam doc|chu tich|tm |kt |q |xac nhan|ke toan|noi nhan|ngay .* thang|.*, ngay .* thang|\(?ky|thu quy|phu trach|lap bang|danh sach (nay )?(co|gom)|an dinh)/;

/** All rows under the header, in order. */
export function listRows(grid: SheetGrid, header: Header): readonly ListRow[] {
  const rows: ListRow[] = [];
  let signed = false;
  for (let index = header.last + 1; index < grid.rows.length; index += 1) {
    const row = rowOf(grid, header, index, signed);
    signed ||= row.kind === 'footer' || row.kind === 'total';
    rows.push(row);
  }
  return rows;
}

function rowOf(grid: SheetGrid, header: Header, index: number, signed: boolean): ListRow {
  const cells = cellsOf(grid, header, index);
  const filled = [...cells.values()].filter((value) => !isBlank(value));
  const texts = filled.map((value) => tidyText(cellText(value)));
  if (filled.length === 0) return { kind: 'blank', index };
  if (isColumnNumbers(texts)) return { kind: 'columnNumbers', index };
  const has = (meanings: readonly Meaning[]): boolean =>
    header.columns.some(
      (column) =>
        column.meaning !== null &&
        meanings.includes(column.meaning) &&
        !isBlank(cells.get(column.index)),
    );
  const folded = texts.map(foldText);
  if (!has(['ordinal']) || folded.some((text) => total.test(text))) {
    const totalText = folded.find((text) => total.test(text));
    if (totalText !== undefined && !has(['identity.identityNumber'])) {
      return { kind: 'total', index, people: numberIn(folded) };
    }
  }
  if (has(telling)) return { kind: 'person', index, cells };
  if (folded.some((text) => signature.test(text))) return { kind: 'footer', index };
  if (hasNumber(header.columns, cells) && has(['identity.fullName', 'givenName', 'familyName'])) {
    return { kind: 'person', index, cells };
  }
  return signed ? { kind: 'footer', index } : { kind: 'other', index, text: texts.join(' ') };
}

/** An ordinal of a person is a number; groups are counted I, II, A, B. */
function hasNumber(columns: readonly Column[], cells: ReadonlyMap<number, CellValue>): boolean {
  return columns.some(
    (column) =>
      column.meaning === 'ordinal' && /^\d+\.?$/.test(cellText(cells.get(column.index)).trim()),
  );
}

/** `1 2 3 …` or `(1) (2) (3) …` under the header. */
const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.length > 3 &&
  texts.every((text, place) => text.replace(/[()[\]]/g, '') === String(place + 1));

function numberIn(folded: readonly string[]): number | null {
  for (const text of folded) {
    const match = /(\d+)\s*(nguoi|cbccvc|vien chuc|cong chuc|can bo|giao vien)?\b/.exec(text);
    if (match?.[2] !== undefined) return Number(match[1]);
  }
  return null;
}

/** The cells of a row by column; a cell merged over several rows counts for each of them. */
function cellsOf(grid: SheetGrid, header: Header, index: number): ReadonlyMap<number, CellValue> {
  const own = grid.rows[index] ?? [];
  const width = Math.max(own.length, ...header.columns.map((column) => column.index + 1));
  const cells = new Map<number, CellValue>();
  for (let column = 0; column < width; column += 1) {
    const value = own[column] ?? null;
    cells.set(column, isBlank(value) ? mergedAbove(grid, header, index, column) : value);
  }
  return cells;
}

function mergedAbove(grid: SheetGrid, header: Header, row: number, column: number): CellValue {
  const merge = grid.merges.find(
    ({ top, left, bottom, right }) =>
      left === column && right === column && top > header.last && top < row && row <= bottom,
  );
  return merge ? (grid.rows[merge.top]?.[column] ?? null) : null;
}
