/**
 * The staff list of a primary school as its office keeps it: two-row merged header, birth dates in the column
 * of the sex, identity numbers partly stored as numbers, commas in coefficients. Every value is checked
 * against the XML of the sheet, read without exceljs and without shared/import.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffListReading } from '../../../shared/import/index.ts';
import { readRawWorkbook, type RawSheet } from './raw-workbook.ts';
import { readSample, samplePath } from './sample-workbook.ts';

const file = 'truong-tieu-hoc.xlsx';
const firstRow = 9;
const lastRow = 46;

let reading: StaffListReading;
let sheet: RawSheet;

beforeAll(async () => {
  reading = await readSample(file);
  sheet = readRawWorkbook(samplePath(file))[0]!;
});

const raw = (column: string, row: number): string =>
  sheet.cells.get(`${column}${row}`)?.text.trim() ?? '';
const personAt = (row: number) => reading.people.find((person) => person.row === row)?.content;

/** `03/11/1991`, `09/1982`, `1985` by position, written apart from the product's reader. */
const isoOf = (shown: string): string => shown.split('/').reverse().join('-');

const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, place) => firstRow + place);

/** QĐ 121-TCTK/PPCĐ 1979, the groups in this list. */
const ethnicityCodes: Readonly<Record<string, string>> = {
  Kinh: '01',
  Tày: '02',
  Hoa: '04',
  Khmer: '05',
  Nùng: '07',
  Hmông: '08',
  Dao: '09',
  Giáy: '25',
};
const educationCodes: Readonly<Record<string, readonly [string, string | undefined]>> = {
  ThS: ['thac-si', undefined],
  'Đại học': ['dai-hoc', undefined],
  'Đại học sư phạm': ['dai-hoc', 'Sư phạm'],
  CĐSP: ['cao-dang', 'Sư phạm'],
};
const theoryCodes: Readonly<Record<string, string | undefined>> = {
  SC: 'so-cap',
  TC: 'trung-cap',
  'Trung cấp': 'trung-cap',
};
const computerCodes: Readonly<Record<string, string | undefined>> = {
  A: 'chung-chi-a',
  B: 'chung-chi-b',
  'CNTT cơ bản': 'co-ban',
};

describe('the staff list of a primary school', () => {
  it('gives 38 people of 38, none with an error', () => {
    expect(sheet.name).toBe('DS VC');
    expect(raw('B', lastRow + 1)).toBe('Tổng cộng: 38 người');
    expect(reading.counts).toMatchObject({ people: 38, accepted: 38, refused: 0, errors: 0 });
    expect(reading.people.map(({ row }) => row)).toEqual(rows);
    expect(reading.sheets).toMatchObject([{ name: 'DS VC', headerRow: 8 }]);
    expect(reading.sheets[0]?.columns.filter(({ meaning }) => meaning === null)).toEqual([]);
  });

  it('warns of the identity numbers that were stored as numbers, and of nothing else', () => {
    const stored = rows.filter((row) => sheet.cells.get(`E${row}`)?.isString === false);
    expect(stored).toEqual([12, 14, 18, 20, 29, 35]);
    expect(reading.findings.map(({ row, column, code }) => [row, column, code])).toEqual(
      stored.map((row) => [row, 'E', 'IDENTITY_NUMBER_PADDED']),
    );
  });

  it.each(rows)('row %i: name, sex, birth date, identity number and ethnic group', (row) => {
    const identity = personAt(row)?.identity;
    const [male, female] = [raw('C', row), raw('D', row)];
    expect(identity).toEqual({
      fullName: raw('B', row),
      gender: male === '' ? 'female' : 'male',
      birthDate: isoOf(male === '' ? female : male),
      identityNumber: raw('E', row).padStart(12, '0'),
      ethnicity: ethnicityCodes[raw('F', row)],
    });
    expect(male === '' || female === '').toBe(true);
  });

  it.each(rows)('row %i: position, rank, step, coefficient, beyond-scale and since when', (row) => {
    const beyond = raw('L', row);
    expect(personAt(row)?.employment).toEqual({ position: raw('G', row) });
    expect(personAt(row)?.pay).toEqual({
      rankCode: raw('H', row),
      step: Number(raw('J', row).split('/')[0]),
      coefficient: Number(raw('K', row).replace(',', '.')),
      stepSince: isoOf(raw('M', row)),
      ...(beyond === '' ? {} : { beyondScalePercent: Number.parseInt(beyond, 10) }),
    });
  });

  it.each(rows)('row %i: training and membership of the Party', (row) => {
    const [highest, major] = educationCodes[raw('N', row)]!;
    const { education, party, note } = personAt(row)!;
    expect(education).toEqual({
      highest,
      ...(major === undefined ? {} : { major }),
      ...optional('politicalTheory', theoryCodes[raw('O', row)]),
      ...optional('informationTechnology', computerCodes[raw('P', row)]),
    });
    expect(party?.member).toBe(raw('Q', row) === 'x' ? true : undefined);
    expect(note).toBeUndefined();
  });

  it('agrees with rows copied by hand', () => {
    expect(personAt(9)).toEqual({
      identity: {
        fullName: 'Phan Thị Hồng Lan',
        gender: 'female',
        birthDate: '1991-11-03',
        identityNumber: '087191717718',
        ethnicity: '01',
      },
      employment: { position: 'Hiệu trưởng' },
      pay: { rankCode: 'V.07.03.29', step: 3, coefficient: 3, stepSince: '2024-05-01' },
      education: {
        highest: 'dai-hoc',
        politicalTheory: 'trung-cap',
        informationTechnology: 'co-ban',
      },
      party: { member: true },
    });
    expect(personAt(10)?.pay).toMatchObject({ step: 9, coefficient: 4.98, beyondScalePercent: 8 });
    expect(personAt(11)?.identity?.birthDate).toBe('1985');
    expect(personAt(12)?.identity?.identityNumber).toBe('087191542092');
    expect(personAt(13)).toMatchObject({
      pay: { rankCode: 'V.07.03.28', step: 8, coefficient: 6.38 },
      education: { highest: 'cao-dang', major: 'Sư phạm' },
    });
    expect(personAt(26)?.identity).toMatchObject({ gender: 'male', birthDate: '2000-11-20' });
    expect(personAt(38)?.identity?.birthDate).toBe('1982-09');
  });
});

const optional = (key: string, value: string | undefined) =>
  value === undefined ? {} : { [key]: value };
