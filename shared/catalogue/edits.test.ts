import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { admitEdit, applyEdits } from './apply-edits.ts';
import { cataloguesWith } from './current.ts';
import {
  catalogueDocumentSchema,
  catalogueNames,
  catalogueRows,
  findCode,
  labelOf,
  rowEditSchema,
  rowsAt,
  setCatalogueEdits,
  type CatalogueDocument,
  type CatalogueName,
  type RowEdit,
} from './index.ts';
import { builtInRows } from './rows/built-in.ts';
import { traitOf, traitValue } from './traits.ts';

afterEach(() => {
  setCatalogueEdits([]);
});

const add = (code: string, row: object = {}): RowEdit =>
  rowEditSchema.parse({
    kind: 'add',
    code,
    row: {
      label: `Dòng ${code}`,
      aliases: [],
      validFrom: null,
      source: 'QĐ 1',
      trait: null,
      ...row,
    },
  });
const amend = (code: string, set: object): RowEdit =>
  rowEditSchema.parse({ kind: 'amend', code, set });

const documentOf = (name: CatalogueName, ...edits: readonly RowEdit[]): CatalogueDocument =>
  catalogueDocumentSchema.parse({
    _id: `catalogue:${name}`,
    type: 'catalogue',
    name,
    version: edits.length,
    edits: edits.map((edit) => ({
      edit,
      reason: 'Thử',
      by: { account: 'sonoivu', name: 'Trần Thị Thu Hương' },
      atUtc: '2026-11-28T01:00:00.000Z',
    })),
  });

const codeOf = (name: CatalogueName, edit: RowEdit, rows = builtInRows[name]) => {
  const result = admitEdit(name, rows, edit);
  return result.ok ? 'admitted' : result.problem.code;
};

