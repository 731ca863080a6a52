/**
 * How a value of a dossier reads on a screen or in print, in Vietnamese: dates dd/mm/yyyy, numbers 1.234,5,
 * codes by their catalogue label. The same text stands in forms, differences and lists.
 */
import type { JsonValue } from '../canonical/json.ts';
import { formatPartialDate, isPartialDate } from '../calendar/partial-date.ts';
import { labelOf } from '../catalogue/index.ts';
import { genders } from './content.ts';
import type { Field } from './fields.ts';

const integerFormat = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
/** Coefficients are written with two decimals in pay decisions: 2,34 and 3,00. */
const decimalFormat = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const anyNumberFormat = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

export const formatInteger = (value: number): string => integerFormat.format(value);
export const formatDecimal = (value: number): string => decimalFormat.format(value);

/** A rank shows its code too: decisions and pay tables are looked up by it. */
export function displayCode(catalogue: NonNullable<Field['catalogue']>, code: string): string {
  const label = labelOf(catalogue, code);
  if (!label || label === code) return code;
  return catalogue === 'rank' ? `${code} – ${label}` : label;
}

function displayNumber(value: number, field: Field | undefined): string {
  if (field?.kind === 'year') return String(value);
  const text =
    field?.kind === 'decimal'
      ? formatDecimal(value)
      : field?.kind === 'integer'
        ? formatInteger(value)
        : anyNumberFormat.format(value);
  return field?.unit ? `${text} ${field.unit}` : text;
}

function displayText(value: string, field: Field | undefined): string {
  if (field?.kind === 'gender') return value in genders ? genders[value as 'male'] : value;
  if (field?.catalogue) return displayCode(field.catalogue, value);
  if (field?.kind === 'date' || field?.kind === 'partialDate') {
    return isPartialDate(value) ? formatPartialDate(value) : value;
  }
  return value;
}

/** The text of a leaf; empty when there is no value. A nested value reads as its leaves. */
export function displayValue(value: JsonValue | undefined, field?: Field): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  if (typeof value === 'number') return displayNumber(value, field);
  if (typeof value === 'string') return displayText(value, field);
  return Object.values(value)
    .map((inner) => displayValue(inner, field))
    .filter((text) => text !== '')
    .join('; ');
}
