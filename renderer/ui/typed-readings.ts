/** How the texts of dates and numbers are read and shown. */
import {
  formatPartialDate,
  parseTypedDate,
  type PartialDate,
} from '../../shared/calendar/partial-date.ts';
import { formatDecimal, formatInteger } from '../../shared/dossier/display.ts';
import type { Reading } from './typed-field.tsx';

/** `1/3/75`, `03/1975`, `1975`. */
export function readPartialDate(text: string): Reading<PartialDate> {
  if (text.trim() === '') return { read: 'nothing' };
  const value = parseTypedDate(text);
  return value === null ? { read: 'unreadable' } : { read: 'value', value };
}

/** A whole day only. */
export function readCivilDate(text: string): Reading<PartialDate> {
  const reading = readPartialDate(text);
  return reading.read === 'value' && reading.value.length < 10 ? { read: 'unreadable' } : reading;
}

/** `2,34`; a point is taken as a comma too, because numeric keypads type it. `1.234,5` is read as such. */
export function readDecimal(text: string): Reading<number> {
  const typed = text.replaceAll(/\s/g, '');
  if (typed === '') return { read: 'nothing' };
  const plain = typed.includes(',') ? typed.replaceAll('.', '').replace(',', '.') : typed;
  return /^\d+(\.\d*)?$/.test(plain)
    ? { read: 'value', value: Number(plain) }
    : { read: 'unreadable' };
}

/** `85`; amounts also with points between thousands, as they are shown: `2.530.000`. */
export function readInteger(text: string): Reading<number> {
  const typed = text.replaceAll(/\s/g, '');
  if (typed === '') return { read: 'nothing' };
  return /^(\d{1,13}|\d{1,3}(\.\d{3}){1,4})$/.test(typed)
    ? { read: 'value', value: Number(typed.replaceAll('.', '')) }
    : { read: 'unreadable' };
}

export const showDate = formatPartialDate;
export const showDecimal = formatDecimal;
export const showInteger = formatInteger;
