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
  readonly letters: string;
  readonly tones: string;
  readonly cases: string;
}

/** Names are written with some two hundred different letters: each is taken apart once. */
const known = new Map<string, Level>();

/** One letter with its marks: shape marks (ă â ơ) make another letter, the tone is a level below. */
function levelOf(cluster: string): Level {
  const marks = Array.from(cluster.normalize('NFD'));
  const base = marks[0] ?? '';
  const shape = marks.filter((mark) => shapeMarks.has(mark)).join('');
  const tone = marks.find((mark) => tones.indexOf(mark) > 0) ?? '';
  const lower = (base + shape).normalize('NFC').toLocaleLowerCase('vi');
  const place = letters.indexOf(lower);
  const isAscii = (lower.codePointAt(0) ?? 0) < 0x80;
  const other = isAscii ? lower : `\uf000${lower}`;
  return {
    letters: place >= 0 ? String.fromCharCode(firstLetter + place) : other,
    tones: String.fromCharCode(0x31 + tones.indexOf(tone)),
    cases: base === base.toLocaleLowerCase('vi') ? '1' : '2',
  };
}

function partKey(part: string): Level {
  const whole = { letters: '', tones: '', cases: '' };
  for (const cluster of part.normalize('NFC')) {
    const level = known.get(cluster) ?? levelOf(cluster);
    known.set(cluster, level);
    whole.letters += level.letters;
    whole.tones += level.tones;
    whole.cases += level.cases;
  }
  return whole;
}

export function nameSortKey(fullName: string): string {
  const { given, middle, family } = nameParts(fullName);
  return [given, middle, family]
    .map(partKey)
    .map((level) => `${level.letters}\u0002${level.tones}\u0002${level.cases}`)
    .join('\u0001');
}
