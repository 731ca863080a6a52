/**
 * Civil dates as people's papers have them: `1975`, `1975-03` or `1975-03-12`.
 * A date known only in part stays so; it is never filled up and never a JS Date.
 */
import { z } from 'zod';

export type PartialDate = string;
/** A whole civil date, `yyyy-mm-dd`. */
export type CivilDate = string;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Number of days of a month of the Gregorian calendar. Month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isPartialDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const [, year = '', month, day] = match;
  if (Number(year) < 1850) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  if (day === undefined) return true;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}

export const partialDateSchema = z.string().refine(isPartialDate, 'Ngày không có thật');
export const civilDateSchema = z
  .string()
  .refine((text) => text.length === 10 && isPartialDate(text), 'Ngày không có thật');

/**
 * Reads what people type: `1/3/75`, `03/1975`, `1975`, also with dots or dashes, or ISO.
 * Two-digit years: above `pivot` (default 30) are 19yy, others 20yy. Returns null when it is no date.
 */
export function parseTypedDate(typed: string, pivot = 30): PartialDate | null {
  const text = typed.trim();
  if (isPartialDate(text)) return text;
  const parts = text.split(/[/.-]/).map((part) => part.trim());
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const yearText = parts.at(-1) ?? '';
  if (yearText.length !== 4 && !(yearText.length === 2 && parts.length === 3)) return null;
  const short = Number(yearText);
  const year = yearText.length === 4 ? short : short > pivot ? 1900 + short : 2000 + short;
  const rest = parts.slice(0, -1);
  if (rest.some((part) => part.length > 2)) return null;
  const iso = [String(year), ...rest.reverse().map((part) => part.padStart(2, '0'))].join('-');
  return isPartialDate(iso) ? iso : null;
}

/** `12/03/1975`, `03/1975` or `1975`. */
export function formatPartialDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

/** The first and last whole day that a partial date may mean. */
export function dateBounds(date: PartialDate): {
  readonly first: CivilDate;
  readonly last: CivilDate;
} {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return { first: date, last: date };
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  return { first: `${date}-01`, last: `${date}-${last}` };
}

/** Order by first possible day, the less exact one first; for sorting. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const left = dateBounds(a).first;
  const right = dateBounds(b).first;
  return left < right ? -1 : left > right ? 1 : a.length - b.length;
}

/** Today in Asia/Ho_Chi_Minh (UTC+7, no summer time) at a UTC instant. */
export function civilDateInVietnam(instantUtc: string): CivilDate {
  const shifted = Date.parse(instantUtc) + 7 * 3600 * 1000;
  return new Date(shifted).toISOString().slice(0, 10);
}
