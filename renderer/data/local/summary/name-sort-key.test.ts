import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../../shared/vietnamese/names.ts';
import { nameSortKey } from './name-sort-key.ts';

const byKey = (a: string, b: string): number => {
  const left = nameSortKey(a);
  const right = nameSortKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
};

const onsets = [
  '',
  'b',
  'ch',
  'd',
  'đ',
  'gi',
  'h',
  'kh',
  'l',
  'ng',
  'nh',
  'ph',
  'qu',
  's',
  'th',
  'tr',
  'v',
  'x',
];
const nuclei = [
  'a',
  'ă',
  'â',
  'e',
  'ê',
  'i',
  'o',
  'ô',
  'ơ',
  'u',
  'ư',
  'y',
  'iê',
  'ươ',
  'oa',
  'uyê',
];
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const codas = ['', 'c', 'm', 'n', 'ng', 'nh', 'p', 't'];

const syllable = fc
  .tuple(
    fc.constantFrom(...onsets),
    fc.constantFrom(...nuclei),
    fc.constantFrom(...tones),
    fc.constantFrom(...codas),
    fc.boolean(),
  )
  .map(([onset, nucleus, tone, coda, upper]) => {
    const word = (onset + nucleus + tone + coda).normalize('NFC');
    return upper ? word.charAt(0).toLocaleUpperCase('vi') + word.slice(1) : word;
  });
const name = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('the sort key of a name', () => {
  it('gives the order of compareNames', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(byKey(a, b), `${a} / ${b}`).toBe(Math.sign(compareNames(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('sorts by given name first: An before Bình, Đào after Diễm', () => {
    const names = ['Trần Văn Đào', 'Nguyễn Thị Bình', 'Lê Diễm', 'Vũ An', 'An Văn An'];
    expect(names.sort(byKey)).toEqual([
      'Vũ An',
      'An Văn An',
      'Nguyễn Thị Bình',
      'Lê Diễm',
      'Trần Văn Đào',
    ]);
  });
});
