import { describe, expect, it } from 'vitest';
import { payGroupOf } from '../pay/index.ts';
import {
  catalogueKey,
  catalogueNames,
  catalogueRows,
  findCode,
  labelOf,
  payGroupsOfRank,
  rankOf,
} from './index.ts';

const dated = /^\d{4}-\d{2}-\d{2}$/;

describe.each(catalogueNames)('code list %s', (name) => {
  const rows = catalogueRows(name);

  it('has rows, each with its own code, an NFC label and a source', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.code).toMatch(/^[A-Za-z0-9.-]{1,20}$/);
      expect(row.label).toBe(row.label.normalize('NFC').trim());
      expect(row.source).not.toBe('');
      if (row.validFrom !== undefined) expect(row.validFrom).toMatch(dated);
    }
  });

  it('lets no label or other spelling mean two codes', () => {
    const meanings = rows.flatMap((row) =>
      [row.code, row.label, ...(row.aliases ?? [])].map((text) => [catalogueKey(text), row.code]),
    );
    const codes = new Map<string | undefined, Set<string | undefined>>();
    for (const [text, code] of meanings) codes.set(text, (codes.get(text) ?? new Set()).add(code));
    expect([...codes].filter(([, meant]) => meant.size > 1)).toEqual([]);
  });

  it('finds each code by its label and shows it again', () => {
    for (const row of rows) {
      expect(findCode(name, row.label.toUpperCase())).toBe(row.code);
      expect(labelOf(name, row.code)).toBe(row.label);
    }
  });
});

describe('ranks', () => {
  it('name pay groups that exist', () => {
    for (const { code } of catalogueRows('rank')) {
      const groups = payGroupsOfRank(code);
      expect(groups.length).toBeGreaterThan(0);
      for (const group of groups) expect(payGroupOf(group), `${code} ${group}`).toBeDefined();
    }
  });

  it('hold the teachers of Thông tư 02/2021/TT-BGDĐT, Điều 8', () => {
    expect(rankOf('V.07.03.29')?.payGroup).toBe('A1');
    expect(rankOf('V.07.03.28')?.payGroup).toBe('A2.2');
    expect(rankOf('V.07.03.27')?.payGroup).toBe('A2.1');
  });

  it('let a Cán sự be paid by A0 or B', () => {
    expect(payGroupsOfRank('01.004')).toEqual(['A0', 'B']);
    expect(payGroupsOfRank('99.999')).toEqual([]);
  });
});

describe('other spellings', () => {
  it.each([
    ['ethnicity', 'Hmông', '08'],
    ['ethnicity', "H'Mông", '08'],
    ['ethnicity', 'KHMER', '05'],
    ['ethnicity', 'Khơ me', '05'],
    ['ethnicity', 'Giáy', '25'],
    ['religion', 'không', '00'],
    ['religion', 'Thiên Chúa giáo', '02'],
    ['education', 'ThS', 'thac-si'],
    ['education', 'Th.S', 'thac-si'],
    ['education', 'Thạc sỹ', 'thac-si'],
    ['education', 'BSCKII', 'chuyen-khoa-2'],
    ['politicalTheory', 'TC', 'trung-cap'],
    ['politicalTheory', 'Cao cấp LLCT', 'cao-cap'],
    ['informationTechnology', 'CNTT cơ bản', 'co-ban'],
    ['informationTechnology', 'B', 'chung-chi-b'],
    ['category', 'HĐLĐ', 'hop-dong'],
  ] as const)('%s %s is %s', (name, text, code) => {
    expect(findCode(name, text)).toBe(code);
  });

  it('do not guess', () => {
    expect(findCode('ethnicity', 'Không rõ')).toBeUndefined();
    expect(labelOf('ethnicity', '56')).toBeUndefined();
  });
});
