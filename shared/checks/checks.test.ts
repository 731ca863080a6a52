import { describe, expect, it } from 'vitest';
import { fullPerson } from '../../test/helpers/full-person.ts';
import { samplePerson } from '../../test/helpers/sample-changes.ts';
import type { JsonObject } from '../canonical/json.ts';
import { applyMergePatch } from '../change/merge-patch.ts';
import { checkWords, type CheckCode } from './check-words.ts';
import { checkContent, englishOfCheck, isBlocking, sourceOfCheck, wordsOfCheck } from './index.ts';

const today = '2026-11-28';
/** A woman, born in March 1985. */
const found = (patch: JsonObject, on: string | null = today) =>
  checkContent(applyMergePatch(samplePerson, patch) as JsonObject, on).map(
    ({ code, field }) => `${code} ${field}`,
  );

const career = (...rows: readonly (readonly [string, string?])[]) => ({
  career: Object.fromEntries(
    rows.map(([from, to], at) => [`r${String(at)}`, { from, ...(to ? { to } : {}), unit: 'X' }]),
  ),
});

describe('the checks of a dossier', () => {
  it('have nothing to say of a person of whom only the necessary is known', () => {
    expect(found({})).toEqual([]);
  });

  it('find nothing in the whole sample that would keep it from being submitted', () => {
    expect(checkContent(fullPerson, '2045-01-01').filter(isBlocking)).toEqual([]);
  });

  it.each<readonly [rule: string, patch: JsonObject, expected: readonly string[]]>([
    [
      'Luật Căn cước 2023, Điều 12: the fourth digit is that of the sex',
      { identity: { gender: 'male' } },
      ['GENDER_CONTRADICTS_IDENTITY_NUMBER identity.gender'],
    ],
    [
      'Luật Căn cước 2023, Điều 12: digits five and six are the year of birth',
      { identity: { birthDate: '1986' } },
      ['BIRTH_YEAR_DIFFERS identity.birthDate'],
    ],
    [
      'the century is in the fourth digit, too',
      { identity: { birthDate: '1885-03' } },
      ['BIRTH_YEAR_DIFFERS identity.birthDate'],
    ],
    [
      'NĐ 137/2015, Điều 13: 003 was never a province',
      { identity: { identityNumber: '003185000001' } },
      ['IDENTITY_PROVINCE_UNKNOWN identity.identityNumber'],
    ],
    [
      'nobody is born after today',
      { identity: { birthDate: '2026-12', identityNumber: '087326000001' } },
      ['BIRTH_DATE_IN_FUTURE identity.birthDate'],
    ],
    [
      'a code is one of its list',
      { origin: { familyOrigin: 'quy-toc' } },
      ['CODE_UNKNOWN origin.familyOrigin'],
    ],
    [
      'NĐ 204/2004, Bảng 2: A1 step 4 is 3.33',
      { pay: { rankCode: '01.003', step: 4, coefficient: 3.34 } },
      ['COEFFICIENT_DOES_NOT_FIT pay.coefficient'],
    ],
    ['A1 step 4 is 3.33', { pay: { rankCode: '01.003', step: 4, coefficient: 3.33 } }, []],
    ['A1 has nine steps', { pay: { rankCode: '01.003', step: 10 } }, ['STEP_BEYOND_LAST pay.step']],
    [
      'NĐ 232/2026, Điều 18: A2.2 is paid as A2.1',
      { pay: { rankCode: 'V.07.03.28', step: 1, coefficient: 4.4 } },
      ['PAID_BY_NEW_GROUP pay.coefficient'],
    ],
    [
      'beyond scale comes after the last step',
      { pay: { rankCode: '01.003', step: 4, beyondScalePercent: 5 } },
      ['BEYOND_SCALE_BEFORE_LAST_STEP pay.beyondScalePercent'],
    ],
    [
      'nobody is recruited before birth',
      { employment: { firstRecruitedOn: '1984' } },
      ['DATES_OUT_OF_ORDER employment.firstRecruitedOn'],
    ],
    [
      'recruited at 16: please look',
      { employment: { firstRecruitedOn: '2001-05' } },
      ['TOO_YOUNG employment.firstRecruitedOn'],
    ],
    [
      'the present office is not older than the first recruitment',
      { employment: { firstRecruitedOn: '2010-05', joinedUnitOn: '2009' } },
      ['DATES_OUT_OF_ORDER employment.joinedUnitOn'],
    ],
    [
      'a year and a month of it are in order',
      { employment: { firstRecruitedOn: '2010-05', joinedUnitOn: '2010' } },
      [],
    ],
    [
      'Điều lệ Đảng, Điều 5: twelve months as a probationary member',
      { party: { member: true, joinedOn: '2010-05-19', officialOn: '2011-05-18' } },
      ['PARTY_OFFICIAL_EARLY party.officialOn'],
    ],
    [
      'twelve months to the day',
      { party: { member: true, joinedOn: '2010-05-19', officialOn: '2011-05-19' } },
      [],
    ],
    [
      'official before joining',
      { party: { member: true, joinedOn: '2010-05-19', officialOn: '2009' } },
      ['DATES_OUT_OF_ORDER party.officialOn'],
    ],
    [
      'Điều lệ Đảng, Điều 1: eighteen years of age',
      { party: { member: true, joinedOn: '2003-03-30' } },
      [],
    ],
    [
      'dates of the Party without membership',
      { party: { member: false, joinedOn: '2010' } },
      ['PARTY_DATES_WITHOUT_MEMBER party.member'],
    ],
    [
      'what has happened does not lie ahead',
      { party: { member: true, joinedOn: '2026-11-29' } },
      ['DATE_IN_FUTURE party.joinedOn'],
    ],
    ['a period runs forward', career(['2010-05', '2009']), ['PERIOD_REVERSED career.r0.to']],
    ['a period within one month', career(['2010-05', '2010-05-02']), []],
    [
      'mục 33: two posts at once',
      career(['2008-09', '2012-07'], ['2012-05', '2015']),
      ['PERIODS_OVERLAP career.r1.from'],
    ],
    [
      'one ends and the next begins in the same month',
      career(['2008-09', '2012-07'], ['2012-07']),
      [],
    ],
    [
      'one ends and the next begins in the next month',
      career(['2008-09', '2012-07'], ['2012-08']),
      [],
    ],
    [
      'mục 33: a month of which nothing is said',
      career(['2008-09', '2012-07'], ['2012-09']),
      ['PERIOD_MISSING career.r1.from'],
    ],
    ['a year may reach to its end', career(['2008', '2012'], ['2013']), []],
    [
      'a post that has not ended, and another one after it',
      career(['2008-09'], ['2013']),
      ['PERIODS_OVERLAP career.r1.from'],
    ],
    [
      'a long post around a short one: the gap is counted from the long one',
      career(['2008', '2020'], ['2010', '2011'], ['2021']),
      ['PERIODS_OVERLAP career.r1.from'],
    ],
  ])('%s', (_, patch, expected) => {
    expect(found(patch)).toEqual(expected);
  });

  it('hold nothing against today where no day is given', () => {
    expect(found({ party: { member: true, joinedOn: '2030' } }, null)).toEqual([]);
  });

  it('name the months of a gap', () => {
    const [gap] = checkContent(career(['2008-09', '2011-12'], ['2012-03']), today);
    expect(gap && wordsOfCheck(gap)).toBe('Thiếu quá trình từ 01/2012 đến 02/2012.');
  });

  it('have words in both languages, a source, and no placeholder left open', () => {
    for (const code of Object.keys(checkWords) as CheckCode[]) {
      expect(sourceOfCheck(code)).toMatch(/\p{L}/u);
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const { vi, en } = checkWords[code];
      expect(names(vi), code).toEqual(expect.arrayContaining(names(en)));
    }
    for (const remark of checkContent(
      applyMergePatch(fullPerson, {
        pay: { coefficient: 1, step: 40 },
        identity: { gender: 'male' },
      }) as JsonObject,
      '1990-01-01',
    )) {
      expect(wordsOfCheck(remark)).not.toMatch(/[{}]/);
      expect(englishOfCheck(remark)).not.toMatch(/[{}]/);
    }
  });
});
