/** Words: names, sex, marks, codes of the catalogues, plain texts. */
import { findCode, type CatalogueName } from '../../catalogue/index.ts';
import type { Gender } from '../../dossier/content.ts';
import { foldText } from '../../vietnamese/fold.ts';
import { properCaseName } from '../../vietnamese/names.ts';
import { dateIn } from './dates.ts';
import {
  notInCatalogue,
  textOf,
  unreadable,
  type CellReader,
  type CellReading,
  type MeantCell,
} from './reading.ts';

export const readName: CellReader = (cell) => {
  const fullName = properCaseName(textOf(cell));
  if (!/\p{L}/u.test(fullName)) {
    const details = { value: textOf(cell) };
    return { remarks: [{ code: 'NAME_NOT_A_NAME', field: 'identity.fullName', details }] };
  }
  return { content: { identity: { fullName } } };
};

const genderWords: Readonly<Record<string, Gender>> = {
  nam: 'male',
  trai: 'male',
  m: 'male',
  male: 'male',
  nu: 'female',
  gai: 'female',
  f: 'female',
  female: 'female',
};

export const readGender: CellReader = (cell) => {
  const gender = genderWords[foldText(textOf(cell))];
  if (gender) return { open: { genders: [gender] } };
  const details = { value: textOf(cell) };
  return { remarks: [{ code: 'GENDER_UNKNOWN', field: 'identity.gender', details }] };
};

const yes = /^(x|v|✓|✔|co|roi|dang vien|dv|true|1|\+|da vao dang)$/;
const no = /^(khong|chua|false|0|-|k|quan chung)$/;

/** `x` is yes, `Không` is no; anything else is not known. */
export function markIn(text: string): boolean | null {
  const folded = foldText(text);
  return yes.test(folded) ? true : no.test(folded) ? false : null;
}

/** A cross in the column `Nam` or `Nữ`. */
export const genderMarkReader =
  (gender: Gender): CellReader =>
  (cell) => {
    const marked = markIn(textOf(cell)) ?? genderWords[foldText(textOf(cell))] === gender;
    return marked ? { open: { genders: [gender] } } : unreadable(cell);
  };

/** A cross, or the day of joining itself. */
export const readPartyMember: CellReader = (cell) => {
  const member = markIn(textOf(cell));
  if (member !== null) return { content: { party: { member } } };
  const joinedOn = dateIn(cell.value);
  return joinedOn === null ? unreadable(cell) : { content: { party: { member: true, joinedOn } } };
};

/** A reader for a word of a code list. */
export const codeReader =
  (
    catalogue: CatalogueName,
    field: string,
    place: (code: string) => CellReading['content'],
  ): CellReader =>
  (cell) => {
    const code = findCode(catalogue, textOf(cell));
    return code === undefined ? notInCatalogue(cell, field) : { content: place(code) };
  };

export const textReader =
  (place: (text: string) => CellReading['content']): CellReader =>
  (cell) => ({ content: place(textOf(cell)) });

/** Digits with a fixed length; a cell of numbers has lost the zeros in front. */
export const digitsReader =
  (length: number, place: (digits: string) => CellReading['content']): CellReader =>
  (cell: MeantCell) => {
    const digits = textOf(cell).replace(/[\s.-]/g, '');
    const whole = typeof cell.value === 'number' ? digits.padStart(length, '0') : digits;
    return /^\d+$/.test(whole) && whole.length === length
      ? { content: place(whole) }
      : unreadable(cell);
  };

/** Telephone numbers begin with 0 or +84; a cell of numbers has lost the 0. */
export const readPhone: CellReader = (cell) => {
  const text = textOf(cell).replace(/^'/, '');
  const phone = /^[1-9]\d{8}$/.test(text) ? `0${text}` : text;
  return /^[+\d][\d .-]{7,18}$/.test(phone)
    ? { content: { contact: { phone } } }
    : unreadable(cell);
};

export const readEmail: CellReader = (cell) => {
  const email = textOf(cell).replace(/\s/g, '');
  return /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(email)
    ? { content: { contact: { email } } }
    : unreadable(cell);
};
