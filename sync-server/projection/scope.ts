/** The part of the tree that an account may see, as a condition of SQL. Values are always bound, never written in. */
import type { SQLInputValue } from 'node:sqlite';
import { unitsWith, type Subject } from '../../shared/account/policy.ts';
import type { Action } from '../../shared/account/roles.ts';
import { unitCovers } from '../../shared/unit/unit.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

export function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1',
    values: conditions.flatMap(({ values }) => values),
  };
}

export function any(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' OR ') || '0',
    values: conditions.flatMap(({ values }) => values),
  };
}

/** `/` follows `.` in ASCII: the range holds everything below the unit and nothing beside it. */
function subtree(top: string): Condition {
  return {
    sql: 'unit = ? OR (unit > ? AND unit < ?)',
    values: [top, `${top}.`, `${top}/`],
  };
}

/** Subtrees in which the account may do something, cut to the one asked for. */
export function subtreesOf(
  subject: Subject,
  action: Action,
  asked: string | undefined,
): readonly string[] {
  const tops = unitsWith(subject, action);
  if (asked === undefined) return tops;
  if (tops.some((top) => unitCovers(top, asked))) return [asked];
  return tops.filter((top) => unitCovers(asked, top));
}

/** By office, or the person's own dossier. `ownColumn` names the column that holds a dossier's id. */
export function visible(
  subject: Subject,
  action: Action,
  asked: string | undefined,
  ownColumn: string | null,
): Condition {
  const byOffice = subtreesOf(subject, action, asked).map(subtree);
  const { ownDossier } = subject;
  if (ownColumn === null || ownDossier === undefined) return any(byOffice);
  // As in policy.ts: a dossier is the person's own only inside the units where the right to it is held.
  const places = any(subtreesOf(subject, 'dossier.readOwn', asked).map(subtree));
  return any([...byOffice, all([{ sql: `${ownColumn} = ?`, values: [ownDossier] }, places])]);
}
