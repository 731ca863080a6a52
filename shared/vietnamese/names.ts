/** Names of persons: parts and list order (given name, middle names, family name). */
import { tidyText } from './fold.ts';

export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** Splits by position: first word family, last word given. A single word is a given name. */
export function nameParts(fullName: string): NameParts {
  const words = tidyText(fullName).split(' ');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given };
}

const collator = new Intl.Collator('vi');

/** Order of Vietnamese name lists: by given name, then middle, then family (CLDR vi). */
export function compareNames(a: string, b: string): number {
  const left = nameParts(a);
  const right = nameParts(b);
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.middle, right.middle) ||
    collator.compare(left.family, right.family)
  );
}

/** `NGUYỄN VĂN AN` and `nguyễn văn an` to `Nguyễn Văn An`; names in mixed case stay as written. */
export function properCaseName(name: string): string {
  const tidy = tidyText(name);
  const inOneCase = tidy === tidy.toLocaleUpperCase('vi') || tidy === tidy.toLocaleLowerCase('vi');
  if (!inOneCase) return tidy;
  return tidy
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    );
}
