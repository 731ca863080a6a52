import { describe, expect, it } from 'vitest';
import { grid, listOf, soundPerson } from '../../test/integration/import/made-up-list.ts';
import type { CellValue, SheetGrid } from './index.ts';
import { readStaffList } from './index.ts';

const labels = Object.keys(soundPerson);
const person = (over: Readonly<Record<string, CellValue>> = {}): readonly CellValue[] =>
  Object.values({ ...soundPerson, ...over });
const otherPerson = { STT: 2, 'Họ và tên': 'Lê Thị Khác', 'Số CCCD': '087185000002' };

const read = (...grids: readonly SheetGrid[]) => readStaffList(grids);
const codes = (reading: ReturnType<typeof read>) => reading.findings.map(({ code }) => code);

describe('a staff list', () => {
  it('gives one accepted person with content that the dossier holds', () => {
    const reading = read(listOf());
    expect(reading.problem).toBeNull();
    expect(reading.counts).toEqual({ people: 1, accepted: 1, refused: 0, errors: 0, warnings: 0 });
    expect(reading.people[0]).toEqual({
      sheet: 'DS',
      row: 2,
      accepted: true,
      findings: [],
      content: {
        identity: {
          fullName: 'Trần Thị Mẫu',
          gender: 'female',
          birthDate: '1985-03-12',
          identityNumber: '087185000001',
        },
        pay: { rankCode: 'V.07.03.29', step: 3, coefficient: 3 },
      },
    });
  });

  it('ends before total and signatures, and the signers are nobody in the list', () => {
    const reading = read(
      grid([
        labels,
        person(),
        person(otherPerson),
        [null, 'Tổng cộng: 2 người'],
        [null, null, null, null, null, 'Mỹ An, ngày 31 tháng 12 năm 2025'],
        [null, 'Người lập biểu', null, null, null, 'HIỆU TRƯỞNG'],
        [],
        [null, 'Trần Thị Lập', null, null, null, 'Lê Văn Trưởng'],
      ]),
    );
    expect(reading.counts).toMatchObject({ people: 2, accepted: 2, warnings: 0 });
  });

  it('tells a total that differs from the people read', () => {
    const reading = read(grid([labels, person(), [null, 'Tổng cộng: 3 người']]));
    expect(reading.findings).toMatchObject([{ code: 'TOTAL_DIFFERS', row: 3 }]);
    expect(reading.findings[0]?.message).toBe('Dòng tổng cộng ghi 3 người nhưng đọc được 1 người.');
  });

  it('takes a subtotal of a group for what it is', () => {
    const subtotals = [[null, 'Cộng: 1 người']];
    const reading = read(
      grid([
        labels,
        person(),
        ...subtotals,
        person(otherPerson),
        ...subtotals,
        [null, 'Tổng số: 2 người'],
      ]),
    );
    expect(codes(reading)).toEqual([]);
  });

  it('tells groups as rows not read, and passes over column numbers and repeated headers', () => {
    const numbers = labels.map((_, place) => `(${place + 1})`);
    const reading = read(
      grid([labels, numbers, ['I', 'BAN GIÁM HIỆU'], person(), labels, person(otherPerson), [3]]),
    );
    expect(reading.counts.people).toBe(2);
    expect(reading.findings).toMatchObject([{ code: 'ROW_NOT_READ', row: 3, severity: 'warning' }]);
  });

  it('takes Công giáo in a row without papers for a religion, not for a total', () => {
    const reading = read(
      grid([
        [...labels, 'Tôn giáo'],
        [1, 'Trần Thị Mẫu', null, null, null, null, null, null, 'Công giáo'],
      ]),
    );
    expect(reading.counts).toMatchObject({ people: 1, refused: 1 });
  });

  it('reads each sheet, and tells one that has no list', () => {
    const second = { ...listOf({ 'Số CCCD': '087185000002' }), name: 'Tổ 2' };
    const guide = { ...grid([['Hướng dẫn nhập liệu']]), name: 'Hướng dẫn' };
    const empty = { ...grid([]), name: 'Sheet3' };
    const reading = read(listOf(), second, guide, empty);
    expect(reading.sheets.map(({ name, headerRow }) => [name, headerRow])).toEqual([
      ['DS', 1],
      ['Tổ 2', 1],
      ['Hướng dẫn', null],
      ['Sheet3', null],
    ]);
    expect(reading.people.map(({ sheet }) => sheet)).toEqual(['DS', 'Tổ 2']);
    expect(reading.findings).toMatchObject([{ sheet: 'Hướng dẫn', code: 'SHEET_WITHOUT_HEADER' }]);
  });

  it('says why nothing could be read', () => {
    expect(read(grid([['Hướng dẫn']])).problem).toBe('IMPORT_NO_HEADER');
    expect(read(grid([labels])).problem).toBe('IMPORT_EMPTY');
  });
});

