/** What people were told: each step that a PC said to have saved, and what they gave up themselves. */
import type { Change } from '../../shared/change/change.ts';
import type { Done } from './office/person.ts';

export interface SavedStep {
  readonly seat: number;
  /** The change as it stood after the step: its last entry is the step. */
  readonly change: Change;
}

export interface Ledger {
  readonly steps: readonly SavedStep[];
  readonly approvals: readonly { readonly seat: number; readonly id: string }[];
  /** By change id: what a person discarded or mended, as it stood. */
  readonly givenUp: readonly Change[];
  readonly approvalsGivenUp: ReadonlySet<string>;
  note(seat: number, what: Done): void;
}

export function createLedger(): Ledger {
  const steps: SavedStep[] = [];
  const approvals: { seat: number; id: string }[] = [];
  const givenUp: Change[] = [];
  const approvalsGivenUp = new Set<string>();
  return {
    steps,
    approvals,
    givenUp,
    approvalsGivenUp,
    note: (seat, what) => {
      steps.push(...what.saved.map((change) => ({ seat, change })));
      approvals.push(...what.approvals.map((id) => ({ seat, id })));
      for (const { change, approval } of what.givenUp) {
        if (change) givenUp.push(change);
        if (approval) approvalsGivenUp.add(approval._id);
      }
    },
  };
}
