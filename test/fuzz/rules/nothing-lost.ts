/**
 * Each step that a PC said to have saved is at the centre, or in the refused list of that PC with what was
 * entered, or shown there as no longer at the centre, unless the person gave it up. And whatever the centre said to have stored is there.
 */
import type { Change, TransitionEntry } from '../../../shared/change/change.ts';
import { canonicalForm } from '../../../shared/canonical/canonical.ts';
import { clockAheadMs } from '../../../shared/change/times.ts';
import type { Truth } from '../centre/truth.ts';
import type { Ledger, SavedStep } from '../ledger.ts';
import type { Standing } from '../office/calls.ts';

/** Taken by a clock ahead that nobody knew of: such a step is stamped anew before it goes (mend-times.ts). */
const isAhead = (atUtc: string): boolean => Date.parse(atUtc) > Date.now() + clockAheadMs;

const same = (a: TransitionEntry, b: TransitionEntry | undefined): boolean =>
  a.state === b?.state &&
  a.by.account === b.by.account &&
  (a.atUtc === b.atUtc || isAhead(a.atUtc));

/** The step is part of the document's life. */
function holdsStep(document: Change | undefined, { change }: SavedStep): boolean {
  const at = change.history.length - 1;
  const step = change.history[at];
  return step !== undefined && document !== undefined && same(step, document.history[at]);
}

/** A step that says nothing but its state is as good as said when somebody else has taken it. */
function saidByOthers(document: Change | undefined, { change }: SavedStep): boolean {
  const step = change.history.at(-1);
  if (!document || !step || step.reason !== undefined || step.state === 'submitted') return false;
  return document.history.some(({ state }) => state === step.state);
}

const name = ({ seat, change }: SavedStep): string =>
  `PC ${seat}: ${change._id} ${change.history.map(({ state }) => state).join('→')}`;

function contentStands(document: Change | undefined, step: SavedStep): boolean {
  // Sent again since, on top of this very step: then the newer content stands there knowingly.
  if (!document || document.history.length > step.change.history.length) return true;
  return canonicalForm(document.patch) === canonicalForm(step.change.patch);
}

/** What the person sees as refused, or as no longer at the centre. */
const keptItems = (standing: Standing | undefined) =>
  standing ? [...standing.refused, ...standing.lacking] : [];
const keptBy = (standing: Standing | undefined): readonly Change[] =>
  keptItems(standing).flatMap(({ change }) => change ?? []);

export function lostSteps(
  ledger: Ledger,
  truth: Truth,
  standings: readonly Standing[],
): readonly string[] {
  return ledger.steps.flatMap((step) => {
    const { _id } = step.change;
    const document = truth.changes.get(_id);
    if (holdsStep(document, step) && contentStands(document, step)) return [];
    const kept = [...keptBy(standings[step.seat]), ...ledger.givenUp];
    if (kept.some((change) => change._id === _id && holdsStep(change, step))) return [];
    return saidByOthers(document, step) ? [] : [`lost: ${name(step)}`];
  });
}

export function lostApprovals(
  ledger: Ledger,
  truth: Truth,
  standings: readonly Standing[],
): readonly string[] {
  return ledger.approvals.flatMap(({ seat, id }) => {
    const kept = keptItems(standings[seat]).some(({ approval }) => approval?._id === id);
    const known = truth.approvals.has(id) || kept || ledger.approvalsGivenUp.has(id);
    return known ? [] : [`lost: PC ${seat}: ${id}`];
  });
}

/** Whatever happened since, a restore too: the PCs that were told so still live. */
export function forgottenByCentre(
  ledger: Ledger,
  truth: Truth,
  standings: readonly Standing[],
): readonly string[] {
  return standings.flatMap((standing, seat) =>
    standing.stored.flatMap((id) => {
      if (truth.changes.has(id) || truth.approvals.has(id)) return [];
      const kept = keptItems(standing).some(
        ({ change, approval }) => (change ?? approval)?._id === id,
      );
      const given = ledger.approvalsGivenUp.has(id) || ledger.givenUp.some(({ _id }) => _id === id);
      return kept || given ? [] : [`PC ${seat}: the centre stored ${id} and has it no more`];
    }),
  );
}