describe('one person, one dossier (NĐ 27/2026/NĐ-CP, Điều 16)', () => {
  it('refuses every row of an identity number that stands twice, across sheets', () => {
    const again = { ...listOf({ 'Họ và tên': 'Trần Thị Mẩu' }), name: 'Tổ 2' };
    const reading = read(listOf(), again);
    expect(reading.people.map(({ accepted }) => accepted)).toEqual([false, false]);
    expect(reading.people.map((each) => each.findings.map(({ message }) => message))).toEqual([
      ['Số định danh cá nhân này còn ghi ở trang Tổ 2 dòng 2.'],
      ['Số định danh cá nhân này còn ghi ở trang DS dòng 2.'],
    ]);
    expect(reading.counts).toMatchObject({ people: 2, accepted: 0, errors: 2 });
  });
});

describe('nothing is dropped silently', () => {
  it('keeps the values of columns that the dossier has not, with the column’s label', () => {
    const reading = read(listOf({ 'Số tài khoản': '0101', 'Ghi chú': 'Nghỉ thai sản' }));
    expect(reading.findings).toMatchObject([
      { code: 'COLUMN_UNKNOWN', row: 1, column: 'I', severity: 'warning' },
    ]);
    expect(reading.people[0]?.content.note?.text).toBe('Nghỉ thai sản\nSố tài khoản: 0101');
  });

  it('says nothing of an unknown column that is empty', () => {
    expect(codes(read(listOf({ 'Số tài khoản': null })))).toEqual([]);
  });

  it('keeps the second of two columns with one meaning, and cells without any label', () => {
    const reading = read(
      grid([
        [...labels, 'Ngày sinh'],
        [...person(), '1986', 'lạc'],
      ]),
    );
    expect(reading.findings).toMatchObject([
      { code: 'COLUMN_REPEATED', column: 'I' },
      { code: 'COLUMN_UNKNOWN', column: 'J' },
    ]);
    expect(reading.people[0]?.content.note?.text).toBe('Ngày sinh: 1986\nCột J: lạc');
  });

  it('refuses a row whose note would be too long rather than cut it', () => {
    const reading = read(listOf({ 'Số tài khoản': 'x'.repeat(2100) }));
    expect(reading.people[0]?.accepted).toBe(false);
    expect(codes(reading)).toContain('NOTE_TOO_LONG');
  });
});

describe('names over two columns', () => {
  it('are put together when Họ và tên is merged over both', () => {
    const reading = read(
      grid(
        [
          ['TT', 'Họ và tên', null, 'Giới tính', 'Năm sinh', 'Số CCCD'],
          [1, 'TRẦN THỊ', 'MẪU', 'Nữ', 1985, '087185000001'],
        ],
        [{ top: 0, left: 1, bottom: 0, right: 2 }],
      ),
    );
    expect(reading.people[0]?.content.identity?.fullName).toBe('Trần Thị Mẫu');
    expect(codes(reading)).toEqual([]);
  });

  it('are put together from Họ đệm and Tên', () => {
    const header = ['TT', 'Họ và tên đệm', 'Tên', 'Giới tính', 'Năm sinh', 'Số CCCD'];
    const reading = read(grid([header, [1, 'Trần Thị', 'Mẫu', 'Nữ', 1985, '087185000001']]));
    expect(reading.people[0]?.content.identity?.fullName).toBe('Trần Thị Mẫu');
  });
});