describe('an edit of a code list', () => {
  it.each([
    ['a row more', 'position', add('gd-cds'), 'admitted'],
    ['a code that is there', 'position', add('hieu-truong'), 'CATALOGUE_CODE_TAKEN'],
    ['a code that differs by a dot only', 'rank', add('01-003'), 'CATALOGUE_CODE_TAKEN'],
    [
      'a name that another row has',
      'position',
      add('ht2', { label: 'HIỆU TRƯỞNG' }),
      'CATALOGUE_WORD_TAKEN',
    ],
    [
      'another spelling that another row has',
      'position',
      add('ht2', { aliases: ['hieu truong'] }),
      'CATALOGUE_WORD_TAKEN',
    ],
    ['a code that is another row’s name', 'academicTitle', add('GS'), 'CATALOGUE_WORD_TAKEN'],
    ['a rank without pay group', 'rank', add('01.099'), 'CATALOGUE_TRAIT_MISSING'],
    [
      'a rank of no such pay group',
      'rank',
      add('01.099', { trait: 'A9' }),
      'CATALOGUE_TRAIT_MISSING',
    ],
    ['a rank with its pay group', 'rank', add('01.099', { trait: 'A1' }), 'admitted'],
    [
      'other words',
      'position',
      amend('hieu-truong', { label: 'Hiệu trưởng nhà trường' }),
      'admitted',
    ],
    [
      'words of a row that is not there',
      'position',
      amend('khong-co', { label: 'X' }),
      'CATALOGUE_CODE_UNKNOWN',
    ],
    ['nothing', 'position', amend('hieu-truong', {}), 'CATALOGUE_NOTHING_CHANGED'],
    [
      'the same words',
      'position',
      amend('hieu-truong', { label: 'Hiệu trưởng' }),
      'CATALOGUE_NOTHING_CHANGED',
    ],
    ['a last day', 'position', amend('truong-khoa', { validTo: '2026-12-31' }), 'admitted'],
    [
      'a last day before the first',
      'province',
      amend('01', { validTo: '2025-01-01' }),
      'CATALOGUE_DATES_REVERSED',
    ],
    [
      'a last day and a successor',
      'position',
      amend('truong-khoa', { validTo: '2026-12-31', successor: 'truong-phong-don-vi' }),
      'admitted',
    ],
    [
      'a successor without a last day',
      'position',
      amend('truong-khoa', { successor: 'hieu-truong' }),
      'CATALOGUE_SUCCESSOR_WRONG',
    ],
    [
      'itself as successor',
      'position',
      amend('truong-khoa', { validTo: '2026-12-31', successor: 'truong-khoa' }),
      'CATALOGUE_SUCCESSOR_WRONG',
    ],
    [
      'a successor that ends before',
      'position',
      amend('truong-khoa', { validTo: '2026-12-31', successor: 'ct-ubnd-huyen' }),
      'CATALOGUE_SUCCESSOR_WRONG',
    ],
    [
      'the name of a row that has ended, from the day after',
      'discipline',
      add('ha-bac', { label: 'Hạ bậc lương', validFrom: '2025-07-01', trait: 'administrative' }),
      'admitted',
    ],
    [
      'reopening a row whose name is taken since',
      'province',
      amend('020', { validTo: null, successor: null }),
      'CATALOGUE_WORD_TAKEN',
    ],
  ] as const)('%s (%s): %s', (_, name, edit, code) => {
    expect(codeOf(name, edit)).toBe(code);
  });

  it.each([
    [{ kind: 'add', code: 'có dấu', row: {} }, /mã gồm/],
    [
      {
        kind: 'add',
        code: 'x',
        row: { label: '  ', aliases: [], validFrom: null, source: 'Q', trait: null },
      },
      /chưa có tên gọi/,
    ],
    [
      {
        kind: 'add',
        code: 'x',
        row: { label: 'X', aliases: [], validFrom: null, source: '', trait: null },
      },
      /chưa có căn cứ/,
    ],
    [
      {
        kind: 'add',
        code: 'x',
        row: { label: 'X\ud800', aliases: [], validFrom: null, source: 'Q', trait: null },
      },
      /ký tự hỏng/,
    ],
    [
      {
        kind: 'add',
        code: 'x',
        row: { label: 'X'.repeat(201), aliases: [], validFrom: null, source: 'Q', trait: null },
      },
      /dài quá/,
    ],
    [{ kind: 'amend', code: 'x', set: { label: '' } }, /chưa có tên gọi/],
    [
      {
        kind: 'amend',
        code: 'x',
        set: { aliases: Array.from({ length: 41 }, (_, at) => `a${at}`) },
      },
      /nhiều hơn 40/,
    ],
  ])('is refused in Vietnamese when it is not well formed: %j', (edit, said) => {
    expect(rowEditSchema.safeParse(edit).error?.issues[0]?.message).toMatch(said);
  });

  it.each([
    [{ kind: 'remove', code: 'hieu-truong' }],
    [{ kind: 'amend', code: 'hieu-truong', set: { code: 'khac' } }],
    [{ kind: 'amend', code: 'hieu-truong', set: { validTo: '2026-02-30' } }],
    [{ kind: 'amend', code: 'hieu-truong', set: { label: null } }],
  ])('cannot be made at all: %j', (edit) => {
    expect(rowEditSchema.safeParse(edit).success).toBe(false);
  });

  it('keeps its words in one normal form', () => {
    const edit = amend('hieu-truong', { label: '  Hiê\u0323u   trưởng A ' });
    expect(edit).toEqual({ kind: 'amend', code: 'hieu-truong', set: { label: 'Hiệu trưởng A' } });
  });
});

