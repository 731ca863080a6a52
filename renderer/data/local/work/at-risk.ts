/**
 * What would be lost with this disk: steps that the centre has not confirmed, those that it refused, and what a
 * restored centre has no more.
 */
import type { AtRiskItem } from '../../port/data-port.ts';
import { clearPart } from '../store/documents.ts';
import type { HeldVersion } from '../held/held-versions.ts';
import type { HeldView } from '../held/held-view.ts';
import type { WorkItem } from './work-item.ts';
import type { WorkList } from './work-list.ts';

/** The moment of this very step, not of the document's first. */
function stepAtUtc({ document }: Pick<WorkItem, 'document'>): string {
  const last = document.type === 'change' ? document.history.at(-1) : undefined;
  return last?.atUtc ?? clearPart(document).atUtc;
}

function itemOf(
  item: Pick<WorkItem, 'id' | 'document'>,
  why: AtRiskItem['why'],
  onStickSinceUtc?: string,
): AtRiskItem {
  const { id, document } = item;
  const atUtc = stepAtUtc(item);
  const stick = onStickSinceUtc === undefined ? {} : { onStickSinceUtc };
  return document.type === 'change'
    ? { id, why, atUtc, change: document, ...stick }
    : { id, why, atUtc, approval: document, ...stick };
}

/** What the centre has no more and is not on its way back: offered just now, it is among the steps. */
export const lackingNow = (
  work: Pick<WorkList, 'stepsOf'>,
  heldView: Pick<HeldView, 'lacking'>,
): readonly HeldVersion[] =>
  heldView.lacking().filter(({ document }) => work.stepsOf(document._id).length === 0);

/** @param carriedSince steps in bundles that wait for their answer, with the moment of the bundle */
export function atRiskItems(
  work: Pick<WorkList, 'waiting' | 'refused' | 'stepsOf'>,
  heldView: Pick<HeldView, 'lacking'>,
  carriedSince: ReadonlyMap<string, string>,
): readonly AtRiskItem[] {
  const items = [
    ...work.waiting().map((item) => itemOf(item, 'waiting', carriedSince.get(item.id))),
    ...work.refused().map((item) => itemOf(item, 'refused')),
    ...lackingNow(work, heldView).map((item) => itemOf(item, 'lacking')),
  ];
  return items.sort((a, b) => (a.atUtc < b.atUtc ? -1 : 1));
}
