import { describe, expect, it } from 'vitest';
import { sectionAt, type Section } from './fields.ts';
import { nameOfRow, rowIds } from './rows.ts';

const section = (name: string): Section => {
  const found = sectionAt(name);
  if (!found) throw new Error(name);
  return found;
};

describe('rows of a table', () => {
  it('stand in the order of their dates, whole and partial; without a date last', () => {
    const career = {
      A: { from: '2012-08', unit: 'b' },
      B: { unit: 'không rõ' },
      C: { from: '2007', unit: 'a' },
      D: { from: '2012-08-15', unit: 'c' },
    };
    expect(rowIds(section('career'), { career })).toEqual(['C', 'A', 'D', 'B']);
  });

  it('stand in the order of their years, and of entry where these are equal', () => {
    const evaluations = { B: { year: 2025 }, A: { year: 2025 }, C: { year: 2009 } };
    expect(rowIds(section('evaluations'), { evaluations })).toEqual(['C', 'A', 'B']);
    expect(rowIds(section('evaluations'), undefined)).toEqual([]);
  });

  it('are called by what tells them apart', () => {
    const kin = { relation: 'cha', fullName: 'Huỳnh Văn Ẩn', birthYear: 1955 };
    expect(nameOfRow(section('ownFamily'), kin)).toBe('Cha đẻ, Huỳnh Văn Ẩn');
    expect(nameOfRow(section('ownFamily'), {})).toBe('');
    expect(nameOfRow(section('languages'), undefined)).toBe('');
  });
});
