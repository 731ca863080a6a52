import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../shared/vietnamese/names.ts';
import { nameSortKey } from './sort-key.ts';

const bySortKey = (a: string, b: string) => {
  const [left, right] = [nameSortKey(a), nameSortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const letters =
  'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵbcdđghklmnpqrstvx';
const word = fc
  .array(fc.constantFrom(...Array.from(letters + letters.toUpperCase())), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('the sort key of names', () => {
  it('puts any two names in the order of Intl.Collator vi by given, middle, family name', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(bySortKey(a, b))).toBe(Math.sign(compareNames(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('does so for names that differ in one tone or one letter', () => {
    const near = fc.tuple(
      word,
      fc.constantFrom(...Array.from(letters)),
      fc.constantFrom(...Array.from(letters)),
    );
    fc.assert(
      fc.property(near, ([rest, one, two]) => {
        const [a, b] = [`Lê ${rest}${one}n`, `Lê ${rest}${two}n`];
        expect(Math.sign(bySortKey(a, b))).toBe(Math.sign(compareNames(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('sorts a list as a school would', () => {
    const list = ['Lê Ý', 'Trần Ân', 'Đỗ An', 'Phan Ẩn', 'Ngô Út', 'Võ Đào', 'Lý Dung', 'Bùi Ánh'];
    expect([...list].sort(bySortKey)).toEqual([...list].sort(compareNames));
  });
});
