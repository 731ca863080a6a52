import { describe, expect, it } from 'vitest';
import { payGroupOf } from '../pay/index.ts';
import { builtInRows } from './rows/built-in.ts';
import {
  catalogueKey,
  catalogueNames,
  catalogueRows,
  findCode,
  labelOf,
  payGroupsOfRank,
  rankOf,
  rowsAt,
  textsOf,
  type CatalogueRow,
} from './index.ts';

const dated = /^\d{4}-\d{2}-\d{2}$/;

const endOf = (row: CatalogueRow) => row.validTo ?? '9999-12-31';
const beginOf = (row: CatalogueRow) => row.validFrom ?? '0000-01-01';
const overlap = (a: CatalogueRow, b: CatalogueRow) =>
  beginOf(a) <= endOf(b) && beginOf(b) <= endOf(a);

describe.each(catalogueNames)('code list %s', (name) => {
  const rows = catalogueRows(name);

  it('has rows, each with its own code, an NFC label and a source', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.code).toMatch(/^[A-Za-z0-9.-]{1,32}$/);
      for (const text of [row.label, row.source, ...(row.aliases ?? [])]) {
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).not.toBe('');
      }
    }
  });

  it('has days in order, and a successor that the list knows and that goes on longer', () => {
    const byCode = new Map(rows.map((row) => [row.code, row]));
    for (const row of rows) {
      for (const day of [row.validFrom, row.validTo]) {
        if (day !== undefined) expect(day).toMatch(dated);
      }
      expect(beginOf(row) <= endOf(row), row.code).toBe(true);
      if (row.successor === undefined) continue;
      const next = byCode.get(row.successor);
      expect(next, `${row.code} → ${row.successor}`).toBeDefined();
      expect(row.validTo, `${row.code} was replaced but has not ended`).toBeDefined();
      expect(next && endOf(next) > endOf(row), row.code).toBe(true);
    }
  });

  it('lets no code, label or other spelling mean two codes on one day', () => {
    const meanings = new Map<string, CatalogueRow[]>();
    for (const row of rows) {
      for (const key of new Set(textsOf(row).map(catalogueKey))) {
        meanings.set(key, [...(meanings.get(key) ?? []), row]);
      }
    }
    const twice = [...meanings].filter(([, meant]) =>
      meant.some((row, place) => meant.slice(place + 1).some((other) => overlap(row, other))),
    );
    expect(twice.map(([text, meant]) => [text, meant.map((row) => row.code)])).toEqual([]);
  });

  it('finds each code by its code and by its label, unless a later row has taken the name', () => {
    const named = new Map<string, CatalogueRow>();
    for (const row of rows.toSorted((a, b) => endOf(a).localeCompare(endOf(b)))) {
      named.set(catalogueKey(row.label), row);
    }
    for (const row of rows) {
      expect(findCode(name, row.label.toUpperCase())).toBe(
        named.get(catalogueKey(row.label))?.code,
      );
      expect(findCode(name, row.code)).toBe(row.code);
      expect(labelOf(name, row.code)).toBe(row.label);
    }
  });

  it('offers on a day what stands on that day', () => {
    const today = rowsAt(name, '2026-11-28');
    expect(today.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(today.includes(row)).toBe(endOf(row) >= '2026-11-28');
      if (row.validTo !== undefined) expect(rowsAt(name, row.validTo)).toContain(row);
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

  it('are the 197 titles of public employees and the 71 ranks of civil servants', () => {
    const codes = catalogueRows('rank').map((row) => row.code);
    expect(codes.filter((code) => code.startsWith('V.'))).toHaveLength(197);
    expect(codes.filter((code) => /^\d/.test(code))).toHaveLength(71);
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
    ['province', 'Lạng Sơn', '20'],
    ['province', 'TP.HCM', '79'],
    ['province', 'Yên Bái', '015'],
    ['province', '087', '087'],
    ['evaluationGrade', 'HTXSNV', 'xuat-sac'],
    ['evaluationGrade', 'Hoàn thành xuất sắc nhiệm vụ', 'xuat-sac'],
    ['emulationTitle', 'CSTĐCS', 'cstd-co-so'],
    ['reward', 'Bằng khen UBND tỉnh', 'bk-tinh'],
    ['reward', 'HCLĐ hạng Ba', 'hc-lao-dong-ba'],
    ['position', 'PCT UBND xã', 'pct-ubnd-xa'],
    ['partyPosition', 'Đảng ủy viên', 'dang-uy-vien'],
    ['kinship', 'Bố đẻ', 'cha'],
    ['kinship', 'mẹ vợ', 'me-vo-chong'],
    ['policyGroup', 'Con liệt sỹ', 'con-liet-si'],
    ['trainingForm', 'Tại chức', 'tai-chuc'],
    ['languageLevel', 'B1', 'bac-3'],
    ['languageLevel', 'B', 'chung-chi-b'],
    ['jobPosition', 'GV THCS', 'cm-gd-thcs'],
    ['allowanceKind', 'PCCV', 'chuc-vu'],
  ] as const)('%s %s is %s', (name, text, code) => {
    expect(findCode(name, text)).toBe(code);
  });

  it('do not guess', () => {
    expect(findCode('ethnicity', 'Không rõ')).toBeUndefined();
    expect(labelOf('ethnicity', '56')).toBeUndefined();
  });
});

describe('provinces', () => {
  it('are 34 since 01/07/2025 and 63 before, each former one taken in by one of today', () => {
    expect(rowsAt('province', '2025-07-01')).toHaveLength(34);
    expect(rowsAt('province', '2025-06-30')).toHaveLength(63);
    const today = new Set(rowsAt('province', '2025-07-01').map((row) => row.code));
    const former = rowsAt('province', '2025-06-30');
    expect(new Set(former.map((row) => row.successor))).toEqual(today);
  });

  it.each([
    ['Long An', '80'],
    ['Tiền Giang', '82'],
    ['Yên Bái', '15'],
    ['Kon Tum', '51'],
    ['Hải Dương', '31'],
  ])('%s went to %s (NQ 202/2025/QH15)', (name, code) => {
    const once = catalogueRows('province').find((row) => row.label === name);
    expect(once?.successor).toBe(code);
  });
});

describe('what other lists say of a row', () => {
  it('sixteen kinds of allowance', () => {
    expect(catalogueRows('allowanceKind')).toHaveLength(16);
  });

  it('the coefficients of leadership (NĐ 204/2004/NĐ-CP; NĐ 07/2026/NĐ-CP)', () => {
    const paid = Object.fromEntries(
      builtInRows.position.flatMap(({ code, allowance }) =>
        allowance ? [[code, allowance.coefficient]] : [],
      ),
    );
    expect(paid).toMatchObject({
      'giam-doc-so': 0.9,
      'pho-giam-doc-so': 0.7,
      'truong-phong-so': 0.5,
      'pho-phong-so': 0.3,
      'ct-ubnd-xa': 0.6,
      'pct-ubnd-xa': 0.5,
      'truong-phong-xa': 0.25,
      'pho-phong-xa': 0.15,
    });
  });

  it('the grades a job spans lie in 1 to 5 (NĐ 232/2026/NĐ-CP, Điều 7)', () => {
    for (const { code, grades } of builtInRows.jobPosition) {
      if (grades === undefined) continue;
      expect(grades[0] >= 1 && grades[0] < grades[1] && grades[1] <= 5, code).toBe(true);
    }
  });

  it('lowering a step ended as a discipline on 01/07/2025 (NĐ 172/2025/NĐ-CP)', () => {
    const codes = (day: string) => rowsAt('discipline', day).map((row) => row.code);
    expect(codes('2025-06-30')).toEqual(expect.arrayContaining(['ha-bac-luong', 'giang-chuc']));
    expect(codes('2025-07-01')).not.toContain('ha-bac-luong');
    expect(codes('2025-07-01')).not.toContain('giang-chuc');
    expect(labelOf('discipline', 'giang-chuc')).toBe('Giáng chức');
  });
});
