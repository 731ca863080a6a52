/**
 * A text whose plain order is the order of Vietnamese name lists (given name, middle names, family name),
 * as compareNames gives it. Intl.Collator makes no sort keys, and asking it for each pair while sorting
 * 10,000 names takes a tenth of a second; comparing these keys takes some milliseconds.
 *
 * Per part three levels, as in CLDR vi: letters (a ă â b … d đ e ê …), then tones, then case.
 */
import { nameParts } from '../../../../shared/vietnamese/names.ts';

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Order of tones in CLDR vi: none, huyền, hỏi, ngã, sắc, nặng. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

const firstLetter = 0x100;
const shapeMarks = new Set(['\u0306', '\u0302', '\u031b']);

interface Level {
  letters: string;
  tones: string;
  cases: string;
}

/** One letter with its marks: shape marks (ă â ơ) make another letter, the tone is a level below. */
function addLetter(cluster: string, level: Level): void {
  const marks = Array.from(cluster.normalize('NFD'));
  const base = marks[0] ?? '';
  const shape = marks.filter((mark) => shapeMarks.has(mark)).join('');
  const tone = marks.find((mark) => tones.indexOf(mark) > 0) ?? '';
  const lower = (base + shape).normalize('NFC').toLocaleLowerCase('vi');
  const place = letters.indexOf(lower);
  level.letters +=
    place >= 0
      ? String.fromCharCode(firstLetter + place)
      : (lower.codePointAt(0) ?? 0) < 0x80
        ? lower
        : `\uf000${lower}`;
  level.tones += String.fromCharCode(0x31 + tones.indexOf(tone));
  level.cases += base === base.toLocaleLowerCase('vi') ? '1' : '2';
}

function partKey(part: string): Level {
  const level: Level = { letters: '', tones: '', cases: '' };
  for (const cluster of part.normalize('NFC')) addLetter(cluster, level);
  return level;
}

export function nameSortKey(fullName: string): string {
  const { given, middle, family } = nameParts(fullName);
  return [given, middle, family]
    .map(partKey)
    .map((level) => `${level.letters}\u0002${level.tones}\u0002${level.cases}`)
    .join('\u0001');
}
