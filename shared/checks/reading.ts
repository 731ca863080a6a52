/** Reads single values of a content that may still have gaps or wrong types: what is not there is undefined. */
import { isPartialDate, type PartialDate } from '../calendar/partial-date.ts';
import type { JsonObject } from '../canonical/json.ts';
import { valueAt } from '../change/describe.ts';

export function textAt(content: JsonObject, path: string): string | undefined {
  const value = valueAt(content, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberAt(content: JsonObject, path: string): number | undefined {
  const value = valueAt(content, path);
  return typeof value === 'number' ? value : undefined;
}

export function dateAt(content: JsonObject, path: string): PartialDate | undefined {
  const text = textAt(content, path);
  return text !== undefined && isPartialDate(text) ? text : undefined;
}
