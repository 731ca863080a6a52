import { describe, expect, it } from 'vitest';
import { grid, listOf, listWithout } from '../../../test/integration/import/made-up-list.ts';
import { readStaffList, type CellValue, type SheetGrid } from '../index.ts';

const read = (list: SheetGrid) => {
  const { people, findings } = readStaffList([list], { today: '2026-11-22' });
  return {
    content: people[0]?.content,
    accepted: people[0]?.accepted,
    codes: findings.map(({ code }) => code),
    findings,
  };
};
const readCell = (
  label: string,
  value: CellValue,
  over: Readonly<Record<string, CellValue>> = {},
) => read(listOf({ ...over, [label]: value }));

describe('names', () => {
  it.each([
    [' TRẦN  THỊ\u00a0MẪU ', 'Trần Thị Mẫu'],
    ['trần thị mẫu', 'Trần Thị Mẫu'],
    ['Trần Thị Mẫu'.normalize('NFD'), 'Trần Thị Mẫu'],
    ["H'HEN NIÊ", "H'Hen Niê"],
  ])('%j is %s', (written, name) => {
    expect(readCell('Họ và tên', written).content?.identity?.fullName).toBe(name);
  });

  it('are required, and made of letters', () => {
    expect(readCell('Họ và tên', '  ')).toMatchObject({ accepted: false, codes: ['NAME_MISSING'] });
    expect(readCell('Họ và tên', 12)).toMatchObject({
      accepted: false,
      codes: ['NAME_NOT_A_NAME'],
    });
    expect(readCell('Họ và tên', '#N/A').codes).toEqual(['CELL_ERROR', 'NAME_MISSING']);
  });
});

describe('birth dates', () => {
  it.each([
    ['12/03/1985', '1985-03-12'],
    ['12-3-1985', '1985-03-12'],
    ['12.3.85', '1985-03-12'],
    ['1985-03-12', '1985-03-12'],
    ['1985/3/12', '1985-03-12'],
    ['12/03/1985 00:00:00', '1985-03-12'],
    ['ngày 12 tháng 3 năm 1985', '1985-03-12'],
    ['tháng 3 năm 1985', '1985-03'],
    ['03/1985', '1985-03'],
    ['1985', '1985'],
    [' 1985 ', '1985'],
    [1985, '1985'],
    [3.1985, '1985-03'],
    [12031985, '1985-03-12'],
    [31118, '1985-03-12'],
    [{ date: '1985-03-12' }, '1985-03-12'],
    [{ date: '1985-03' }, '1985-03'],
  ] as const)('%j is %s, as exact as it was written', (written, date) => {
    const reading = readCell('Ngày sinh', written);
    expect(reading.content?.identity?.birthDate).toBe(date);
    expect(reading.codes).toEqual([]);
  });

  it.each(['31/02/1985', '12/13/1985', '29/02/1985', 'không rõ', '1785', 45])(
    '%j is no date and refuses the row',
    (written) => {
      const reading = readCell('Ngày sinh', written);
      expect(reading).toMatchObject({ accepted: false, codes: ['BIRTH_DATE_IMPOSSIBLE'] });
      expect(reading.findings[0]).toMatchObject({
        row: 2,
        column: 'D',
        field: 'identity.birthDate',
      });
    },
  );

  it('of October 1980 typed as 10.1980 have lost a zero in a cell of numbers', () => {
    expect(readCell('Ngày sinh', 10.198).content?.identity?.birthDate).toBe('1980-10');
  });

  it('lie before today', () => {
    expect(readCell('Ngày sinh', '12/03/2085').codes).toContain('BIRTH_DATE_IN_FUTURE');
  });

  it('stand in columns of their own for day, month and year', () => {
    const rows = (day: CellValue, month: CellValue, year: CellValue) =>
      grid(
        [
          ['TT', 'Họ và tên', 'Ngày sinh', null, null, 'Giới tính', 'Số CCCD'],
          [null, null, 'Ngày', 'Tháng', 'Năm', null, null],
          [1, 'Trần Thị Mẫu', day, month, year, 'Nữ', '087185000001'],
        ],
        [{ top: 0, left: 2, bottom: 0, right: 4 }],
      );
    expect(read(rows(12, 3, 1985)).content?.identity?.birthDate).toBe('1985-03-12');
    expect(read(rows(null, null, 1985)).content?.identity?.birthDate).toBe('1985');
    expect(read(rows(31, 2, 1985)).codes).toEqual(['BIRTH_DATE_IMPOSSIBLE']);
  });
});

