/**
 * A conflict case: per field of a change that met others, what stood before, what stands now and by whom, and
 * what the change wants. Pure: made anywhere from the dossier and its changes, so that office, browser and
 * server see the same case.
 */
import type { JsonObject, JsonValue } from '../canonical/json.ts';
import type { AppliedChange, Dossier } from '../dossier/dossier.ts';
import type { Change, PersonStamp } from './change.ts';
import { compareLeaves, valueAt } from './describe.ts';
import { maskedSectionsOf } from './masking.ts';
import { pathsOverlap, sameJson } from './merge-patch.ts';
import { contentAtVersion } from './replay.ts';
import { overlapAt } from './resolution.ts';
import { assigneeOf } from './transitions.ts';

/** The approved change that last touched a field. */
export interface LastTouch {
  readonly applied: AppliedChange;
  /** Undefined where that change is not known here. */
  readonly change: Change | undefined;
}

export interface ConflictRow {
  readonly path: string;
  /** Whether others touched the field too: then somebody has to decide. */
  readonly overlaps: boolean;
  /** Undefined for no value; `baseKnown` of the case tells whether it could be told. */
  readonly base: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
  readonly mine: JsonValue | undefined;
  /** A sensitive section that this account may not read: none of the values is here. */
  readonly hidden: boolean;
  /** Both sides say the same: nothing is lost either way. */
  readonly agreed: boolean;
  /** Null when nobody touched the field since. */
  readonly touched: LastTouch | null;
}

export interface ConflictCase {
  readonly change: Change;
  readonly dossier: Dossier;
  readonly rows: readonly ConflictRow[];
  /** False when an earlier change is not known here: what stood before cannot be told. */
  readonly baseKnown: boolean;
  readonly assignee: PersonStamp | null;
  /** When the change met the others. */
  readonly sinceUtc: string;
  /** A decision under way or approved; null while nobody decided. */
  readonly decision: Change | null;
}

/** The decision that stands for a conflicted change: the newest one that was not taken back. */
export function decisionFor(change: Change, changes: readonly Change[]): Change | null {
  const made = changes.filter(
    (other) => other.resolves?.change === change._id && other.state !== 'withdrawn',
  );
  return made.reduce<Change | null>(
    (newest, one) => (newest === null || one._id > newest._id ? one : newest),
    null,
  );
}

function lastTouch(
  path: string,
  since: readonly AppliedChange[],
  known: ReadonlyMap<string, Change>,
): LastTouch | null {
  const applied = since.findLast((entry) => pathsOverlap([path], entry.paths).length > 0);
  return applied ? { applied, change: known.get(applied.change) } : null;
}

/**
 * @param changes the dossier's changes, as far as they are known here
 * @returns null when the change has never met others
 */
export function conflictCaseOf(
  dossier: Dossier,
  changes: readonly Change[],
  change: Change,
): ConflictCase | null {
  const met = change.history.find(({ state }) => state === 'conflicted');
  if (!met) return null;
  const known = new Map(changes.map((one) => [one._id, one]));
  const before = contentAtVersion(dossier, changes, change.baseVersion);
  const base: JsonObject | undefined = before === 'unknown' ? undefined : before;
  const overlap = new Set(overlapAt(change, dossier, dossier.version));
  const since = dossier.applied.filter(({ version }) => version > change.baseVersion);
  const away = new Set([...maskedSectionsOf(change), ...(dossier.masked ?? [])]);
  const rows = [...change.paths].sort(compareLeaves).map((path): ConflictRow => {
    const theirs = valueAt(dossier.content, path);
    const mine = valueAt(change.patch, path) ?? undefined;
    const hidden = away.has(path.split('.')[0] ?? '');
    return {
      path,
      overlaps: overlap.has(path),
      base: valueAt(base, path),
      theirs,
      mine,
      hidden,
      agreed: !hidden && sameJson(theirs ?? null, mine ?? null),
      touched: lastTouch(path, since, known),
    };
  });
  return {
    change,
    dossier,
    rows,
    baseKnown: before !== 'unknown',
    assignee: assigneeOf(change),
    sinceUtc: met.atUtc,
    decision: decisionFor(change, changes),
  };
}

/** The fields on which a decision has to be taken. */
export const overlappingRows = ({ rows }: ConflictCase): readonly ConflictRow[] =>
  rows.filter(({ overlaps }) => overlaps);
