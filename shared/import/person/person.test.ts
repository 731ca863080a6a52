import { describe, expect, it } from 'vitest';
import {
  grid,
  listOf,
  listWithout,
  soundPerson,
} from '../../../test/integration/import/made-up-list.ts';
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

  it('say the birth year and the place; another one is a warning', () => {
    expect(readCell('Ngày sinh', '12/03/1986')).toMatchObject({
      accepted: true,
      codes: ['BIRTH_YEAR_DIFFERS'],
    });
    expect(readCell('Số CCCD', '003185000001').codes).toEqual(['IDENTITY_PROVINCE_UNKNOWN']);
  });
});

describe('rank, step and coefficient (NĐ 204/2004/NĐ-CP)', () => {
  it.each([
    ['3/9', 3],
    ['3', 3],
    [3, 3],
    ['Bậc 3', 3],
  ])('%j is step %i', (written, step) => {
    const reading = readCell('Bậc lương', written);
    expect(reading.content?.pay?.step).toBe(step);
    expect(reading.codes).toEqual([]);
  });

  it('reads back a step that Excel took for a date, by the number of steps of the rank', () => {
    for (const date of ['2025-09-03', '2025-03-09']) {
      const reading = readCell('Bậc lương', { date });
      expect(reading.content?.pay?.step).toBe(3);
      expect(reading.codes).toEqual(['STEP_READ_FROM_DATE']);
    }
  });

  it('warns when the total of steps is not the rank’s', () => {
    expect(readCell('Bậc lương', '3/8').codes).toEqual(['STEP_TOTAL_DIFFERS']);
  });

  it.each(['3,00', '3.00', '3', 3, 3.0000000001])('coefficient %j is 3', (written) => {
    expect(readCell('Hệ số', written).content?.pay?.coefficient).toBe(3);
  });

  it('refuses a coefficient that does not fit rank and step, and says the right one', () => {
    const reading = readCell('Hệ số', '3,33');
    expect(reading).toMatchObject({ accepted: false, codes: ['COEFFICIENT_DOES_NOT_FIT'] });
    expect(reading.findings[0]?.message).toBe(
      'Hệ số 3,33 không khớp ngạch V.07.03.29 bậc 3; theo bảng lương NĐ 204/2004/NĐ-CP là 3,00.',
    );
    expect(readCell('Bậc lương', '10').codes).toEqual(['STEP_BEYOND_LAST']);
  });

  it('checks the coefficient alone when the list has no steps', () => {
    expect(readCell('Hệ số', '3,33', { 'Bậc lương': null }).codes).toEqual([]);
    expect(readCell('Hệ số', '3,34', { 'Bậc lương': null }).codes).toEqual([
      'COEFFICIENT_DOES_NOT_FIT',
    ]);
  });

  it('lets a rank be paid by the group it moves to (NĐ 232/2026/NĐ-CP, Điều 18)', () => {
    const moved = { 'Mã ngạch': 'V.07.03.28', 'Bậc lương': 1 };
    expect(readCell('Hệ số', 4.4, moved)).toMatchObject({
      accepted: true,
      codes: ['PAID_BY_NEW_GROUP'],
    });
  });

  it.each([
    ['v.07.03.29 ', 'V.07.03.29'],
    ['V07.03.29', 'V.07.03.29'],
    ['V.07.03.29 - Giáo viên tiểu học hạng III', 'V.07.03.29'],
    ['Giáo viên tiểu học hạng III', 'V.07.03.29'],
    ['Giáo viên tiểu học hạng 3', 'V.07.03.29'],
    [1.003, '01.003'],
    ['01.003', '01.003'],
  ])('%j is rank %s', (written, code) => {
    const reading = readCell('Mã ngạch', written);
    expect(reading.content?.pay?.rankCode).toBe(code);
    expect(reading.codes).toEqual([]);
  });

  it('refuses an unknown code, and keeps an unknown name in the note', () => {
    expect(readCell('Mã ngạch', '99.999').codes).toEqual(['RANK_UNKNOWN']);
    const named = readCell('Mã ngạch', 'Giáo viên giỏi');
    expect(named).toMatchObject({ accepted: true, codes: ['VALUE_NOT_IN_CATALOGUE'] });
    expect(named.content?.note?.text).toContain('Giáo viên giỏi');
  });

  it('warns when the name beside the code is another rank’s', () => {
    expect(readCell('Tên ngạch', 'Giáo viên tiểu học hạng III').codes).toEqual([]);
    const other = readCell('Tên ngạch', 'Giáo viên tiểu học hạng II');
    expect(other).toMatchObject({ accepted: true, codes: ['RANK_NAME_DIFFERS'] });
    expect(other.content?.note?.text).toBe('Tên ngạch: Giáo viên tiểu học hạng II');
  });

  it.each([
    ['8%', 8],
    ['8', 8],
    ['VK 8 %', 8],
    [8, 8],
    [0.07, 7],
  ])('beyond the scale %j is %i percent', (written, percent) => {
    const lastStep = { 'Bậc lương': '9/9', 'Hệ số': 4.98 };
    const reading = readCell('VK (%)', written, lastStep);
    expect(reading.content?.pay?.beyondScalePercent).toBe(percent);
    expect(reading.codes).toEqual([]);
  });

  it('warns of a beyond-scale allowance before the last step', () => {
    expect(readCell('VK (%)', '8%').codes).toEqual(['BEYOND_SCALE_BEFORE_LAST_STEP']);
  });
});

