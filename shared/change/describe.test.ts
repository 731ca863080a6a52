import { describe, expect, it } from 'vitest';
import { describeChange } from './describe.ts';

const before = {
  identity: { fullName: 'Nguyễn Văn Ân', gender: 'male', birthDate: '1975-03' },
  pay: { step: 3, coefficient: 2.34 },
  belief: { religion: '00' },
  languages: { A: { language: 'Tiếng Anh', level: 'B1' } },
};

const rows = (patch: Parameters<typeof describeChange>[1]) =>
  describeChange(before, patch).map(({ label, row, before: old, after }) => [
    label,
    row,
    old,
    after,
  ]);

describe('a change in words', () => {
  it('shows numbers and dates as officials write them', () => {
    expect(rows({ pay: { coefficient: 2.67, step: 4, stepSince: '2026-11-01' } })).toEqual([
      ['Bậc lương', '', '3', '4'],
      ['Hệ số lương', '', '2,34', '2,67'],
      ['Mốc tính nâng lương lần sau', '', '', '01/11/2026'],
    ]);
  });

  it('keeps a partial date partial', () => {
    expect(rows({ identity: { birthDate: '1975' } })).toEqual([
      ['Ngày sinh', '', '03/1975', '1975'],
    ]);
  });

  it('lists every field of a section that is removed whole', () => {
    expect(rows({ pay: null })).toEqual([
      ['Bậc lương', '', '3', ''],
      ['Hệ số lương', '', '2,34', ''],
    ]);
  });

  it('names the row of a repeated section, also when the row goes', () => {
    expect(rows({ languages: { A: { level: 'B2' } } })).toEqual([
      ['Trình độ', 'Tiếng Anh', 'B1', 'B2'],
    ]);
    expect(rows({ languages: { A: null } })).toEqual([
      ['Ngoại ngữ/tiếng dân tộc', 'Tiếng Anh', 'Tiếng Anh', ''],
      ['Trình độ', 'Tiếng Anh', 'B1', ''],
    ]);
  });

  it('lists all leaves of a new dossier in the order of the form', () => {
    const labels = describeChange(undefined, {
      pay: { step: 1 },
      identity: { gender: 'female', fullName: 'Trần Thị Bé' },
    }).map((row) => [row.label, row.before, row.after]);
    expect(labels).toEqual([
      ['Họ và tên khai sinh', '', 'Trần Thị Bé'],
      ['Giới tính', '', 'Nữ'],
      ['Bậc lương', '', '1'],
    ]);
  });

  it('hides nothing: a path unknown to the table is shown under its own name', () => {
    expect(rows({ future: { thing: 'x' } })).toEqual([['future.thing', '', '', 'x']]);
  });

  it('marks the sensitive fields of NĐ 356/2025', () => {
    const [religion] = describeChange(before, { belief: null });
    expect(religion).toMatchObject({ path: 'belief.religion', sensitive: true, after: '' });
  });
});
