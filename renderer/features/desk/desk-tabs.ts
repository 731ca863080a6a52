/** How the desk sorts changes into its tabs. */
import type { Change, ChangeState } from '../../../shared/change/change.ts';

export const deskTabs = ['submitted', 'verified', 'returned', 'mine'] as const;
export type DeskTab = (typeof deskTabs)[number];

/** A conflict comes back to its author like a return: someone has to do something. */
const statesOf: Readonly<Record<Exclude<DeskTab, 'mine'>, readonly ChangeState[]>> = {
  submitted: ['submitted'],
  verified: ['verified'],
  returned: ['returned', 'conflicted'],
};

export const deskStates: readonly ChangeState[] = [
  'draft',
  'submitted',
  'verified',
  'returned',
  'conflicted',
];

export function changesOfTab(
  tab: DeskTab,
  changes: readonly Change[],
  account: string,
): readonly Change[] {
  return tab === 'mine'
    ? changes.filter((change) => change.author.account === account)
    : changes.filter((change) => statesOf[tab].includes(change.state));
}