describe('training', () => {
  it.each([
    ['Đại học', { highest: 'dai-hoc' }],
    ['ThS', { highest: 'thac-si' }],
    ['CĐSP', { highest: 'cao-dang', major: 'Sư phạm' }],
    ['ĐHSP Toán', { highest: 'dai-hoc', major: 'Sư phạm Toán' }],
    ['Đại học sư phạm', { highest: 'dai-hoc', major: 'Sư phạm' }],
    ['ĐH Kế toán', { highest: 'dai-hoc', major: 'Kế toán' }],
    ['Thạc sĩ - Quản lý giáo dục', { highest: 'thac-si', major: 'Quản lý giáo dục' }],
    ['Đại học (Luật)', { highest: 'dai-hoc', major: 'Luật' }],
    ['Cử nhân cao đẳng', { highest: 'cao-dang' }],
    ['Bác sĩ CKII', { highest: 'chuyen-khoa-2' }],
  ])('%s is level and major', (written, education) => {
    const reading = readCell('Trình độ chuyên môn', written);
    expect(reading.content?.education).toEqual(education);
    expect(reading.codes).toEqual([]);
  });

  it('keeps an unknown word in the note with its column, with a warning', () => {
    const reading = readCell('Trình độ chuyên môn', 'Hệ 10+3');
    expect(reading).toMatchObject({ accepted: true, codes: ['VALUE_NOT_IN_CATALOGUE'] });
    expect(reading.content?.note?.text).toBe('Trình độ chuyên môn: Hệ 10+3');
  });

  it('reads levels of political theory and information technology', () => {
    const reading = read(listOf({ LLCT: 'TC', 'Tin học': 'CNTT cơ bản' }));
    expect(reading.content?.education).toEqual({
      politicalTheory: 'trung-cap',
      informationTechnology: 'co-ban',
    });
  });

  it('reads languages with their levels; a level alone may be any language', () => {
    expect(readCell('Ngoại ngữ', 'Anh B1; Tiếng Pháp A').content?.languages).toEqual({
      'tieng-anh': { language: 'Tiếng Anh', level: 'B1' },
      'tieng-phap': { language: 'Tiếng Pháp', level: 'A' },
    });
    expect(readCell('Tiếng Anh', 'B').content?.languages).toEqual({
      'tieng-anh': { language: 'Tiếng Anh', level: 'B' },
    });
    expect(readCell('Ngoại ngữ', 'B').codes).toEqual(['VALUE_UNREADABLE']);
  });
});

describe('what is sensitive lies in its own section (NĐ 356/2025/NĐ-CP)', () => {
  it('membership of the Party, by a cross or the day of joining', () => {
    expect(readCell('Đảng viên', 'x').content?.party).toEqual({ member: true });
    expect(readCell('Đảng viên', 'Không').content?.party).toEqual({ member: false });
    expect(readCell('Đảng viên', null).content?.party).toBeUndefined();
    expect(readCell('Đảng viên', '03/02/2010').content?.party).toEqual({
      member: true,
      joinedOn: '2010-02-03',
    });
    expect(readCell('Ngày vào Đảng', '02/2010').content?.party).toEqual({
      member: true,
      joinedOn: '2010-02',
    });
  });

  it('religion', () => {
    expect(readCell('Tôn giáo', 'không').content?.belief).toEqual({ religion: '00' });
    expect(readCell('Tôn giáo', 'Thờ ông bà').content).toMatchObject({
      note: { text: 'Tôn giáo: Thờ ông bà' },
    });
  });
});

describe('other cells', () => {
  it('fill their fields', () => {
    const reading = read(
      listOf({
        'Dân tộc': "H'Mông",
        'Quê quán': ' Mỹ An,  Đồng Tháp ',
        'Số điện thoại': 912345678,
        'Số sổ BHXH': 123456789,
        'Ngày cấp CCCD': { date: '2021-05-04' },
        'Đối tượng': 'Viên chức',
        'Mốc tính nâng lương lần sau': '01/05/2024',
        'Nơi sinh': '-',
      }),
    );
    expect(reading.codes).toEqual([]);
    expect(reading.content).toMatchObject({
      identity: {
        ethnicity: '08',
        homeTown: 'Mỹ An, Đồng Tháp',
        socialInsuranceNumber: '0123456789',
        identityIssuedOn: '2021-05-04',
      },
      contact: { phone: '0912345678' },
      employment: { category: 'vien-chuc' },
      pay: { stepSince: '2024-05-01' },
    });
    expect(reading.content?.identity).not.toHaveProperty('birthPlace');
  });

  it.each([
    ['Mốc tính nâng lương lần sau', 'chưa có'],
    ['Số điện thoại', 'không có'],
    ['Thư điện tử', 'abc'],
    ['Ngày cấp CCCD', '05/2021'],
    ['Hệ số', 'bảo lưu'],
    ['Bậc lương', 'ba'],
    ['VK (%)', 'có'],
  ])('%s %j is kept in the note with a warning', (label, written) => {
    const reading = readCell(label, written);
    expect(reading).toMatchObject({ accepted: true, codes: ['VALUE_UNREADABLE'] });
    expect(reading.content?.note?.text).toBe(`${label}: ${written}`);
  });

  it('too long for the dossier refuse the row', () => {
    const reading = readCell('Quê quán', 'x'.repeat(301));
    expect(reading).toMatchObject({ accepted: false, codes: ['VALUE_INVALID'] });
    expect(reading.findings[0]).toMatchObject({ field: 'identity.homeTown', column: 'I' });
  });

  it('leave a person who is sound otherwise sound', () => {
    expect(read(grid([Object.keys(soundPerson), Object.values(soundPerson)])).accepted).toBe(true);
  });
});
