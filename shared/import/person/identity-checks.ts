/** What a row must say of who the person is; whether it agrees is for shared/checks. */
import { genders } from '../../dossier/content.ts';
import type { Remark } from '../findings.ts';
import { identityNumberFacts } from '../../dossier/identity-number.ts';
import type { RowReading } from './row-reading.ts';

/** Checks of one row, each giving the remarks it has. A field that already has an error gets no second one. */
export function identityRemarks(row: RowReading): readonly Remark[] {
  return [...missingRemarks(row), ...genderRemarks(row)];
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
  return [];
}
