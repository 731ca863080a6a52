/** How the desk sorts changes into its tabs. */
import { mayAnywhere, type Subject } from '../../../shared/account/policy.ts';
import type { Change, ChangeState } from '../../../shared/change/change.ts';

export const deskTabs = ['submitted', 'verified', 'returned', 'conflicted', 'mine'] as const;
export type DeskTab = (typeof deskTabs)[number];

const statesOf: Readonly<Record<Exclude<DeskTab, 'mine'>, readonly ChangeState[]>> = {
  submitted: ['submitted'],
  verified: ['verified'],
  returned: ['returned'],
  conflicted: ['conflicted'],
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

const steps = ['change.submit', 'change.submitOwn', 'change.verify', 'change.return'] as const;

/** Whether this account may take any step at all; the department only looks. */
export const mayAct = (account: Subject): boolean =>
  steps.some((step) => mayAnywhere(account, step));

/** A person without an office sees only what is the person's own; who enters nothing has nothing own. */
export function tabsOf(account: Subject): readonly DeskTab[] {
  if (!mayAnywhere(account, 'change.read')) return ['mine'];
  return mayAct(account) ? deskTabs : deskTabs.filter((tab) => tab !== 'mine');
}
