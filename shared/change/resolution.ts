/**
 * A decision in a conflict case, as a change: its patch is exactly what the decisions on the fields say.
 * Invariants: every overlapping field has a decision with a reason; what does not overlap goes on unless it is
 * given up by a decision, too; nothing comes into the patch that no decision speaks of.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../canonical/json.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { labelOfField } from '../dossier/fields.ts';
import { done, failed, type Result } from '../errors/index.ts';
import type { Change, FieldDecision } from './change.ts';
import { valueAt } from './describe.ts';
import { pathsOverlap, sameJson, touchedPaths } from './merge-patch.ts';

/** Fields of a change that others touched between the version its author saw and another one. */
export function overlapAt(
  change: Pick<Change, 'paths' | 'baseVersion'>,
  dossier: Dossier,
  version: number,
): readonly string[] {
  const between = dossier.applied.filter(
    (entry) => entry.version > change.baseVersion && entry.version <= version,
  );
  return pathsOverlap(
    change.paths,
    between.flatMap((entry) => entry.paths),
  );
}

function withLeafAt(patch: JsonObject, keys: readonly string[], value: JsonValue): JsonObject {
  const [key = '', ...rest] = keys;
  const inner = Object.hasOwn(patch, key) ? patch[key] : undefined;
  const next =
    rest.length === 0 ? value : withLeafAt(isJsonObject(inner) ? inner : {}, rest, value);
  // A Map, because assigning to `__proto__` would set a prototype instead of a field.
  return Object.fromEntries(new Map(Object.entries(patch)).set(key, next));
}

/** `null` removes the field. */
export type OtherValues = ReadonlyMap<string, JsonValue>;

/** The patch that decisions on a conflicted change come to. @param others values of fields with `other` */
export function decidedPatch(
  change: Change,
  decisions: readonly FieldDecision[],
  others: OtherValues,
): JsonObject {
  const takeOf = new Map(decisions.map(({ path, take }) => [path, take]));
  return touchedPaths(change.patch).reduce<JsonObject>((patch, path) => {
    const take = takeOf.get(path) ?? 'mine';
    if (take === 'theirs') return patch;
    const value = take === 'other' ? others.get(path) : valueAt(change.patch, path);
    return withLeafAt(patch, path.split('.'), value ?? null);
  }, {});
}

const invalid = (path: string, reason: string): Result<never> =>
  failed('CONFLICT_DECISION_INVALID', { path, reason });

/** The decisions fit the conflicted change and the dossier as their author saw it. */
function checkDecisions(decision: Change, conflicted: Change, dossier: Dossier): Result<null> {
  const decisions = decision.resolves?.decisions ?? [];
  const decided = new Set(decisions.map(({ path }) => path));
  const foreign = decisions.find(({ path }) => !conflicted.paths.includes(path));
  if (foreign) return invalid(foreign.path, 'không thuộc thay đổi đang xử lý');
  if (decided.size < decisions.length) return invalid('resolves', 'một trường có hai quyết định');
  const open = overlapAt(conflicted, dossier, decision.baseVersion).find(
    (path) => !decided.has(path),
  );
  if (open === undefined) return done(null);
  return failed('CONFLICT_FIELD_UNDECIDED', { path: labelOfField(open) });
}

/**
 * Is the patch what the decisions say? Asked by the office before it sends, and by intake.
 * @param dossier as it stands where this is asked, at the decision's base version or later
 */
export function checkResolution(
  decision: Change,
  conflicted: Change,
  dossier: Dossier,
): Result<null> {
  const { resolves, patch, kind, baseVersion } = decision;
  if (!resolves || resolves.change !== conflicted._id || conflicted.dossier !== decision.dossier)
    return invalid('resolves.change', 'không phải thay đổi đang xử lý');
  if (kind !== 'amend') return invalid('kind', 'quyết định là một lần sửa đổi, bổ sung');
  if (baseVersion < conflicted.baseVersion || baseVersion > dossier.version)
    return invalid('baseVersion', 'không phải phiên bản hồ sơ đã xem');
  const fitting = checkDecisions(decision, conflicted, dossier);
  if (!fitting.ok) return fitting;
  const others = new Map<string, JsonValue>();
  for (const { path, take } of resolves.decisions) {
    const value = valueAt(patch, path);
    if (take === 'other' && value === undefined) return invalid(path, 'thiếu giá trị khác');
    if (take === 'other' && value !== undefined) others.set(path, value);
  }
  const meant = decidedPatch(conflicted, resolves.decisions, others);
  return sameJson(meant, patch) ? done(null) : invalid('patch', 'không khớp với các quyết định');
}
