/**
 * Reads a staff list as offices keep it in Excel. Every sheet is read on its own; every row is a person,
 * accepted or refused with the reasons, or is told as not read. Nothing is dropped without a finding.
 */
import type { CivilDate } from '../calendar/partial-date.ts';
import type { ProblemCode } from '../errors/index.ts';
import { settleColumns } from './sheet/columns.ts';
import { findingAt, isError, type Finding } from './findings.ts';
import type { SheetGrid } from './sheet/grid.ts';
import { findHeader, type Column, type Header } from './sheet/header.ts';
import { fieldOfMeaning, type Meaning } from './sheet/meanings.ts';
import { readPerson, type ReadPerson } from './person/person.ts';
import { refuseRepeatedNumbers } from './person/repeated-numbers.ts';
import { listRows, type ListRow } from './sheet/rows.ts';

/** A column of the list and what was made of it. */
export interface ReadColumn {
  readonly letter: string;
  /** All labels over the column, the topmost first, parted by ` / `. */
  readonly label: string;
  /** Null: the dossier has no such field; the values are kept in the note. */
  readonly meaning: Meaning | null;
  /** Path of the dossier field, e.g. `pay.step`; null when it fills none. */
  readonly field: string | null;
}

export interface ReadSheet {
  readonly name: string;
  /** Row number of the header's last row, from 1; null when the sheet has no header and was not read. */
  readonly headerRow: number | null;
  readonly columns: readonly ReadColumn[];
}

export interface StaffListCounts {
  readonly people: number;
  readonly accepted: number;
  readonly refused: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface StaffListReading {
  readonly sheets: readonly ReadSheet[];
  /** In the order of the file. */
  readonly people: readonly ReadPerson[];
  /** All findings: those of the people and those about sheets, columns and rows that are nobody. */
  readonly findings: readonly Finding[];
  readonly counts: StaffListCounts;
  /** Why nothing could be read; null when there are people. */
  readonly problem: Extract<ProblemCode, 'IMPORT_NO_HEADER' | 'IMPORT_EMPTY'> | null;
}

interface SheetReading {
  readonly sheet: ReadSheet;
  readonly people: readonly ReadPerson[];
  readonly findings: readonly Finding[];
}

export interface StaffListOptions {
  /** Today in Vietnam: with it, a birth date in the future refuses the row. */
  readonly today?: CivilDate;
}

/** Reads all sheets of a workbook. Never throws on the contents: what is wrong is a finding. */
export function readStaffList(
  grids: readonly SheetGrid[],
  options: StaffListOptions = {},
): StaffListReading {
  const readings = grids.map((grid) => readSheet(grid, options.today ?? null));
  const sheets = readings.map(({ sheet }) => sheet);
  const people = refuseRepeatedNumbers(readings.flatMap((reading) => reading.people));
  const findings = [
    ...readings.flatMap((reading) => reading.findings),
    ...people.flatMap((person) => person.findings),
  ];
  const readable = sheets.some(({ headerRow }) => headerRow !== null);
  return {
    sheets,
    people,
    findings,
    counts: countsOf(people, findings),
    problem: !readable ? 'IMPORT_NO_HEADER' : people.length === 0 ? 'IMPORT_EMPTY' : null,
  };
}

function countsOf(people: readonly ReadPerson[], findings: readonly Finding[]): StaffListCounts {
  const accepted = people.filter((person) => person.accepted).length;
  const errors = findings.filter(isError).length;
  return {
    people: people.length,
    accepted,
    refused: people.length - accepted,
    errors,
    warnings: findings.length - errors,
  };
}

function readSheet(grid: SheetGrid, today: CivilDate | null): SheetReading {
  const found = findHeader(grid);
  if (!found) return unreadSheet(grid);
  const rows = listRows(grid, found);
  const personRows = rows.filter((row) => row.kind === 'person');
  const { columns, findings } = settleColumns(
    grid,
    found,
    personRows.map((row) => row.cells),
  );
  const header: Header = { ...found, columns };
  return {
    sheet: { name: grid.name, headerRow: found.last + 1, columns: columns.map(readColumn) },
    people: personRows.map((row) => readPerson({ ...row, sheet: grid.name, header }, today)),
    findings: [...findings, ...rowFindings(grid.name, rows)],
  };
}

const readColumn = ({ letter, label, meaning }: Column): ReadColumn => ({
  letter,
  label,
  meaning,
  field: meaning === null ? null : fieldOfMeaning(meaning),
});

/** An empty sheet (Excel makes `Sheet2`, `Sheet3` by itself) is nothing to tell. */
function unreadSheet(grid: SheetGrid): SheetReading {
  const sheet = { name: grid.name, headerRow: null, columns: [] };
  const isEmpty = grid.rows.every((row) => row.every((cell) => cell === null));
  const finding = findingAt({ sheet: grid.name, row: 1 }, { code: 'SHEET_WITHOUT_HEADER' });
  return { sheet, people: [], findings: isEmpty ? [] : [finding] };
}

function rowFindings(sheet: string, rows: readonly ListRow[]): readonly Finding[] {
  return rows.flatMap((row, place) => {
    const at = { sheet, row: row.index + 1 };
    if (row.kind === 'other') {
      return [findingAt(at, { code: 'ROW_NOT_READ', details: { value: row.text } })];
    }
    if (row.kind !== 'total' || row.people === null) return [];
    const people = peopleAbove(rows.slice(0, place));
    if (people.includes(row.people)) return [];
    const details = { total: row.people, people: people[0] };
    return [findingAt(at, { code: 'TOTAL_DIFFERS', details })];
  });
}

/** What a total may count: everybody above it, or those since the total before. */
function peopleAbove(rows: readonly ListRow[]): readonly [all: number, sinceTotal: number] {
  const count = (some: readonly ListRow[]): number =>
    some.filter(({ kind }) => kind === 'person').length;
  const totalBefore = rows.findLastIndex(({ kind }) => kind === 'total');
  return [count(rows), count(rows.slice(totalBefore + 1))];
}
