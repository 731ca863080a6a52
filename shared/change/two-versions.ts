/**
 * One change in two versions, mended on two PCs: per field what the dossier says, what the centre holds and what
 * was entered here. Only where the two differ: what they share needs nobody's eyes.
 */
import type { JsonObject, JsonValue } from '../canonical/json.ts';
import type { Change } from './change.ts';
import { compareLeaves, valueAt } from './describe.ts';
import { sameJson, touchedPaths } from './merge-patch.ts';

/** `touched` false: that version leaves the field as the dossier says. */
export interface VersionValue {
  readonly touched: boolean;
  readonly value: JsonValue | undefined;
}

export interface VersionRow {
  readonly path: string;
  readonly base: JsonValue | undefined;
  readonly centre: VersionValue;
  readonly here: VersionValue;
}

function versionAt(patch: JsonObject, path: string): VersionValue {
  const value = valueAt(patch, path);
  return { touched: value !== undefined, value: value ?? undefined };
}

/** @param base the dossier's content; undefined when there is no dossier yet */
export function versionRows(
  base: JsonObject | undefined,
  centre: Change,
  here: Change,
): readonly VersionRow[] {
  const paths = new Set([...touchedPaths(centre.patch), ...touchedPaths(here.patch)]);
  return [...paths]
    .filter((path) => !sameAt(valueAt(centre.patch, path), valueAt(here.patch, path)))
    .sort(compareLeaves)
    .map((path) => ({
      path,
      base: valueAt(base, path),
      centre: versionAt(centre.patch, path),
      here: versionAt(here.patch, path),
    }));
}

const sameAt = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === undefined || b === undefined ? a === b : sameJson(a, b);
