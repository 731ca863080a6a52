/** What holds of the centre's dossiers whatever happened: folds of approved changes, each once, no number twice. */
import type { Change } from '../../../shared/change/change.ts';
import { foldChange } from '../../../shared/change/fold.ts';
import { canonicalForm } from '../../../shared/canonical/canonical.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import type { Truth } from '../centre/truth.ts';

function refold(dossier: Dossier, changes: ReadonlyMap<string, Change>): string | null {
  let folded: Dossier | null = null;
  for (const entry of dossier.applied) {
    const change = changes.get(entry.change);
    if (!change) return `its applied change ${entry.change} is missing`;
    if (change.state !== 'approved') return `its applied change ${entry.change} is ${change.state}`;
    const stamp = { approval: entry.approval, atUtc: entry.approvedAtUtc };
    const outcome = foldChange(folded, change, stamp);
    if (outcome.outcome !== 'applied') return `${entry.change} folds to ${outcome.outcome}`;
    folded = outcome.dossier;
  }
  const same = folded !== null && canonicalForm(folded.content) === canonicalForm(dossier.content);
  return same && folded?.version === dossier.version ? null : 'it is not the fold of its changes';
}

export function wrongFolds({ dossiers, changes }: Truth): readonly string[] {
  return [...dossiers.values()].flatMap((dossier) => {
    const why = refold(dossier, changes);
    return why === null ? [] : [`dossier ${dossier._id}: ${why}`];
  });
}

export function sharedNumbers({ dossiers }: Truth): readonly string[] {
  const holders = Map.groupBy(dossiers.values(), ({ content }) => content.identity.identityNumber);
  return [...holders].flatMap(([number, all]) =>
    all.length > 1 ? [`${all.length} dossiers have the number ${number}`] : [],
  );
}

/** An approved change is in its dossier once; one in a dossier twice was applied twice. */
export function appliedNotOnce({ dossiers, changes, approvals }: Truth): readonly string[] {
  const problems: string[] = [];
  for (const change of changes.values()) {
    const entries =
      dossiers.get(change.dossier)?.applied.filter((entry) => entry.change === change._id) ?? [];
    const wanted = change.state === 'approved' ? 1 : 0;
    if (entries.length !== wanted)
      problems.push(`${change._id} (${change.state}) was applied ${entries.length} times`);
  }
  for (const { _id, outcome } of approvals.values())
    if (outcome?.state !== 'applied') problems.push(`${_id} is ${outcome?.state ?? 'not judged'}`);
  return problems;
}
