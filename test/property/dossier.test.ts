import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm } from '../../shared/canonical/canonical.ts';
import type { JsonObject } from '../../shared/canonical/json.ts';
import { foldChange } from '../../shared/change/fold.ts';
import {
  applyMergePatch,
  makeMergePatch,
  pathsOverlap,
  touchedPaths,
} from '../../shared/change/merge-patch.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { sampleChange } from '../helpers/sample-changes.ts';

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const tree: fc.Arbitrary<JsonObject> = fc.letrec<{ tree: JsonObject; value: JsonObject[string] }>(
  (tie) => ({
    tree: fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), tie('value'), { maxKeys: 4 }),
    value: fc.oneof({ depthSize: 'small' }, leaf, tie('tree')),
  }),
).tree;

const text = fc.string({ minLength: 1, maxLength: 20 });
const leaves: readonly (readonly [
  section: string,
  key: string,
  value: fc.Arbitrary<string | number>,
])[] = [
  ['contact', 'residence', text],
  ['pay', 'step', fc.integer({ min: 1, max: 12 })],
  ['pay', 'coefficient', fc.integer({ min: 100, max: 800 }).map((hundredths) => hundredths / 100)],
  ['education', 'major', text],
  ['education', 'general', text],
  ['note', 'text', text],
];

/** A patch that sets just these leaves. */
const patchOf = (chosen: typeof leaves): fc.Arbitrary<JsonObject> =>
  fc.tuple(...chosen.map(([, , value]) => value)).map((values) =>
    chosen.reduce<Record<string, JsonObject>>(
      (patch, [section, key], index) => ({
        ...patch,
        [section]: { ...patch[section], [key]: values[index] ?? '' },
      }),
      {},
    ),
  );
const amendments = fc.subarray([...leaves], { minLength: 1 }).chain(patchOf);
/** Two patches that share no leaf. */
const disjointPair = fc
  .tuple(fc.shuffledSubarray([...leaves], { minLength: 2 }), fc.nat())
  .chain(([chosen, cut]) => {
    const at = 1 + (cut % (chosen.length - 1));
    return fc.tuple(patchOf(chosen.slice(0, at)), patchOf(chosen.slice(at)));
  });

const stamp = { approval: 'approval:2026-11:X', atUtc: '2026-11-25T02:00:00.000Z' };
const base = sampleChange(1);
function fold(changes: readonly Change[]): Dossier | null {
  return changes.reduce<Dossier | null>((dossier, change) => {
    const outcome = foldChange(dossier, change, stamp);
    return outcome.outcome === 'applied' ? outcome.dossier : dossier;
  }, null);
}
const amend = (number: number, patch: JsonObject) =>
  sampleChange(number, { kind: 'amend', baseVersion: 1, patch, paths: [...touchedPaths(patch)] });

describe('changes', () => {
  it('a patch made from two states leads from the one to the other', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        expect(applyMergePatch(before, makeMergePatch(before, after))).toEqual(after);
      }),
    );
  });

  it('two changes on disjoint paths commute: the same dossier in either order', () => {
    fc.assert(
      fc.property(disjointPair, ([left, right]) => {
        expect(pathsOverlap(touchedPaths(left), touchedPaths(right))).toEqual([]);
        const a = amend(2, left);
        const b = amend(3, right);
        const one = fold([base, a, b]);
        const other = fold([base, b, a]);
        expect(one?.version).toBe(3);
        expect(canonicalForm(one?.content ?? null)).toBe(canonicalForm(other?.content ?? null));
      }),
    );
  });

  it('whatever overlaps is never applied over the other', () => {
    fc.assert(
      fc.property(amendments, amendments, (left, right) => {
        fc.pre(pathsOverlap(touchedPaths(left), touchedPaths(right)).length > 0);
        const first = fold([base, amend(2, left)]);
        expect(first).not.toBeNull();
        expect(foldChange(first, amend(3, right), stamp).outcome).toBe('conflicted');
      }),
    );
  });

  it('folding again what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.array(amendments, { maxLength: 5 }), (patches) => {
        const changes = [base, ...patches.map((patch, index) => amend(index + 2, patch))];
        expect(fold([...changes, ...changes])).toEqual(fold(changes));
      }),
    );
  });
});
