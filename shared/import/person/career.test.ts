import { describe, expect, it } from 'vitest';
import { grid, listOf, soundPerson } from '../../../test/integration/import/made-up-list.ts';
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

  it('reads back a step that Excel took for a date, whichever way Excel wrote it', () => {
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
    const twoColumns = read(listOf({ 'Ngoại ngữ': 'Anh B', 'Tiếng dân tộc': 'Tiếng Tày' }));
    expect(Object.keys(twoColumns.content?.languages ?? {})).toEqual(['tieng-anh', 'tieng-tay']);
    expect(twoColumns.codes).toEqual([]);
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
