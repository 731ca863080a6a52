/** The units of this PC with their counts. */
import type { ChangeState } from '../../../../shared/change/change.ts';
import type { UnitSummary } from '../../../../shared/contract/http.ts';
import type { Unit } from '../../../../shared/unit/unit.ts';
import type { Summaries } from './summaries.ts';

interface Counts {
  dossiers: number;
  changes: Partial<Record<ChangeState, number>>;
  lastReceivedAtUtc: string | null;
  lastApprovedAtUtc: string | null;
}

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

function countAll(summaries: Summaries): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (unit: string): Counts => {
    const found = counts.get(unit);
    if (found) return found;
    const made: Counts = {
      dossiers: 0,
      changes: {},
      lastReceivedAtUtc: null,
      lastApprovedAtUtc: null,
    };
    counts.set(unit, made);
    return made;
  };
  // People whose dossier does not exist yet are counted among the changes.
  for (const { unit, version } of summaries.dossiers.all()) if (version > 0) of(unit).dossiers += 1;
  for (const { unit, state, receivedAtUtc } of summaries.changes.all()) {
    const own = of(unit);
    own.changes[state] = (own.changes[state] ?? 0) + 1;
    own.lastReceivedAtUtc = later(own.lastReceivedAtUtc, receivedAtUtc);
  }
  for (const { unit, receivedAtUtc } of summaries.approvals.values()) {
    const own = of(unit);
    own.lastApprovedAtUtc = later(own.lastApprovedAtUtc, receivedAtUtc);
  }
  return counts;
}

export function unitSummaries(
  summaries: Summaries,
  lastContactAtUtc: string | null,
): readonly UnitSummary[] {
  const counts = countAll(summaries);
  const byCode = (a: Unit, b: Unit) => (a.code < b.code ? -1 : 1);
  return [...summaries.units.values()].sort(byCode).map((unit) => {
    const own = counts.get(unit.code);
    return {
      unit,
      dossiers: own?.dossiers ?? 0,
      changes: own?.changes ?? {},
      lastReceivedAtUtc: own?.lastReceivedAtUtc ?? null,
      lastApprovedAtUtc: own?.lastApprovedAtUtc ?? null,
      lastContactAtUtc,
    };
  });
}
