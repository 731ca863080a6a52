/** Staff lists of a commune: one sheet for each office, dates as Excel dates; one good, one with faults. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FindingCode } from '../../../shared/import/index.ts';
import { readRawWorkbook } from './raw-workbook.ts';
import { readSample, sampleJson, samplePath } from './sample-workbook.ts';

const offices = ['Thường trực', 'Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Trung tâm PVHCC'];

/** Day 25569 of Excel's calendar is 1 January 1970. */
const isoOfSerial = (serial: string): string =>
  new Date((Number(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);

const optional = (key: string, value: string | undefined) =>
  value === undefined ? {} : { [key]: value };

const religionCodes: Readonly<Record<string, string>> = {
  không: '00',
  'phật giáo': '01',
  'công giáo': '02',
};

describe('the staff lists of a commune', () => {
  it('are accepted whole: 12 people on each of four sheets', async () => {
    const reading = await readSample('ubnd-xa.xlsx');
    expect(reading.sheets.map(({ name }) => name)).toEqual(offices);
    expect(reading.counts).toEqual({
      people: 48,
      accepted: 48,
      refused: 0,
      errors: 0,
      warnings: 0,
    });
  });

  it('say what the cells of the sheets say', async () => {
    const reading = await readSample('ubnd-xa.xlsx');
    const sheets = readRawWorkbook(samplePath('ubnd-xa.xlsx'));
    for (const { sheet, row, content } of reading.people) {
      const cells = sheets.find(({ name }) => name === sheet)!.cells;
      const raw = (column: string) => cells.get(`${column}${row}`)?.text.trim();
      const joinedOn = raw('P') === undefined ? undefined : isoOfSerial(raw('P')!);
      expect(content.identity).toMatchObject({
        fullName: raw('B'),
        gender: raw('C') === 'Nữ' ? 'female' : 'male',
        birthDate: isoOfSerial(raw('D')!),
        identityNumber: raw('E'),
        homeTown: raw('H'),
      });
      expect(content.belief?.religion).toBe(religionCodes[raw('G')!.toLowerCase()]);
      expect(content.pay).toEqual({
        rankCode: raw('J'),
        step: Number(raw('K')),
        coefficient: Number(raw('L')),
        stepSince: isoOfSerial(raw('M')!),
      });
      expect(content.employment).toEqual({
        position: raw('I'),
        firstRecruitedOn: isoOfSerial(raw('N')!),
      });
      expect(content.party).toEqual(
        joinedOn === undefined ? undefined : { member: true, ...optional('joinedOn', joinedOn) },
      );
    }
  });
});

/** The faults of the broken list, as its key names them: sheet, row as Excel shows it, meaning. */
const expectedSchema = z.array(z.tuple([z.string(), z.int(), z.string()]));
const codesOfMeanings: Readonly<Record<string, FindingCode>> = {
  'identity number has 9 digits': 'IDENTITY_NUMBER_OLD',
  'impossible birth date': 'BIRTH_DATE_IMPOSSIBLE',
  'no name': 'NAME_MISSING',
  'coefficient does not fit rank and step': 'COEFFICIENT_DOES_NOT_FIT',
  'unknown rank code': 'RANK_UNKNOWN',
  'gender contradicts the identity number': 'GENDER_CONTRADICTS_IDENTITY_NUMBER',
};

describe('the broken staff lists of a commune', () => {
  it('give exactly the faults put into them, each on its row, and nothing else', async () => {
    const reading = await readSample('ubnd-xa-loi.xlsx');
    const expected = expectedSchema.parse(sampleJson('ubnd-xa-loi.expected.json'));
    expect(reading.findings.map(({ sheet, row, code }) => [sheet, row, code])).toEqual(
      expected.map(([sheet, row, meaning]) => [sheet, row, codesOfMeanings[meaning]]),
    );
  });

  it('refuse exactly the faulty rows and accept the other ones', async () => {
    const reading = await readSample('ubnd-xa-loi.xlsx');
    const expected = expectedSchema.parse(sampleJson('ubnd-xa-loi.expected.json'));
    const faulty = new Set(expected.map(([sheet, row]) => `${sheet} ${row}`));
    expect(reading.counts).toMatchObject({ people: 60, accepted: 37, refused: 23 });
    for (const { sheet, row, accepted } of reading.people) {
      expect(accepted, `${sheet} ${row}`).toBe(!faulty.has(`${sheet} ${row}`));
    }
  });
});
