import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDateInVietnam,
  comparePartialDates,
  dateBounds,
  daysInMonth,
  formatPartialDate,
  isPartialDate,
  parseTypedDate,
} from './partial-date.ts';

const two = (value: number) => String(value).padStart(2, '0');

const wholeDate = fc
  .tuple(fc.integer({ min: 1850, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .chain(([year, month]) =>
    fc
      .integer({ min: 1, max: daysInMonth(year, month) })
      .map((day) => `${year}-${two(month)}-${two(day)}`),
  );
/** A civil date known to the day, the month or the year. */
const partialDate = fc
  .tuple(wholeDate, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.slice(0, length));

describe('partial dates', () => {
  it('come back from what is shown, as exact as they were', () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        expect(isPartialDate(date)).toBe(true);
        expect(parseTypedDate(formatPartialDate(date))).toBe(date);
        expect(parseTypedDate(date)).toBe(date);
      }),
    );
  });

  it('come back typed without zeros, with dots or dashes', () => {
    fc.assert(
      fc.property(wholeDate, fc.constantFrom('/', '.', '-', ' / '), (date, separator) => {
        const typed = date.split('-').map(Number).reverse().join(separator);
        expect(parseTypedDate(typed)).toBe(date);
      }),
    );
  });

  it('lie within their bounds, and sort by them', () => {
    fc.assert(
      fc.property(partialDate, partialDate, (a, b) => {
        const { first, last } = dateBounds(a);
        expect(first.startsWith(a) && last.startsWith(a) && first <= last).toBe(true);
        expect(Math.sign(comparePartialDates(a, b))).toBe(
          -Math.sign(comparePartialDates(b, a)) + 0,
        );
      }),
    );
  });

  it.each([
    ['1/3/75', '1975-03-01'],
    ['1/3/26', '2026-03-01'],
    ['03/1975', '1975-03'],
    [' 1975 ', '1975'],
    ['29/02/2024', '2024-02-29'],
  ])('%s typed is %s', (typed, date) => expect(parseTypedDate(typed)).toBe(date));

  it.each([
    '31/02/1985',
    '29/02/1900',
    '00/05/1980',
    '13/13/1980',
    '1849',
    '75',
    '3/75',
    '',
    'x',
    '1/2/3/4',
  ])('%j typed is no date', (typed) => expect(parseTypedDate(typed)).toBeNull());

  it.each(['1985-02-30', '1985-13', '1985-1', '85', '1985-03-1', '1985-03-12T00:00'])(
    '%s is no partial date',
    (text) => expect(isPartialDate(text)).toBe(false),
  );

  it('sort the less exact one first', () => {
    const dates = ['1985-03-12', '1985', '1984-12-31', '1985-01', '1985-01-01'];
    expect(dates.sort(comparePartialDates)).toEqual([
      '1984-12-31',
      '1985',
      '1985-01',
      '1985-01-01',
      '1985-03-12',
    ]);
  });
});

describe('today in Vietnam (UTC+7)', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(civilDateInVietnam('2026-11-22T16:59:59.999Z')).toBe('2026-11-22');
    expect(civilDateInVietnam('2026-11-22T17:00:00.000Z')).toBe('2026-11-23');
    expect(civilDateInVietnam('2026-12-31T17:00:00.000Z')).toBe('2027-01-01');
  });
});
