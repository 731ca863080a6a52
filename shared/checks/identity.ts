/** Sex and birth year against the identity number (Luật Căn cước 2023, Điều 12; NĐ 137/2015/NĐ-CP, Điều 13). */
import { dateBounds, formatPartialDate, type CivilDate } from '../calendar/partial-date.ts';
import type { JsonObject } from '../canonical/json.ts';
import { genders } from '../dossier/content.ts';
import { identityNumberFacts } from '../dossier/identity-number.ts';
import { dateAt, textAt } from './reading.ts';
import { remark, type CheckRemark } from './remark.ts';

const number = 'identity.identityNumber';
const gender = 'identity.gender';
const birthDate = 'identity.birthDate';

/** @param today null where no day is known to hold it against */
export function identityChecks(
  content: JsonObject,
  today: CivilDate | null,
): readonly CheckRemark[] {
  return [...futureBirth(content, today), ...againstNumber(content)];
}

function futureBirth(content: JsonObject, today: CivilDate | null): readonly CheckRemark[] {
  const born = dateAt(content, birthDate);
  if (born === undefined || today === null || dateBounds(born).first <= today) return [];
  return [remark('BIRTH_DATE_IN_FUTURE', birthDate, [], { today: formatPartialDate(today) })];
}

function againstNumber(content: JsonObject): readonly CheckRemark[] {
  const facts = identityNumberFacts(textAt(content, number) ?? '');
  if (!facts) return [];
  const found: CheckRemark[] = [];
  if (!facts.placeKnown) found.push(remark('IDENTITY_PROVINCE_UNKNOWN', number));
  const said = textAt(content, gender);
  if ((said === 'male' || said === 'female') && said !== facts.gender) {
    const details = { gender: genders[said], digit: facts.digit };
    found.push(remark('GENDER_CONTRADICTS_IDENTITY_NUMBER', gender, [number], details));
  }
  const born = dateAt(content, birthDate);
  if (born !== undefined && !born.startsWith(String(facts.birthYear))) {
    found.push(remark('BIRTH_YEAR_DIFFERS', birthDate, [number], { year: facts.birthYear }));
  }
  return found;
}
