import { describe, expect, it } from 'vitest';
import { readCivilDate, readDecimal, readInteger, readPartialDate } from './typed-readings.ts';

const value = <T>(read: T) => ({ read: 'value', value: read });

describe('typed dates', () => {
  it('reads short, partial and whole dates', () => {
    expect(readPartialDate('1/3/75')).toEqual(value('1975-03-01'));
    expect(readPartialDate('03/1975')).toEqual(value('1975-03'));
    expect(readPartialDate(' 1975 ')).toEqual(value('1975'));
  });

  it('says nothing for an empty box and unreadable for a day that does not exist', () => {
    expect(readPartialDate('  ')).toEqual({ read: 'nothing' });
    expect(readPartialDate('31/02/1975')).toEqual({ read: 'unreadable' });
  });

  it('does not take a month for a whole day', () => {
    expect(readCivilDate('03/2021')).toEqual({ read: 'unreadable' });
    expect(readCivilDate('12/03/2021')).toEqual(value('2021-03-12'));
  });
});

describe('typed numbers', () => {
  it('reads a decimal with comma, with point, and with both as written in Vietnam', () => {
    expect(readDecimal('2,34')).toEqual(value(2.34));
    expect(readDecimal('2.34')).toEqual(value(2.34));
    expect(readDecimal('1.234,5')).toEqual(value(1234.5));
  });

  it('refuses what is no number', () => {
    expect(readDecimal('2,3,4')).toEqual({ read: 'unreadable' });
    expect(readInteger('3a')).toEqual({ read: 'unreadable' });
    expect(readInteger('3')).toEqual(value(3));
  });
});
