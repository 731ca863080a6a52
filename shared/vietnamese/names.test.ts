import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, nameParts, properCaseName } from './names.ts';

const word = fc.constantFrom('Trần', 'Thị', 'Đỗ', 'Ân', 'Ánh', 'Nguyễn', 'Ước', 'Ỷ');
const fullName = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

describe('names in one case', () => {
  it.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['nguyễn văn an', 'Nguyễn Văn An'],
    ['Nguyễn  văn An ', 'Nguyễn văn An'],
    ['ĐỖ THỊ ÁNH', 'Đỗ Thị Ánh'],
    ["H'HEN NIÊ", "H'Hen Niê"],
    ['H’HEN NIÊ', 'H’Hen Niê'],
    ['LÊ-NGUYỄN ÂN', 'Lê-Nguyễn Ân'],
  ])('%s is written %s', (written, name) => expect(properCaseName(written)).toBe(name));

  it('come back from upper and lower case', () => {
    fc.assert(
      fc.property(fullName, (name) => {
        expect(properCaseName(name)).toBe(name);
        expect(properCaseName(name.toLocaleUpperCase('vi'))).toBe(name);
        expect(properCaseName(name.toLocaleLowerCase('vi'))).toBe(name);
      }),
    );
  });
});

describe('parts of a name', () => {
  it('are family, middle and given name by position', () => {
    expect(nameParts('Trần Thị Ngọc Ánh')).toEqual({
      family: 'Trần',
      middle: 'Thị Ngọc',
      given: 'Ánh',
    });
    expect(nameParts('Ánh')).toEqual({ family: '', middle: '', given: 'Ánh' });
    expect(nameParts('')).toEqual({ family: '', middle: '', given: '' });
  });
});

describe('lists of names', () => {
  it('go by given name, then middle, then family, in the order of the Vietnamese alphabet', () => {
    const names = [
      'Lê Văn Ân',
      'Trần Thị Bé',
      'Đỗ Văn An',
      'Lê Thị An',
      'Dương Văn An',
      'Lê Văn Đạt',
    ];
    expect(names.sort(compareNames)).toEqual([
      'Lê Thị An',
      'Dương Văn An',
      'Đỗ Văn An',
      'Lê Văn Ân',
      'Trần Thị Bé',
      'Lê Văn Đạt',
    ]);
  });

  it('compare the same from both sides', () => {
    fc.assert(
      fc.property(fullName, fullName, (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
      }),
    );
  });
});
