/**
 * Which rows under the header are people. Groups (`Tổ 1`), numbers of columns, totals and signatures are not;
 * every row with text in it that is skipped is told, except those that lists always end with.
 */
import { foldText, tidyText } from '../../vietnamese/fold.ts';
import { cellText, isBlank, type CellValue, type SheetGrid } from './grid.ts';
import { headerKey } from './column-rules.ts';
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
  | { readonly kind: 'footer' | 'blank' | 'header'; readonly index: number };

/** Columns in which only a person's row has figures. A total may sum up coefficients. */
const telling: readonly Meaning[] = [
  'identity.identityNumber',
  'identity.birthDate',
  'maleBirthDate',
  'femaleBirthDate',
  'birthYear',
  'pay.rankCode',
];
const names: readonly Meaning[] = ['identity.fullName', 'givenName', 'familyName'];

const total = /^(tong (cong|so)|tong|cong)\b\s*($|[:.,(\d]|so |co |la )/;
const signature =
  /^(nguoi (lap|ke khai)|(pho )?hieu truong|thu truong|giam doc|chu tich|tm[. ]|kt[. ]|xac nhan|ke toan|noi nhan|(.*, )?ngay .*thang|\(?ky\b|thu quy|lap bang|danh sach (nay )?(co|gom)|an dinh)/;

/** All rows under the header, in order. */
export function listRows(grid: SheetGrid, header: Header): readonly ListRow[] {
  const rows: ListRow[] = [];
  let signed = false;
  for (let index = header.last + 1; index < grid.rows.length; index += 1) {
    const row = rowOf(header, index, cellsOf(grid, header, index), signed);
    signed ||= row.kind === 'footer';
    rows.push(row);
  }
  return rows;
}

function rowOf(
  header: Header,
  index: number,
  cells: ReadonlyMap<number, CellValue>,
  signed: boolean,
): ListRow {
  const texts = [...cells.values()]
    .filter((value) => !isBlank(value))
    .map(cellText)
    .map(tidyText);
  const textsIn = (meanings: readonly Meaning[]): readonly string[] =>
    header.columns
      .filter(({ meaning }) => meaning !== null && meanings.includes(meaning))
      .map((column) => tidyText(cellText(cells.get(column.index))));
  const ordinal = textsIn(['ordinal']).join('');
  const numbered = /^\d+\.?$/.test(ordinal);
  // Offices number the rows of a template in advance; a number alone is nobody.
  if (texts.length === 0 || (numbered && texts.length === 1)) return { kind: 'blank', index };
  if (isColumnNumbers(texts) || isHeaderAgain(header.columns, cells)) {
    return { kind: 'header', index };
  }
  const folded = texts.map(foldText);
  const isPerson = textsIn(telling).some(isTelling);
  if (total.test(folded[0] ?? '') && !isPerson) {
    return { kind: 'total', index, people: numberIn(folded) };
  }
  const name = textsIn(names).join('');
  if (isPerson || (name !== '' && numbered)) return { kind: 'person', index, cells };
  const isSigned = signed || (name === '' ? folded : folded.slice(0, 1)).some(isSignature);
  return isSigned ? { kind: 'footer', index } : { kind: 'other', index, text: texts.join(' ') };
}

const isSignature = (folded: string): boolean => signature.test(folded);

/** Under the birth dates there may also stand `HIỆU TRƯỞNG` or the place and day of signing. */
const isTelling = (text: string): boolean => /\d/.test(text) && !isSignature(foldText(text));

/** A header printed again on the next page: each cell says a label of its own column. */
function isHeaderAgain(columns: readonly Column[], cells: ReadonlyMap<number, CellValue>): boolean {
  const filled = [...cells].filter(([, value]) => !isBlank(value));
  const labels = new Map(columns.map(({ index, label }) => [index, headerKey(label)]));
  const repeats = filled.filter(([index, value]) => {
    const key = headerKey(cellText(value));
    return key !== '' && labels.get(index)?.includes(key) === true;
  });
  return filled.length > 2 && repeats.length === filled.length;
}

/** `1 2 3 …` or `(1) (2) (3) …` under the header. */
const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.length > 3 &&
  texts.every((text, place) => text.replace(/[()[\]]/g, '') === String(place + 1));

function numberIn(folded: readonly string[]): number | null {
  const match = /(\d+) ?(nguoi|cbccvc|vien chuc|cong chuc|can bo|giao vien)\b/.exec(
    folded.join(' '),
  );
  return match ? Number(match[1]) : null;
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
