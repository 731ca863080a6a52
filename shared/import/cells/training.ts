/** Training: `ThS`, `CĐSP`, `Đại học sư phạm`, `Đại học Luật`; languages: `Anh B1`. */
import { catalogueRows, findCode, type CatalogueRow } from '../../catalogue/index.ts';
import type { Language } from '../../dossier/content.ts';
import { foldText } from '../../vietnamese/fold.ts';
import { notInCatalogue, textOf, unreadable, type CellReader } from './reading.ts';

const field = 'education.highest';

/** Short forms that name level and major in one word: `CĐSP`, `ĐHSP Toán`. */
const pedagogical: Readonly<Record<string, string>> = {
  tcsp: 'trung-cap',
  thsp: 'trung-cap',
  cdsp: 'cao-dang',
  dhsp: 'dai-hoc',
};

type Levels = readonly (readonly [words: readonly string[], code: string])[];
/** Worked out once for the rows as they stand: an edited list is another array. */
const levelsByRows = new WeakMap<readonly CatalogueRow[], Levels>();

/** Aliases by length, the longest first, so that `Cử nhân cao đẳng` is not read as `Cử nhân`. */
function levelsOf(rows: readonly CatalogueRow[]): Levels {
  const known = levelsByRows.get(rows);
  if (known) return known;
  const made = rows
    .flatMap((row) => [row.label, ...(row.aliases ?? [])].map((text) => [text, row.code] as const))
    .map(([text, code]) => [foldText(text).split(' '), code] as const)
    .sort(([a], [b]) => b.join(' ').length - a.join(' ').length);
  levelsByRows.set(rows, made);
  return made;
}

export const readEducation: CellReader = (cell) => {
  const text = textOf(cell);
  const whole = findCode('education', text);
  if (whole !== undefined) return { content: { education: { highest: whole } } };
  const split = pedagogy(text) ?? levelAndMajor(text);
  return split ? { content: { education: split } } : notInCatalogue(cell, field);
};

interface LevelAndMajor {
  readonly highest: string;
  readonly major: string;
}

function pedagogy(text: string): LevelAndMajor | null {
  const [first = '', ...rest] = text.split(' ');
  const highest = pedagogical[foldText(first).replace(/[^a-z]/g, '')];
  return highest === undefined ? null : { highest, major: ['Sư phạm', ...rest].join(' ') };
}

/** `Đại học Luật kinh tế`, `Thạc sĩ - Quản lý giáo dục`, `ĐH (Kế toán)`. */
function levelAndMajor(text: string): LevelAndMajor | null {
  const words = text.split(' ');
  const folded = words.map((word) => foldText(word).replace(/[^\p{L}\d.]/gu, ''));
  const level = levelsOf(catalogueRows('education')).find(
    ([begin]) =>
      begin.length < words.length && begin.every((word, place) => word === folded[place]),
  );
  if (!level) return null;
  const rest = words.slice(level[0].length).join(' ');
  const major = rest.replace(/^[\s,:;–-]+|^(chuyên )?ngành /gi, '').replace(/^\((.*)\)$/, '$1');
  if (major === '') return null;
  return { highest: level[1], major: major.charAt(0).toLocaleUpperCase('vi') + major.slice(1) };
}

/** Names of languages as lists write them, with the key of the item in the dossier. */
const languageNames: readonly (readonly [pattern: RegExp, key: string, language: string])[] = [
  [/^(tieng )?anh( van)?\b/, 'tieng-anh', 'Tiếng Anh'],
  [/^(tieng )?phap( van)?\b/, 'tieng-phap', 'Tiếng Pháp'],
  [/^(tieng )?nga( van)?\b/, 'tieng-nga', 'Tiếng Nga'],
  [/^(tieng )?(trung( quoc)?|hoa)( van)?\b/, 'tieng-trung-quoc', 'Tiếng Trung Quốc'],
  [/^(tieng )?nhat( ban)?\b/, 'tieng-nhat', 'Tiếng Nhật'],
  [/^(tieng )?han( quoc)?\b/, 'tieng-han', 'Tiếng Hàn'],
  [/^(tieng )?duc\b/, 'tieng-duc', 'Tiếng Đức'],
  [/^tieng lao\b/, 'tieng-lao', 'Tiếng Lào'],
  [/^(tieng )?(khmer|kho ?-?me)\b/, 'tieng-khmer', 'Tiếng Khmer'],
  [/^(tieng )?h?['’]?mong\b/, 'tieng-mong', 'Tiếng Mông'],
  [/^tieng tay\b/, 'tieng-tay', 'Tiếng Tày'],
  [/^tieng nung\b/, 'tieng-nung', 'Tiếng Nùng'],
  [/^tieng thai\b/, 'tieng-thai', 'Tiếng Thái'],
  [/^tieng dao\b/, 'tieng-dao', 'Tiếng Dao'],
];

/** `Anh B1; Pháp A`. A level without its language is kept in the note: it may be any language. */
export const readLanguages: CellReader = (cell) => {
  const parts = textOf(cell)
    .split(/\s*[;,+]\s*/)
    .filter((part) => part !== '');
  const underEnglish = foldText(cell.label).endsWith('tieng anh');
  const languages = parts.map((part) => languageIn(underEnglish ? `Anh ${part}` : part));
  const known = languages.filter((entry) => entry !== null);
  if (known.length < parts.length || known.length === 0) return unreadable(cell);
  return { content: { languages: Object.fromEntries(known) } };
};

function languageIn(text: string): readonly [key: string, value: Language] | null {
  const folded = foldText(text);
  for (const [pattern, key, language] of languageNames) {
    const match = pattern.exec(folded);
    if (!match) continue;
    // Folding a tidy NFC text keeps its length, so the level begins where the match ends.
    const level = text.slice(match[0].length).replace(/^[\s:,–-]+/, '');
    return [key, level === '' ? { language } : { language, level }];
  }
  return null;
}
