/** The units and what is going on in them. */
import type { DatabaseSync } from 'node:sqlite';
import type { Subject } from '../../shared/account/policy.ts';
import type { ChangeState } from '../../shared/change/change.ts';
import type { UnitSummary } from '../../shared/contract/http.ts';
import type { Unit } from '../../shared/unit/unit.ts';
import { visible } from './scope.ts';

type Row = Record<string, unknown>;

const byUnit = (rows: readonly Row[]) => new Map(rows.map((row) => [String(row.unit), row]));
const timeOf = (row: Row | undefined): string | null =>
  typeof row?.at === 'string' && row.at !== '' ? row.at : null;
const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

export function listUnits(db: DatabaseSync, subject: Subject): readonly UnitSummary[] {
  const where = visible(subject, 'unit.read', undefined, null);
  const ask = (sql: string): readonly Row[] => db.prepare(sql).all(...where.values);
  const scoped = `WHERE ${where.sql}`;
  const units = ask(
    `SELECT json FROM (SELECT json, code AS unit FROM units) ${scoped} ORDER BY unit`,
  );
  const dossiers = byUnit(ask(`SELECT unit, count(*) AS n FROM dossiers ${scoped} GROUP BY unit`));
  const approvals = byUnit(
    ask(`SELECT unit, max(received) AS at FROM approvals ${scoped} GROUP BY unit`),
  );
  const contacts = byUnit(ask(`SELECT unit, max(at) AS at FROM contacts ${scoped} GROUP BY unit`));
  const states = Map.groupBy(
    ask(
      `SELECT unit, state, count(*) AS n, max(received) AS at FROM changes ${scoped} GROUP BY unit, state`,
    ),
    ({ unit }) => String(unit),
  );
  return units.map(({ json }) => {
    // Written by this folder's projector from a unit document.
    const unit = JSON.parse(String(json)) as Unit;
    const changes = states.get(unit.code) ?? [];
    const lastApproved = timeOf(approvals.get(unit.code));
    return {
      unit,
      dossiers: Number(dossiers.get(unit.code)?.n ?? 0),
      changes: countsByState(changes),
      lastReceivedAtUtc: changes.map(timeOf).reduce(later, lastApproved),
      lastApprovedAtUtc: lastApproved,
      lastContactAtUtc: timeOf(contacts.get(unit.code)),
    };
  });
}

function countsByState(rows: readonly Row[]): Partial<Record<ChangeState, number>> {
  return Object.fromEntries(rows.map(({ state, n }) => [String(state), Number(n)]));
}
