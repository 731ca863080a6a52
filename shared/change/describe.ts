/**
 * A change in words: which field, what it says now, what it is to say. People verify and heads sign by
 * this table, so it lists every leaf that the patch sets or removes, known to fields.ts or not.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../canonical/json.ts';
import { displayValue } from '../dossier/display.ts';
import { allFields, fieldAt, labelOfField, sectionAt } from '../dossier/fields.ts';
import { nameOfRow } from '../dossier/rows.ts';
import type { Change } from './change.ts';
import { maskedSectionsOf } from './masking.ts';
import { applyMergePatch, touchedPaths } from './merge-patch.ts';

export interface FieldDifference {
  /** `section.key`, or `section.<row>.key` for a row of a repeated section. */
  readonly path: string;
  /** The field as fields.ts names it, or the path itself when the table has none. */
  readonly label: string;
  /** What tells rows of a repeated section apart, such as the language; empty elsewhere. */
  readonly row: string;
  /** Display text; empty for no value. */
  readonly before: string;
  readonly after: string;
  readonly sensitive: boolean;
  /** Touched, but what it says is not for this account: before and after are empty. */
  readonly hidden?: true;
}

/** The value at a dotted path. */
export function valueAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  return path
    .split('.')
    .reduce<JsonValue | undefined>(
      (inner, key) => (isJsonObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
      value,
    );
}

/** A path that removes or adds a whole object stands for all its leaves; nothing has none. */
function leavesUnder(path: string, value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (!isJsonObject(value) || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesUnder(`${path}.${key}`, inner));
}

const order = new Map(allFields.map((field, index) => [field.path, index]));
const rankOf = (path: string) => order.get(fieldAt(path)?.path ?? '') ?? order.size;

/** Rows of one language stay together: by first field of the table, then by row. */
export function compareLeaves(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((path) => path.split('.').slice(0, -1).join('.'));
  if (left !== right && left.split('.')[0] === right.split('.')[0]) return left < right ? -1 : 1;
  return rankOf(a) - rankOf(b) || (a < b ? -1 : 1);
}

/** What tells rows of a repeated section apart, such as the language; empty elsewhere. */
export function rowName(path: string, before: JsonValue, after: JsonValue): string {
  const [name = '', id = '', key] = path.split('.');
  const section = sectionAt(path);
  if (key === undefined || !section?.repeated) return '';
  const row = `${name}.${id}`;
  return nameOfRow(section, valueAt(after, row)) || nameOfRow(section, valueAt(before, row));
}

/**
 * What a patch would change, in the order of the form.
 * @param before the content that the patch meets; undefined for a new dossier
 */
export function describeChange(
  before: JsonObject | undefined,
  patch: JsonObject,
): readonly FieldDifference[] {
  const old: JsonObject = before ?? {};
  const next = applyMergePatch(old, patch);
  const leaves = touchedPaths(patch).flatMap((path) => [
    ...leavesUnder(path, valueAt(old, path)),
    ...leavesUnder(path, valueAt(next, path)),
  ]);
  return [...new Set(leaves)]
    .sort(compareLeaves)
    .map((path) => {
      const field = fieldAt(path);
      return {
        path,
        label: field?.label ?? path,
        row: rowName(path, old, next),
        before: displayValue(valueAt(old, path), field),
        after: displayValue(valueAt(next, path), field),
        sensitive: field?.sensitive ?? false,
      };
    })
    .filter((difference) => difference.before !== '' || difference.after !== '');
}

/** The touched fields that are hidden here, in the order of the form. */
export function hiddenDifferences({
  paths,
  ...change
}: Pick<Change, 'paths' | 'masked'>): readonly FieldDifference[] {
  const hidden = maskedSectionsOf(change);
  return paths
    .filter((path) => hidden.includes(path.split('.')[0] ?? ''))
    .sort(compareLeaves)
    .map((path) => {
      const label = labelOfField(path);
      return { path, label, row: '', before: '', after: '', sensitive: true, hidden: true };
    });
}
