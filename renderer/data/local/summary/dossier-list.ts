/** All dossiers known here, in list order, searchable without marks within one key stroke. */
import { unitCovers } from '../../../../shared/unit/unit.ts';
import { foldText } from '../../../../shared/vietnamese/fold.ts';
import { entryOf, type DossierEntry, type SummaryCore } from './dossier-summary.ts';

export interface DossierList {
  set(summaries: readonly SummaryCore[]): void;
  remove(ids: readonly string[]): void;
  has(id: string): boolean;
  get(id: string): SummaryCore | undefined;
  all(): Iterable<SummaryCore>;
  find(query: {
    readonly unit?: string | undefined;
    readonly text?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  }): { readonly total: number; readonly rows: readonly SummaryCore[] };
}

const byKey = (a: DossierEntry, b: DossierEntry): number =>
  a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0;

/** Where the key stands or would stand. */
function placeOf(sorted: readonly DossierEntry[], sortKey: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.sortKey ?? '') < sortKey) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From this many changes on, sorting anew costs less than moving the tail for each. */
const spliceLimit = 100;

export function createDossierList(): DossierList {
  const entries = new Map<string, DossierEntry>();
  let sorted: DossierEntry[] | null = [];

  const takeOut = (entry: DossierEntry) => {
    if (sorted) sorted.splice(placeOf(sorted, entry.sortKey), 1);
  };
  const order = (): readonly DossierEntry[] => {
    sorted ??= [...entries.values()].sort(byKey);
    return sorted;
  };
  return {
    set: (summaries) => {
      if (summaries.length > spliceLimit) sorted = null;
      for (const summary of summaries) {
        const old = entries.get(summary.id);
        const entry = entryOf(summary);
        if (old) takeOut(old);
        entries.set(summary.id, entry);
        sorted?.splice(placeOf(sorted, entry.sortKey), 0, entry);
      }
    },
    remove: (ids) => {
      for (const id of ids) {
        const old = entries.get(id);
        if (old) takeOut(old);
        entries.delete(id);
      }
    },
    has: (id) => entries.has(id),
    get: (id) => entries.get(id)?.summary,
    all: () => [...entries.values()].map((entry) => entry.summary),
    find: ({ unit, text, offset, limit }) => {
      const words = foldText(text ?? '')
        .split(' ')
        .filter((word) => word !== '');
      const found = order().filter(
        ({ summary, folded }) =>
          (unit === undefined || unitCovers(unit, summary.unit)) &&
          words.every((word) => folded.includes(word)),
      );
      const rows = found.slice(offset, offset + limit).map((entry) => entry.summary);
      return { total: found.length, rows };
    },
  };
}
