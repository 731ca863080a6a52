/** What the parts of a row must say together: sex and birth year with the identity number. */
import { dateBounds, formatPartialDate, type CivilDate } from '../../calendar/partial-date.ts';
import { genders } from '../../dossier/content.ts';
import type { Remark } from '../findings.ts';
import { identityNumberFacts } from '../identity-number.ts';
import type { RowReading } from './row-reading.ts';

/** Checks of one row, each giving the remarks it has. A field that already has an error gets no second one. */
export function identityRemarks(row: RowReading, today: CivilDate | null): readonly Remark[] {
  return [
    ...missingRemarks(row),
    ...futureRemarks(row, today),
    ...genderRemarks(row),
    ...numberRemarks(row),
  ];
}

const hasRemark = (row: RowReading, field: string): boolean =>
  row.remarks.some((remark) => remark.field === field);

function missingRemarks(row: RowReading): readonly Remark[] {
  const { fullName, birthDate, identityNumber } = row.draft.identity ?? {};
  const wanted = [
    ['identity.fullName', 'NAME_MISSING', fullName],
    ['identity.birthDate', 'BIRTH_DATE_MISSING', birthDate],
    ['identity.identityNumber', 'IDENTITY_NUMBER_MISSING', identityNumber],
  ] as const;
  return wanted
    .filter(([field, , value]) => value === undefined && !hasRemark(row, field))
    .map(([field, code]) => ({ code, field }));
}

function futureRemarks(row: RowReading, today: CivilDate | null): readonly Remark[] {
  const birthDate = row.draft.identity?.birthDate;
  if (today === null || birthDate === undefined || dateBounds(birthDate).first <= today) return [];
  const details = { today: formatPartialDate(today) };
  return [{ code: 'BIRTH_DATE_IN_FUTURE', field: 'identity.birthDate', details }];
}

function genderRemarks(row: RowReading): readonly Remark[] {
  const field = 'identity.gender';
  const said = row.genders[0];
  if (row.genders.length > 1) return [{ code: 'GENDER_AMBIGUOUS', field }];
  const facts = identityNumberFacts(row.draft.identity?.identityNumber ?? '');
  if (said === undefined) {
    if (hasRemark(row, field)) return [];
    if (!facts) return [{ code: 'GENDER_MISSING', field }];
    const details = { gender: genders[facts.gender] };
    return [{ code: 'GENDER_FROM_IDENTITY_NUMBER', field, details }];
  }
  if (!facts || facts.gender === said) return [];
  const details = { gender: genders[said], digit: facts.digit };
  return [{ code: 'GENDER_CONTRADICTS_IDENTITY_NUMBER', field, details }];
}

/**
 * The birth year is a warning, not an error: papers of one person often name two years, and which of them
 * holds is for the unit to settle with the person's birth certificate.
 */
function numberRemarks(row: RowReading): readonly Remark[] {
  const facts = identityNumberFacts(row.draft.identity?.identityNumber ?? '');
  if (!facts) return [];
  const remarks: Remark[] = [];
  if (!facts.placeKnown) {
    remarks.push({ code: 'IDENTITY_PROVINCE_UNKNOWN', field: 'identity.identityNumber' });
  }
  const birthDate = row.draft.identity?.birthDate;
  if (birthDate !== undefined && !birthDate.startsWith(String(facts.birthYear))) {
    const details = { year: facts.birthYear };
    remarks.push({ code: 'BIRTH_YEAR_DIFFERS', field: 'identity.birthDate', details });
  }
  return remarks;
}
