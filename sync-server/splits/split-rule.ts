/**
 * Which of two versions stands when a cluster was split and both halves wrote the same document. Pure and the same
 * everywhere, so that every gateway settles alike:
 * - a claim: the earlier one; at the same moment the smaller dossier id. The other change meets the claim at approval
 *   and goes back to its author;
 * - a change: the longer history, then the later step;
 * - an approval: applied before accepted;
 * - a dossier: the greater version;
 * - anything else, and where all is equal: the greater revision, as CouchDB itself chooses.
 */
import type { StoredDocument } from '../store/document-store.ts';

type Rank = readonly (string | number)[];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Greater stands. */
function rankOf(leaf: StoredDocument): Rank {
  switch (leaf.type) {
    case 'change':
      return [lengthOf(leaf.history), JSON.stringify(leaf.history ?? '')];
    case 'approval':
      return [JSON.stringify(leaf.outcome ?? '').includes('"state":"applied"') ? 1 : 0];
    case 'dossier':
      return [typeof leaf.version === 'number' ? leaf.version : 0, lengthOf(leaf.applied)];
    default:
      return [];
  }
}

function generationOf({ _rev = '0-' }: StoredDocument): Rank {
  const dash = _rev.indexOf('-');
  return [Number(_rev.slice(0, dash)), _rev.slice(dash + 1)];
}

function compare(a: Rank, b: Rank): number {
  for (const [at, mine] of a.entries()) {
    const other = b[at] ?? '';
    if (mine !== other) return mine > other ? 1 : -1;
  }
  return 0;
}

function compareClaims(a: StoredDocument, b: StoredDocument): number {
  return compare(
    [text(b.atUtc), text(b.dossier), text(b.change)],
    [text(a.atUtc), text(a.dossier), text(a.change)],
  );
}

/** The one that stands, and the others. */
export function settle(leaves: readonly StoredDocument[]): {
  readonly kept: StoredDocument | undefined;
  readonly others: readonly StoredDocument[];
} {
  const [kept, ...others] = leaves.toSorted(
    (a, b) =>
      (a.type === 'claim' ? compareClaims(b, a) : compare(rankOf(b), rankOf(a))) ||
      compare(generationOf(b), generationOf(a)),
  );
  return { kept, others };
}
