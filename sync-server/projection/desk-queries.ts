/** Changes and approvals by unit and state: their places; the documents themselves are read from the store. */
import type { DatabaseSync } from 'node:sqlite';
import type { Subject } from '../../shared/account/policy.ts';
import type { ChangeState } from '../../shared/change/change.ts';
import { all, visible, type Condition } from './scope.ts';

export interface Place {
  readonly id: string;
  readonly unit: string;
}

export interface ChangeListQuery {
  readonly unit?: string | undefined;
  readonly state?: ChangeState | undefined;
  readonly dossier?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** An answer is bounded even where the contract has no pages. */
const mostApprovals = 1000;

const equal = (column: string, value: string | undefined): readonly Condition[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];

const placeOf = (row: Record<string, unknown>): Place => ({
  id: String(row.id),
  unit: String(row.unit),
});

/** Newest first. */
export function listChanges(
  db: DatabaseSync,
  subject: Subject,
  { unit, state, dossier, limit, offset }: ChangeListQuery,
): { readonly total: number; readonly places: readonly Place[] } {
  const where = all([
    visible(subject, 'change.read', unit, 'dossier'),
    ...equal('state', state),
    ...equal('dossier', dossier),
  ]);
  const counted = db
    .prepare(`SELECT count(*) AS total FROM changes WHERE ${where.sql}`)
    .get(...where.values);
  const rows = db
    .prepare(
      `SELECT id, unit FROM changes WHERE ${where.sql} ORDER BY received DESC, id DESC LIMIT ? OFFSET ?`,
    )
    .all(...where.values, limit, offset);
  return { total: Number(counted?.total ?? 0), places: rows.map(placeOf) };
}

/** Newest first. */
export function listApprovals(
  db: DatabaseSync,
  subject: Subject,
  unit: string | undefined,
): readonly Place[] {
  const where = visible(subject, 'approval.read', unit, null);
  return db
    .prepare(
      `SELECT id, unit FROM approvals WHERE ${where.sql} ORDER BY received DESC, id DESC LIMIT ?`,
    )
    .all(...where.values, mostApprovals)
    .map(placeOf);
}

/** Should two units hold this id, the one that came first. */
export function unitOfApproval(db: DatabaseSync, id: string): string | null {
  const row = db
    .prepare('SELECT unit FROM approvals WHERE id = ? ORDER BY received, unit LIMIT 1')
    .get(id);
  return typeof row?.unit === 'string' ? row.unit : null;
}

/** Accepted, but the server ended before it was applied. */
export function unappliedApprovals(db: DatabaseSync): readonly Place[] {
  return db.prepare("SELECT id, unit FROM approvals WHERE state = 'accepted'").all().map(placeOf);
}
