import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  REVISION_DEPTH,
  graft,
  leavesOf,
  parseTree,
  serializeTree,
  winnerOf,
} from './revision-tree.ts';
import type { RevisionTree } from './revision-tree.ts';

interface Branch {
  readonly hashes: readonly string[];
  readonly deleted: boolean;
}

/** Branches from one root: paths through a small alphabet meet and part often. */
const branch: fc.Arbitrary<Branch> = fc.record({
  hashes: fc
    .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 })
    // A revision's hash says what led to it, so each is named by its whole path.
    .map((path) => ['r', ...path].map((_, index) => ['r', ...path].slice(0, index + 1).join(''))),
  deleted: fc.constant(false),
});

/** Whether a revision is a tombstone belongs to the revision: the same in each branch that ends there. */
const branches = fc
  .array(branch, { minLength: 1, maxLength: 8 })
  .map((some) =>
    some.map(({ hashes }) => ({ hashes, deleted: hashes.at(-1)?.endsWith('c') === true })),
  );

function grow(some: readonly Branch[]): RevisionTree {
  let tree: RevisionTree = [];
  for (const { hashes, deleted } of some) {
    const stored = parseTree(serializeTree(tree));
    tree = graft(stored, hashes.length, hashes.toReversed(), deleted) ?? tree;
  }
  return tree;
}

describe('revision trees', () => {
  it('come to the same leaves and winner in whatever order branches arrive', () => {
    fc.assert(
      fc.property(branches, fc.infiniteStream(fc.nat()), (some, order) => {
        const shuffled = some
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [tree, other] = [grow(some), grow(shuffled)];
        expect(leavesOf(other)).toEqual(leavesOf(tree));
        expect(winnerOf(other)).toBe(winnerOf(tree));
        expect(leavesOf(tree)[0]?.rev).toBe(winnerOf(tree));
      }),
    );
  });

  it('keep a bounded ancestry', () => {
    let tree: RevisionTree = [];
    for (let generation = 1; generation <= REVISION_DEPTH + 20; generation += 1)
      tree = graft(tree, generation, [`h${generation}`, `h${generation - 1}`], false) ?? tree;
    expect(leavesOf(tree)).toEqual([
      { rev: `${REVISION_DEPTH + 20}-h${REVISION_DEPTH + 20}`, deleted: false },
    ]);
    expect(tree[0]?.pos).toBe(21);
  }, 60_000);

  it('take an endless ancestry without growing', () => {
    const hashes = Array.from({ length: 100_000 }, (_, n) => `h${n}`);
    const tree = graft([], hashes.length, hashes, false) ?? [];
    expect(tree[0]?.pos).toBe(hashes.length - REVISION_DEPTH + 1);
  });
});