describe('the sex', () => {
  const twoColumns = (male: CellValue, female: CellValue) =>
    grid(
      [
        ['TT', 'Họ và tên', 'Năm sinh', null, 'Số CCCD'],
        [null, null, 'Nam', 'Nữ', null],
        [1, 'Trần Thị Mẫu', male, female, '087185000001'],
      ],
      [{ top: 0, left: 2, bottom: 0, right: 3 }],
    );

  it('is that of the column in which the birth date stands', () => {
    const reading = read(twoColumns(null, '1985'));
    expect(reading.content?.identity).toMatchObject({ gender: 'female', birthDate: '1985' });
    expect(reading.codes).toEqual([]);
  });

  it('is refused when both columns are filled', () => {
    expect(read(twoColumns('1985', '1985')).codes).toEqual(['GENDER_AMBIGUOUS']);
  });

  it('is refused when the identity number says the other one', () => {
    const reading = read(twoColumns('1985', null));
    expect(reading.codes).toEqual(['GENDER_CONTRADICTS_IDENTITY_NUMBER']);
    expect(reading.findings[0]?.column).toBe('C');
  });

  it.each([
    ['nữ', 'female'],
    ['NỮ', 'female'],
    ['Nu', 'female'],
  ])('%s is %s', (written, gender) => {
    expect(readCell('Giới tính', written).content?.identity?.gender).toBe(gender);
  });

  it('is not guessed from another word', () => {
    expect(readCell('Giới tính', 'khác').codes).toEqual(['GENDER_UNKNOWN']);
  });

  it('is taken from the identity number, with a warning, when the list does not say it', () => {
    const reading = read(listWithout('Giới tính'));
    expect(reading).toMatchObject({ accepted: true, codes: ['GENDER_FROM_IDENTITY_NUMBER'] });
    expect(reading.content?.identity?.gender).toBe('female');
  });

  it('may be a cross in the column Nữ, empty for men', () => {
    const marked = (mark: CellValue, number: string) =>
      read(
        grid([
          ['TT', 'Họ và tên', 'Nữ', 'Năm sinh', 'Số CCCD'],
          [1, 'Trần Mẫu', mark, 1985, number],
        ]),
      ).content?.identity?.gender;
    expect(marked('x', '087185000001')).toBe('female');
    expect(marked(null, '087085000001')).toBe('male');
  });
});

describe('identity numbers (Luật Căn cước 2023, Điều 12)', () => {
  const numberOf = (value: CellValue) =>
    readCell('Số CCCD', value).content?.identity?.identityNumber;

  it.each(['087185000001', '087 185 000 001', '087.185.000.001', "'087185000001"])(
    '%s is read as 12 digits',
    (written) => expect(numberOf(written)).toBe('087185000001'),
  );

  it('get back the zeros that a cell of numbers lost, and this is told', () => {
    const reading = readCell('Số CCCD', 87185000001);
    expect(reading).toMatchObject({ accepted: true, codes: ['IDENTITY_NUMBER_PADDED'] });
    expect(reading.content?.identity?.identityNumber).toBe('087185000001');
    expect(numberOf(1185000001)).toBe('001185000001');
    expect(numberOf('87185000001')).toBe('087185000001');
  });

  it('are not padded when a digit was left out elsewhere', () => {
    expect(readCell('Số CCCD', '08718500001').codes).toEqual(['IDENTITY_NUMBER_NOT_12_DIGITS']);
  });

  it('of 9 digits are old ones and refused', () => {
    expect(readCell('Số CCCD', '331234567').codes).toEqual(['IDENTITY_NUMBER_OLD']);
    expect(readCell('Số CCCD', 331234567).codes).toEqual(['IDENTITY_NUMBER_OLD']);
  });

  it.each(['0871850000012', '08718500000', 'chưa cấp'])('%s is refused', (written) => {
    expect(readCell('Số CCCD', written).codes).toEqual(['IDENTITY_NUMBER_NOT_12_DIGITS']);
  });

  it('are required', () => {
    expect(readCell('Số CCCD', null).codes).toEqual(['IDENTITY_NUMBER_MISSING']);
  });

  it('say the birth year, another one is an error, and the place, another one is a warning', () => {
    expect(readCell('Ngày sinh', '12/03/1986')).toMatchObject({
      accepted: false,
      codes: ['BIRTH_YEAR_DIFFERS'],
    });
    expect(readCell('Số CCCD', '003185000001').codes).toEqual(['IDENTITY_PROVINCE_UNKNOWN']);
  });
});
