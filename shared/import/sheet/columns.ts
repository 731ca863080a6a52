/** The columns of a list after a second look: names split in two, meanings said twice, columns without a label. */
import { findingAt, type Finding } from '../findings.ts';
import { columnLetter, isBlank, type CellValue, type SheetGrid } from './grid.ts';
import type { Column, Header } from './header.ts';
import { headerKey } from './column-rules.ts';

export interface SettledColumns {
  readonly columns: readonly Column[];
  readonly findings: readonly Finding[];
}

type Cells = ReadonlyMap<number, CellValue>;

/** Settles the columns of a sheet by its header and the rows of people. Empty columns get no finding. */
export function settleColumns(
  grid: SheetGrid,
  header: Header,
  people: readonly Cells[],
): SettledColumns {
  const used = (column: Column): boolean =>
    people.some((cells) => !isBlank(cells.get(column.index)));
  const named = splitNames(grid, header);
  const ranked = rankNames(named);
  const columns: Column[] = [];
  const findings: Finding[] = [];
  for (const column of [...ranked, ...withoutLabel(header, people)]) {
    const { settled, first } = withoutRepeat(column, columns);
    columns.push(settled);
    if (settled.meaning !== null || !used(settled)) continue;
    const place = { sheet: grid.name, row: header.last + 1, column: settled.letter };
    const label = settled.label;
    findings.push(
      first === null
        ? findingAt(place, { code: 'COLUMN_UNKNOWN', details: { label } })
        : findingAt(place, { code: 'COLUMN_REPEATED', details: { label, first } }),
    );
  }
  return { columns, findings };
}

/** `Họ và tên` merged over two columns: family and middle names in the first, the given name in the second. */
function splitNames(grid: SheetGrid, header: Header): readonly Column[] {
  const isName = (column: Column | undefined): boolean => column?.meaning === 'identity.fullName';
  const first = header.columns.findIndex(isName);
  const [family, given] = header.columns.slice(first, first + 2);
  const covered = grid.merges.some(
    ({ top, left, right }) =>
      top >= header.first && top <= header.last && left === family?.index && right === given?.index,
  );
  if (first < 0 || !covered || !isName(given)) return header.columns;
  return header.columns.map((column) =>
    column === family
      ? { ...column, meaning: 'familyName' }
      : column === given
        ? { ...column, meaning: 'givenName' }
        : column,
  );
}

/** Of two columns about the rank, the one that does not say `mã` holds the name. */
function rankNames(columns: readonly Column[]): readonly Column[] {
  const isRank = (column: Column): boolean => column.meaning === 'pay.rankCode';
  const saysCode = (column: Column): boolean => /\bma\b/.test(headerKey(column.label));
  if (columns.filter(isRank).length < 2 || !columns.some((c) => isRank(c) && saysCode(c))) {
    return columns;
  }
  return columns.map((column) =>
    isRank(column) && !saysCode(column) ? { ...column, meaning: 'rankName' } : column,
  );
}

/** Several columns of languages are several languages; any other meaning stands once. */
function withoutRepeat(
  column: Column,
  before: readonly Column[],
): { readonly settled: Column; readonly first: string | null } {
  const { meaning } = column;
  if (meaning === null || meaning === 'languages') return { settled: column, first: null };
  const first = before.find((other) => other.meaning === meaning)?.letter ?? null;
  return first === null
    ? { settled: column, first }
    : { settled: { ...column, meaning: null }, first };
}

/** Columns that hold something in a person's row but have no label at all. */
function withoutLabel(header: Header, people: readonly Cells[]): readonly Column[] {
  const labelled = new Set(header.columns.map((column) => column.index));
  const filled = new Set(
    people.flatMap((cells) =>
      [...cells].filter(([, value]) => !isBlank(value)).map(([index]) => index),
    ),
  );
  return [...filled]
    .filter((index) => !labelled.has(index))
    .sort((a, b) => a - b)
    .map((index) => {
      const letter = columnLetter(index);
      return { index, letter, label: `Cột ${letter}`, meaning: null };
    });
}
