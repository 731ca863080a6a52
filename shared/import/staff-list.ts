/**
 * Reads a staff list as offices keep it in Excel. Every sheet is read on its own; every row is a person,
 * accepted or refused with the reasons, or is told as not read. Nothing is dropped without a finding.
 */
import type { ProblemCode } from '../errors/index.ts';
import { settleColumns } from './sheet/columns.ts';
import { findingAt, isError, type Finding } from './findings.ts';
import type { SheetGrid } from './sheet/grid.ts';
import { findHeader, type Column, type Header } from './sheet/header.ts';
import { readPerson, type ReadPerson } from './person/person.ts';
import { refuseRepeatedNumbers } from './person/repeated-numbers.ts';
import { listRows, type ListRow } from './sheet/rows.ts';

export interface ReadSheet {
  readonly name: string;
  /** Row number of the header's last row, from 1; null when the sheet has no header and was not read. */
  readonly headerRow: number | null;
  readonly columns: readonly Column[];
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

export function readStaffList(grids: readonly SheetGrid[]): StaffListReading {
  const readings = grids.map(readSheet);
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

function readSheet(grid: SheetGrid): SheetReading {
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
    sheet: { name: grid.name, headerRow: found.last + 1, columns },
    people: personRows.map((row) => readPerson(grid.name, header, row.index, row.cells)),
    findings: [...findings, ...rowFindings(grid.name, rows, personRows.length)],
  };
}

/** An empty sheet (Excel makes `Sheet2`, `Sheet3` by itself) is nothing to tell. */
function unreadSheet(grid: SheetGrid): SheetReading {
  const sheet = { name: grid.name, headerRow: null, columns: [] };
  const isEmpty = grid.rows.every((row) => row.every((cell) => cell === null));
  const finding = findingAt({ sheet: grid.name, row: 1 }, { code: 'SHEET_WITHOUT_HEADER' });
  return { sheet, people: [], findings: isEmpty ? [] : [finding] };
}

function rowFindings(sheet: string, rows: readonly ListRow[], people: number): readonly Finding[] {
  return rows.flatMap((row) => {
    const place = { sheet, row: row.index + 1 };
    if (row.kind === 'other') {
      return [findingAt(place, { code: 'ROW_NOT_READ', details: { value: row.text } })];
    }
    if (row.kind === 'total' && row.people !== null && row.people !== people) {
      const details = { total: row.people, people };
      return [findingAt(place, { code: 'TOTAL_DIFFERS', details })];
    }
    return [];
  });
}
