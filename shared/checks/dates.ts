/**
 * Days of a life in their order. Partial dates are held against each other only where they cannot mean otherwise: 2012
 * and 2012-08 are in order whichever comes first.
 */
import { dateBounds, formatPartialDate, type CivilDate } from '../calendar/partial-date.ts';
import type { JsonObject } from '../canonical/json.ts';
import { valueAt } from '../change/describe.ts';
import { labelOfField } from '../dossier/fields.ts';
import type { CheckCode } from './check-words.ts';
import { dateAt } from './reading.ts';
import { remark, type CheckRemark } from './remark.ts';

type Rule = readonly [earlier: string, later: string, code: CheckCode];

const never = 'DATES_OUT_OF_ORDER';
const unusual = 'DATES_UNUSUAL';
const birth = 'identity.birthDate';

/** Birth, recruitment, appointment and so on: the first cannot lie after the second. */
const rules: readonly Rule[] = [
  [birth, 'identity.identityIssuedOn', never],
  [birth, 'employment.firstRecruitedOn', never],
  [birth, 'employment.joinedUnitOn', never],
  [birth, 'party.joinedOn', never],
  [birth, 'organisations.firstJoinedOn', never],
  [birth, 'military.enlistedOn', never],
  ['employment.firstRecruitedOn', 'employment.joinedUnitOn', never],
  ['employment.firstRecruitedOn', 'employment.positionSince', unusual],
  ['employment.firstRecruitedOn', 'pay.rankSince', unusual],
  ['employment.positionSince', 'employment.reappointedOn', never],
  ['pay.rankSince', 'pay.stepSince', unusual],
  ['party.joinedOn', 'party.officialOn', never],
  ['military.enlistedOn', 'military.dischargedOn', never],
  ['organisations.firstJoinedOn', 'party.joinedOn', unusual],
];

/** Years of age from which on something is usual. */
const ages: readonly (readonly [path: string, age: number])[] = [
  ['employment.firstRecruitedOn', 18],
  ['party.joinedOn', 18],
];

/** What has happened cannot lie ahead. */
const past = [
  'identity.identityIssuedOn',
  'employment.firstRecruitedOn',
  'employment.joinedUnitOn',
  'party.joinedOn',
  'party.officialOn',
  'military.enlistedOn',
] as const;

export function dateChecks(content: JsonObject, today: CivilDate | null): readonly CheckRemark[] {
  return [
    ...rules.flatMap((rule) => orderCheck(content, rule)),
    ...ages.flatMap(([path, age]) => ageCheck(content, path, age)),
    ...past.flatMap((path) => futureCheck(content, path, today)),
    ...partyChecks(content),
  ];
}

function orderCheck(content: JsonObject, [earlier, later, code]: Rule): readonly CheckRemark[] {
  const first = dateAt(content, earlier);
  const second = dateAt(content, later);
  if (first === undefined || second === undefined) return [];
  if (dateBounds(first).first <= dateBounds(second).last) return [];
  const details = {
    earlier: labelOfField(earlier),
    later: labelOfField(later),
    date: formatPartialDate(first),
  };
  return [remark(code, later, [earlier], details)];
}

/** The same day so many years later. */
const yearsAfter = (day: CivilDate, years: number): CivilDate =>
  String(Number(day.slice(0, 4)) + years).padStart(4, '0') + day.slice(4);

function ageCheck(content: JsonObject, path: string, age: number): readonly CheckRemark[] {
  const born = dateAt(content, birth);
  const day = dateAt(content, path);
  if (born === undefined || day === undefined) return [];
  const { last } = dateBounds(day);
  const { first } = dateBounds(born);
  // Before birth is another rule's matter.
  if (last < first || last >= yearsAfter(first, age)) return [];
  return [remark('TOO_YOUNG', path, [birth], { label: labelOfField(path), age })];
}

function futureCheck(
  content: JsonObject,
  path: string,
  today: CivilDate | null,
): readonly CheckRemark[] {
  const day = dateAt(content, path);
  if (day === undefined || today === null || dateBounds(day).first <= today) return [];
  const details = { label: labelOfField(path), today: formatPartialDate(today) };
  return [remark('DATE_IN_FUTURE', path, [], details)];
}

/** A probationary member becomes official after 12 months (Điều lệ Đảng, Điều 5). */
function partyChecks(content: JsonObject): readonly CheckRemark[] {
  const joined = dateAt(content, 'party.joinedOn');
  const official = dateAt(content, 'party.officialOn');
  const found: CheckRemark[] = [];
  if (joined !== undefined && valueAt(content, 'party.member') === false)
    found.push(remark('PARTY_DATES_WITHOUT_MEMBER', 'party.member', ['party.joinedOn']));
  if (joined === undefined || official === undefined) return found;
  const [from, to] = [dateBounds(joined).first, dateBounds(official).last];
  if (to >= from && to < yearsAfter(from, 1))
    found.push(remark('PARTY_OFFICIAL_EARLY', 'party.officialOn', ['party.joinedOn']));
  return found;
}
