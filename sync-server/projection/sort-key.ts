/**
 * A text that sorts, byte by byte, as `compareNames` sorts names: SQLite knows no Vietnamese, and its index must.
 * Three levels per part as in CLDR `vi`: letters, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then case.
 */
import { nameParts } from '../../shared/vietnamese/names.ts';

const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const primaries = new Map(
  Array.from(alphabet).map((letter, at) => [letter, String.fromCharCode(65 + at)]),
);
/** Below the letters: what may stand inside a name, in the order of the root collation. */
const marks = new Map(
  Array.from(` _-,;:!?.'"()`).map((mark, at) => [mark, String.fromCharCode(32 + at)]),
);

const tones = new Map([
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0301', '5'],
  ['\u0323', '6'],
]);
/** Breve, circumflex and horn make letters of their own; they stay with their base. */
const letterMarks = new Set(['\u0306', '\u0302', '\u031b']);
const otherMark = '7';
/** Lower than any weight, so that a shorter text comes first. */
const levelEnd = '\u0001';

interface Levels {
  primary: string;
  secondary: string;
  tertiary: string;
}

function addLetter(levels: Levels, letter: string): void {
  const lower = letter.toLowerCase();
  const weight = primaries.get(lower) ?? marks.get(lower) ?? digitOr(lower);
  levels.primary += weight;
  levels.secondary += '1';
  levels.tertiary += lower === letter ? '1' : '2';
}

/** Digits between marks and letters; whatever else comes after the letters, in code point order. */
function digitOr(letter: string): string {
  return /^\d$/.test(letter) ? letter : `~${letter}`;
}

function partKey(text: string): string {
  const levels: Levels = { primary: '', secondary: '', tertiary: '' };
  let base = '';
  const flush = () => {
    if (base !== '') addLetter(levels, base.normalize('NFC'));
    base = '';
  };
  let pending = '';
  const flushTones = () => {
    levels.secondary += pending;
    levels.tertiary += '1'.repeat(pending.length);
    pending = '';
  };
  for (const char of text.normalize('NFD')) {
    if (letterMarks.has(char)) base += char;
    else if (/\p{M}/u.test(char)) pending += tones.get(char) ?? otherMark;
    else {
      flush();
      flushTones();
      base = char;
    }
  }
  flush();
  flushTones();
  return [levels.primary, levels.secondary, levels.tertiary].join(levelEnd);
}

/** Given name, middle names, family name. */
export function nameSortKey(fullName: string): string {
  const { given, middle, family } = nameParts(fullName);
  return [given, middle, family].map(partKey).join(levelEnd);
}
