/**
 * Rows with a beginning and an end: each runs forward; in the career they neither overlap nor leave a gap. A date known
 * only in part is given the benefit of the doubt: a gap is told of when a whole month is surely missing.
 */
import { dateBounds, formatPartialDate, type PartialDate } from '../calendar/partial-date.ts';
import type { JsonObject } from '../canonical/json.ts';
import { valueAt } from '../change/describe.ts';
import { sections, type Section } from '../dossier/fields.ts';
import { nameOfRow, rowIds } from '../dossier/rows.ts';
import { dateAt } from './reading.ts';
import { remark, type CheckRemark } from './remark.ts';

const withPeriods = sections.filter(
  ({ name, repeated, fields }) =>
    repeated &&
    ['from', 'to'].every((key) => fields.some(({ path }) => path === `${name}.*.${key}`)),
);

/** Career and pay are told without a gap and one at a time; allowances and training may well stand side by side. */
const sequences: readonly string[] = ['career', 'payHistory'];

export function periodChecks(content: JsonObject): readonly CheckRemark[] {
  const told = withPeriods.map((section) => ({ section, periods: periodsOf(section, content) }));
  return [
    ...told.flatMap(({ periods }) => periods.flatMap(reversed)),
    ...told
      .filter(({ section }) => sequences.includes(section.name))
      .flatMap(({ section, periods }) => sequence(section, periods, content)),
  ];
}

interface Period {
  readonly path: string;
  readonly from: PartialDate;
  /** Absent: until now. */
  readonly to: PartialDate | undefined;
}

function periodsOf(section: Section, content: JsonObject): readonly Period[] {
  return rowIds(section, content).flatMap((id) => {
    const path = `${section.name}.${id}`;
    const from = dateAt(content, `${path}.from`);
    if (from === undefined) return [];
    return [{ path, from, to: dateAt(content, `${path}.to`) }];
  });
}

function reversed({ path, from, to }: Period): readonly CheckRemark[] {
  if (to === undefined || dateBounds(to).last >= dateBounds(from).first) return [];
  const details = { from: formatPartialDate(from) };
  return [remark('PERIOD_REVERSED', `${path}.to`, [`${path}.from`], details)];
}

/** The month of a day, counted from year 0. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthText = (month: number) =>
  `${String((month % 12) + 1).padStart(2, '0')}/${String(Math.floor(month / 12))}`;

/** Rows in the order of their beginnings, each held against the one that reaches furthest before it. */
function sequence(
  section: Section,
  periods: readonly Period[],
  content: JsonObject,
): readonly CheckRemark[] {
  const nameOf = ({ path }: Period) => nameOfRow(section, valueAt(content, path));
  const found: CheckRemark[] = [];
  let furthest: Period | undefined;
  for (const period of periods) {
    if (furthest) found.push(...between(furthest, period, nameOf));
    if (!furthest || endOf(period) >= endOf(furthest)) furthest = period;
  }
  return found;
}

const endOf = ({ to }: Period): string => (to === undefined ? '9999-12-31' : dateBounds(to).last);

function between(
  before: Period,
  after: Period,
  nameOf: (period: Period) => string,
): readonly CheckRemark[] {
  const field = `${after.path}.from`;
  const others = [`${before.path}.to`, `${before.path}.from`];
  // Surely later: the last possible day of the beginning lies before the first possible one of the end.
  const earliestEnd = before.to === undefined ? '9999-12-31' : dateBounds(before.to).first;
  if (dateBounds(after.from).last < earliestEnd)
    return [remark('PERIODS_OVERLAP', field, others, { other: nameOf(before) })];
  if (before.to === undefined) return [];
  const missing = {
    first: monthOf(dateBounds(before.to).last) + 1,
    last: monthOf(dateBounds(after.from).first) - 1,
  };
  if (missing.last < missing.first) return [];
  const details = { from: monthText(missing.first), to: monthText(missing.last) };
  return [remark('PERIOD_MISSING', field, others, details)];
}