describe('the lists under edits', () => {
  it('show the row more, other words, and no longer what has ended', () => {
    setCatalogueEdits([
      documentOf(
        'position',
        add('gd-cds', { label: 'Giám đốc Trung tâm Chuyển đổi số', aliases: ['GĐ CĐS'] }),
        amend('truong-khoa', { validTo: '2026-12-31', successor: 'truong-phong-don-vi' }),
        amend('hieu-truong', { label: 'Hiệu trưởng nhà trường' }),
      ),
    ]);
    expect(findCode('position', 'gđ cđs')).toBe('gd-cds');
    expect(labelOf('position', 'hieu-truong')).toBe('Hiệu trưởng nhà trường');
    const codes = (day: string) => rowsAt('position', day).map(({ code }) => code);
    expect(codes('2026-12-31')).toContain('truong-khoa');
    expect(codes('2027-01-01')).not.toContain('truong-khoa');
    expect(labelOf('position', 'truong-khoa')).toBe('Trưởng khoa');
    setCatalogueEdits([]);
    expect(labelOf('position', 'gd-cds')).toBeUndefined();
  });

  it('leave untouched lists the very same array', () => {
    const before = catalogueRows('ethnicity');
    setCatalogueEdits([documentOf('position', add('gd-cds'))]);
    expect(catalogueRows('ethnicity')).toBe(before);
    expect(catalogueRows('position')).toHaveLength(builtInRows.position.length + 1);
  });

  it('give an added rank its pay group', () => {
    const lists = cataloguesWith([documentOf('rank', add('01.099', { trait: 'A2.1' }))]);
    expect(lists.rowOf('rank', '01.099')).toMatchObject({ payGroup: 'A2.1' });
  });

  it('take the department’s words where a later program brings the same code itself', () => {
    const rows = applyEdits('position', builtInRows.position, [
      add('hieu-truong', { label: 'HT' }),
    ]);
    expect(rows).toHaveLength(builtInRows.position.length);
    expect(rows.find(({ code }) => code === 'hieu-truong')?.label).toBe('HT');
  });
});

describe('traits', () => {
  it('stand in every row of a list that has one', () => {
    for (const name of catalogueNames) {
      const trait = traitOf(name);
      if (!trait) continue;
      for (const row of catalogueRows(name)) {
        expect(trait.choices, `${name} ${row.code}`).toContain(traitValue(name, row));
      }
    }
  });
});

describe('whatever is admitted', () => {
  const codes = fc.constantFrom('giao-su', 'pho-giao-su', 'a', 'b', 'GS');
  const days = fc.constantFrom('2020-01-01', '2025-06-30', '2026-12-31', null);
  const labels = fc.constantFrom('Giáo sư', 'GS danh dự', 'A', 'Phó giáo sư', 'B b');
  const edits = fc.oneof(
    fc
      .record({ code: codes, label: labels, validFrom: days })
      .map(({ code, ...row }) => add(code, row)),
    fc
      .record(
        { label: labels, validFrom: days, validTo: days, successor: fc.option(codes) },
        { requiredKeys: [] },
      )
      .chain((set) => codes.map((code) => amend(code, set))),
  );

  it('loses no code, keeps days in order and lets no text mean two codes on a day', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (tried) => {
        let rows: readonly (typeof builtInRows.academicTitle)[number][] = builtInRows.academicTitle;
        const kept: RowEdit[] = [];
        for (const edit of tried) {
          const before = rows.map(({ code }) => code);
          const result = admitEdit('academicTitle', rows, edit);
          if (!result.ok) continue;
          kept.push(edit);
          rows = result.value;
          expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(before));
        }
        expect(applyEdits('academicTitle', builtInRows.academicTitle, kept)).toEqual(rows);
        for (const { validFrom = '', validTo = '9999' } of rows)
          expect(validFrom <= validTo).toBe(true);
        for (const day of ['2019-06-01', '2025-06-30', '2026-11-28', '2027-01-01']) {
          const words = rows
            .filter((row) => (row.validFrom ?? '') <= day && day <= (row.validTo ?? '9999'))
            .map(({ label }) => label);
          expect(new Set(words).size).toBe(words.length);
        }
      }),
    );
  });
});
