/** Dates in cells: typed text, date cells, serial numbers, years; partial ones stay partial. */
import { isPartialDate, parseTypedDate, type PartialDate } from '../../calendar/partial-date.ts';
import { isDateCell, type CellValue } from '../sheet/grid.ts';
import { tidyText } from '../../vietnamese/fold.ts';
import {
  textOf,
  unreadable,
  type CellReader,
  type CellReading,
  type MeantCell,
} from './reading.ts';

/** Day 1 of Excel's 1900 calendar is 1900-01-01; from day 61 on this offset is right. */
const serialOriginUtcMs = Date.UTC(1899, 11, 30);
const firstSerial = 61;
/** 31 December 2099. */
const lastSerial = 73_050;

/** The date that a cell says, or null when it says none. */
export function dateIn(value: CellValue): PartialDate | null {
  if (isDateCell(value)) return isPartialDate(value.date) ? value.date : null;
  if (typeof value === 'number') return dateInNumber(value);
  return typeof value === 'string' ? dateInText(value) : null;
}

/** Typed text: also with a time of day behind it, year first, or in words. */
function dateInText(value: string): PartialDate | null {
  const text = tidyText(value)
    .replace(/^'/, '')
    .replace(/[ T]\d{1,2}:\d{2}\S*$/, '');
  if (/^\d{8}$/.test(text)) return dateInDigits(text);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(text);
  if (yearFirst) return parseTypedDate(yearFirst.slice(1).filter(Boolean).reverse().join('/'));
  const figures = text.replace(/^(ngày|tháng|năm) /i, '').replace(/\s*(tháng|năm|,)\s*/gi, '/');
  return parseTypedDate(figures);
}

/** `03111991` typed without separators; as a number it has lost its first zero. */
const dateInDigits = (digits: string): PartialDate | null =>
  parseTypedDate([digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].join('/'));

/** 1985 is a year, 30000 a serial day, 9.1982 was typed as month and year, 3111991 as a whole date. */
function dateInNumber(value: number): PartialDate | null {
  if (!Number.isInteger(value)) {
    const [month = '', year = ''] = String(value).split('.');
    return value < 13 ? parseTypedDate(`${month}/${year.padEnd(4, '0')}`) : serialDay(value);
  }
  if (isPartialDate(String(value))) return String(value);
  const digits = String(value);
  if (digits.length === 7 || digits.length === 8) return dateInDigits(digits.padStart(8, '0'));
  return serialDay(value);
}

function serialDay(value: number): PartialDate | null {
  if (value < firstSerial || value > lastSerial) return null;
  return new Date(serialOriginUtcMs + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
}

/** A birth date that is none refuses the row: it is the person's, nobody may guess it. */
export function readBirthDate(cell: MeantCell): CellReading {
  const birthDate = dateIn(cell.value);
  if (birthDate !== null) return { content: { identity: { birthDate } } };
  const details = { value: textOf(cell) };
  return { remarks: [{ code: 'BIRTH_DATE_IMPOSSIBLE', field: 'identity.birthDate', details }] };
}

/** A reader for a date that may be partial; what is no date is kept in the note. */
export const partialDateReader =
  (place: (date: PartialDate) => CellReading['content']): CellReader =>
  (cell) => {
    const date = dateIn(cell.value);
    const content = date === null ? undefined : place(date);
    return content === undefined ? unreadable(cell) : { content };
  };

/** A reader for a date that must be whole. */
export const civilDateReader = (place: (date: string) => CellReading['content']): CellReader =>
  partialDateReader((date) => (date.length === 10 ? place(date) : undefined));
