/** The rows of a table of the form: in which order people read them, and what one is called. */
import { isJsonObject, type JsonObject, type JsonValue } from '../canonical/json.ts';
import { comparePartialDates, isPartialDate } from '../calendar/partial-date.ts';
import { displayValue } from './display.ts';
import { fieldAt, type Section } from './fields.ts';

const rowsIn = (section: Section, content: JsonObject): JsonObject => {
  const rows = content[section.name];
  return isJsonObject(rows) ? rows : {};
};

/** Dates by their first possible day, numbers by size; what has neither comes last. */
function compareValues(a: JsonValue | undefined, b: JsonValue | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== 'string' || typeof b !== 'string') return 0;
  return isPartialDate(a) && isPartialDate(b) ? comparePartialDates(a, b) : 0;
}

/** Ids of the rows, by the field that orders them, then in the order in which they were entered. */
export function rowIds(section: Section, content: JsonObject | undefined): readonly string[] {
  const rows = rowsIn(section, content ?? {});
  const key = section.ordered;
  const at = (id: string) => {
    const row = rows[id];
    return key !== null && isJsonObject(row) ? row[key] : undefined;
  };
  return Object.keys(rows).sort((a, b) => compareValues(at(a), at(b)) || (a < b ? -1 : 1));
}

/** What tells a row apart, such as `Cha, Nguyễn Văn An`; empty when nothing does. */
export function nameOfRow(section: Section, row: JsonValue | undefined): string {
  if (!isJsonObject(row)) return '';
  return section.named
    .map((key) => displayValue(row[key], fieldAt(`${section.name}.*.${key}`)))
    .filter((text) => text !== '')
    .join(', ');
}
