import { describe, expect, it } from 'vitest';
import { columnIndex, columnLetter } from './grid.ts';
import { gridOf, type SheetLike } from './sheet-like.ts';

interface MadeUpCell {
  readonly value: unknown;
  readonly numFmt?: string;
}

/** A worksheet as exceljs gives it: rows and columns count from 1, empty rows are left out. */
function sheet(
  rows: Readonly<Record<number, readonly MadeUpCell[]>>,
  merges: readonly string[] = [],
): SheetLike {
  return {
    name: 'DS',
    model: { merges },
    eachRow: (callback) => {
      for (const [number, cells] of Object.entries(rows)) {
        callback(
          { eachCell: (each) => cells.forEach((cell, place) => each(cell, place + 1)) },
          Number(number),
        );
      }
    },
  };
}

const valueOf = (value: unknown, numFmt?: string) =>
  gridOf(sheet({ 1: [numFmt === undefined ? { value } : { value, numFmt }] })).rows[0]?.[0];

const midnightUtc = (iso: string) => new Date(`${iso}T00:00:00.000Z`);

describe('a worksheet becomes a grid', () => {
  it('keeps row numbers when rows are left out', () => {
    const { rows } = gridOf(sheet({ 1: [{ value: 'a' }], 3: [{ value: 'b' }] }));
    expect(rows).toEqual([['a'], [], ['b']]);
  });

  it('shows rich text, links, results of formulas and errors as what the cell shows', () => {
    const runs = [{ text: 'Trần ' }, { font: { bold: true }, text: 'Mẫu' }];
    expect(valueOf({ richText: runs })).toBe('Trần Mẫu');
    expect(valueOf({ text: 'a@b.vn', hyperlink: 'mailto:a@b.vn' })).toBe('a@b.vn');
    expect(valueOf({ text: { richText: runs }, hyperlink: 'x' })).toBe('Trần Mẫu');
    expect(valueOf({ formula: 'A1+1', result: 3.33 })).toBe(3.33);
    expect(valueOf({ formula: 'A1', result: midnightUtc('1985-03-12') })).toEqual({
      date: '1985-03-12',
    });
    expect(valueOf({ formula: 'VLOOKUP()', result: { error: '#N/A' } })).toBe('#N/A');
    expect(valueOf({ error: '#REF!' })).toBe('#REF!');
    expect(valueOf({ formula: 'A1' })).toBeNull();
    expect(valueOf(true)).toBe(true);
  });

  it('takes the civil date of a date cell by its UTC parts, also with dust of arithmetic on it', () => {
    expect(valueOf(midnightUtc('1968-07-02'), 'dd/mm/yyyy')).toEqual({ date: '1968-07-02' });
    expect(valueOf(new Date('1968-07-01T23:59:59.999Z'))).toEqual({ date: '1968-07-02' });
    expect(valueOf(new Date(Number.NaN))).toBeNull();
  });

  it('keeps a month partial: Excel makes the first day of a typed 09/1982', () => {
    expect(valueOf(midnightUtc('1982-09-01'), 'mm/yyyy')).toEqual({ date: '1982-09' });
    expect(valueOf(midnightUtc('1982-09-01'), 'mmm-yy')).toEqual({ date: '1982-09' });
    expect(valueOf(midnightUtc('1985-01-01'), 'yyyy')).toEqual({ date: '1985' });
    expect(valueOf(midnightUtc('1982-09-15'), 'mm/yyyy')).toEqual({ date: '1982-09-15' });
    expect(valueOf(midnightUtc('1982-09-01'), 'mm-dd-yy')).toEqual({ date: '1982-09-01' });
    expect(valueOf(midnightUtc('1982-09-01'), '[$-42A]"ngày" mm/yyyy')).toEqual({
      date: '1982-09',
    });
  });

  it('leaves covered cells of a merge empty, whatever they repeat', () => {
    const repeated = { value: 'Họ tên' };
    const { rows, merges } = gridOf(sheet({ 1: [repeated, repeated], 2: [repeated] }, ['A1:B2']));
    expect(rows).toEqual([['Họ tên', null], [null]]);
    expect(merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });
});

describe('columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetter(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });
});
