/** Sums over the units in view. */
import type { ChangeState } from '../../../shared/change/change.ts';
import type { UnitSummary } from '../../../shared/contract/http.ts';

export interface Totals {
  readonly units: number;
  readonly dossiers: number;
  /** Changes that wait for someone in the unit. */
  readonly waiting: number;
  readonly conflicted: number;
  /** Units with staff whose PCs have not spoken with the centre for long. */
  readonly silent: number;
}

const silentAfterMs = 3 * 24 * 3600 * 1000;
const waitingStates: readonly ChangeState[] = ['submitted', 'verified', 'returned'];

export function isSilent(row: UnitSummary, nowMs: number): boolean {
  const last = row.lastContactAtUtc;
  if (last === null) return row.dossiers > 0;
  return nowMs - Date.parse(last) > silentAfterMs;
}

export function totalsOf(rows: readonly UnitSummary[], nowMs: number): Totals {
  const sum = (count: (row: UnitSummary) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  return {
    units: rows.length,
    dossiers: sum((row) => row.dossiers),
    waiting: sum((row) =>
      waitingStates.reduce((total, state) => total + (row.changes[state] ?? 0), 0),
    ),
    conflicted: sum((row) => row.changes.conflicted ?? 0),
    silent: sum((row) => (isSilent(row, nowMs) ? 1 : 0)),
  };
}
