/** JSON Merge Patch (RFC 7386): applying, making, and the paths that a patch touches. */
import { isJsonObject, type JsonObject, type JsonValue } from '../canonical/json.ts';

/** `null` in a patch removes; objects merge; anything else replaces. */
export function applyMergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  // A Map, because assigning to `__proto__` would set a prototype instead of a field.
  const result = new Map(isJsonObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, applyMergePatch(result.get(key), value));
  }
  return Object.fromEntries(result);
}

/** Equal as JSON, whatever the order of keys. */
export function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((value, index) => sameJson(value as JsonValue, b[index] as JsonValue))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => {
      const left = a[key];
      const right = b[key];
      return left !== undefined && right !== undefined && sameJson(left, right);
    })
  );
}

/** The smallest patch that turns `before` into `after`; an empty object when they are equal. */
export function makeMergePatch(before: JsonObject, after: JsonObject): JsonObject {
  const old = new Map(Object.entries(before));
  const patch: [string, JsonValue][] = [];
  for (const key of old.keys()) if (!Object.hasOwn(after, key)) patch.push([key, null]);
  for (const [key, value] of Object.entries(after)) {
    const past = old.get(key);
    if (past !== undefined && sameJson(past, value)) continue;
    const merges = isJsonObject(past) && isJsonObject(value);
    patch.push([key, merges ? makeMergePatch(past, value) : value]);
  }
  return Object.fromEntries(patch);
}

/** Paths (`section.key`) of the leaves that a patch sets or removes, sorted. */
export function touchedPaths(patch: JsonObject, prefix = ''): readonly string[] {
  const paths = Object.entries(patch).flatMap(([key, value]) => {
    const path = prefix + key;
    const inner = isJsonObject(value) ? touchedPaths(value, `${path}.`) : [];
    return inner.length > 0 ? inner : [path];
  });
  return paths.sort();
}

/** Two paths overlap when they are the same or one lies inside the other. */
export function pathsOverlap(a: readonly string[], b: readonly string[]): readonly string[] {
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`);
  return a.filter((left) => b.some((right) => within(left, right) || within(right, left)));
}
