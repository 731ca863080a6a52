/** What would be lost with this disk: steps that the centre has not confirmed, those that it refused. */
import type { AtRiskItem } from '../../port/data-port.ts';
import { clearPart } from '../store/documents.ts';
import type { WorkItem } from './work-item.ts';
import type { WorkList } from './work-list.ts';

/** The moment of this very step, not of the document's first. */
function stepAtUtc({ document }: WorkItem): string {
  const last = document.type === 'change' ? document.history.at(-1) : undefined;
  return last?.atUtc ?? clearPart(document).atUtc;
}

function itemOf(item: WorkItem, why: AtRiskItem['why'], onStickSinceUtc?: string): AtRiskItem {
  const { id, document } = item;
  const atUtc = stepAtUtc(item);
  const stick = onStickSinceUtc === undefined ? {} : { onStickSinceUtc };
  return document.type === 'change'
    ? { id, why, atUtc, change: document, ...stick }
    : { id, why, atUtc, approval: document, ...stick };
}

/** @param carriedSince steps in bundles that wait for their answer, with the moment of the bundle */
export function atRiskItems(
  work: Pick<WorkList, 'waiting' | 'refused'>,
  carriedSince: ReadonlyMap<string, string>,
): readonly AtRiskItem[] {
  const items = [
    ...work.waiting().map((item) => itemOf(item, 'waiting', carriedSince.get(item.id))),
    ...work.refused().map((item) => itemOf(item, 'refused')),
  ];
  return items.sort((a, b) => (a.atUtc < b.atUtc ? -1 : 1));
}
