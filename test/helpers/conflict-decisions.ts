/** Decisions in conflict cases as an office makes them, for tests of the rules and of the centre. */
import type { JsonValue } from '../../shared/canonical/json.ts';
import type { Change, PersonStamp, Take } from '../../shared/change/change.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import { decidedPatch } from '../../shared/change/resolution.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { makeChange } from './office-changes.ts';

export type Choice = Take | { readonly other: JsonValue };

/** A submitted decision on a conflicted change: one choice per path, all for one reason. */
export function makeDecision(
  conflicted: Change,
  dossier: Dossier,
  author: PersonStamp,
  choices: Readonly<Record<string, Choice>>,
): Change {
  const decisions = Object.entries(choices).map(([path, choice]) => ({
    path,
    take: typeof choice === 'string' ? choice : ('other' as const),
    reason: 'Theo quyết định mới nhất',
  }));
  const others = new Map(
    Object.entries(choices).flatMap(([path, choice]) =>
      typeof choice === 'string' ? [] : [[path, choice.other] as const],
    ),
  );
  const patch = decidedPatch(conflicted, decisions, others);
  const change = makeChange({
    unit: conflicted.unit,
    author,
    dossier: dossier._id,
    kind: 'amend',
    baseVersion: dossier.version,
    patch,
  });
  return {
    ...change,
    paths: [...touchedPaths(patch)],
    personName: dossier.content.identity.fullName,
    resolves: { change: conflicted._id, decisions },
  };
}
