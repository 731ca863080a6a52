import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, tidyText } from './fold.ts';

const anyText = fc.string({ unit: 'binary' });
/** Vietnamese letters with marks, loose marks, and the spaces that come with pasted text. */
const letters = Array.from(
  'aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẰỗỡựĐỪ \u00a0\u200b\t\u0300\u0309\u0323',
);
const vietnamese = fc.array(fc.constantFrom(...letters)).map((chosen) => chosen.join(''));

describe('tidy text', () => {
  it('is NFC with single spaces and no edges', () => {
    expect(tidyText(' Trần \u00a0 Thị\u200b Mẫu\ufeff '.normalize('NFD'))).toBe('Trần Thị Mẫu');
  });

  it('is tidy once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      }),
    );
  });
});

describe('the search form', () => {
  it.each([
    ['Đặng Thị Ngọc Ánh', 'dang thi ngoc anh'],
    ['HOÀ', 'hoa'],
    ['hòa', 'hoa'],
    ['Ư Ơ Ă Â Ê Ô', 'u o a a e o'],
    ["H'Mông", "h'mong"],
    [' Trần  Thị\u00a0Mẫu ', 'tran thi mau'],
    ['a \u0300', 'a'],
  ])('of %s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(text.normalize('NFD'))).toBe(folded);
  });

  it('is the same when folded again', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the normal form of the text', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });
});
