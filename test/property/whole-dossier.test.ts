/** Whatever the 38 items say: nothing is lost on the way from change to dossier and back, in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm } from '../../shared/canonical/canonical.ts';
import type { JsonObject, JsonValue } from '../../shared/canonical/json.ts';
import { isJsonObject } from '../../shared/canonical/json.ts';
import type { Change } from '../../shared/change/change.ts';
import { changeSchema } from '../../shared/change/change.ts';
import { changeDigest } from '../../shared/change/digest.ts';
import { describeChange, valueAt } from '../../shared/change/describe.ts';
import { foldChange } from '../../shared/change/fold.ts';
import { maskChange } from '../../shared/change/masking.ts';
import { makeMergePatch, touchedPaths } from '../../shared/change/merge-patch.ts';
import { contentPatchSchema } from '../../shared/change/patch-schema.ts';
import { dossierContentSchema } from '../../shared/dossier/content.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { fieldAt } from '../../shared/dossier/fields.ts';
import { anyContent } from '../helpers/any-dossier.ts';
import { sampleChange } from '../helpers/sample-changes.ts';

/** Whole dossiers are large: half of the usual rounds. */
fc.configureGlobal({ numRuns: 50 });

const stamp = { approval: 'approval:2026-11:X', atUtc: '2026-11-25T02:00:00.000Z' };

const change = (number: number, patch: JsonObject, over: Partial<Change> = {}) =>
  sampleChange(number, { patch, paths: [...touchedPaths(patch)], ...over });

function fold(changes: readonly Change[]): Dossier {
  const last = changes.reduce<Dossier | null>((dossier, next) => {
    const folded = foldChange(dossier, next, stamp);
    if (folded.outcome !== 'applied') throw new Error(JSON.stringify(folded));
    return folded.dossier;
  }, null);
  if (!last) throw new Error('no change');
  return last;
}

/** One leaf of a patch, with the objects that lead to it. */
function only(patch: JsonObject, path: string): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const inner = patch[key] ?? null;
  return { [key]: rest.length > 0 && isJsonObject(inner) ? only(inner, rest.join('.')) : inner };
}

/** The leaves of a patch by section and row: what one person would enter at once. */
function pieces(patch: JsonObject): readonly JsonObject[] {
  return Object.entries(patch).flatMap(([section, value]): readonly JsonObject[] => {
    const rows = isJsonObject(value) && Object.values(value).every(isJsonObject);
    if (!rows || !isJsonObject(value)) return [{ [section]: value }];
    return Object.entries(value).map(([id, row]): JsonObject => ({ [section]: { [id]: row } }));
  });
}

const without = (content: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(content).filter(([section]) => section !== name));

describe('any dossier', () => {
  it('is a content that the schema holds, as a whole and as a patch', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(dossierContentSchema.parse(content)).toEqual(content);
        expect(contentPatchSchema.safeParse(content).success).toBe(true);
        for (const path of touchedPaths(content)) expect(fieldAt(path), path).toBeDefined();
      }),
    );
  });

  it('goes into a change, is folded, and comes out as it was, byte for byte in its canonical form', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const create = change(1, content);
        expect(changeSchema.safeParse(create).success).toBe(true);
        const dossier = fold([create]);
        expect(canonicalForm(dossier.content)).toBe(canonicalForm(content));
        expect(JSON.parse(canonicalForm(dossier.content))).toEqual(content);
      }),
    );
  });

  it('becomes any other dossier by the change made from the two', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const patch = makeMergePatch(before, after);
        fc.pre(Object.keys(patch).length > 0);
        const dossier = fold([
          change(1, before),
          change(2, patch, { kind: 'amend', baseVersion: 1 }),
        ]);
        expect(canonicalForm(dossier.content)).toBe(canonicalForm(after));
      }),
    );
  });

  it('has one digest, whether its sensitive sections are shown or masked', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const clear = change(1, content);
        expect(changeDigest(maskChange(clear))).toBe(changeDigest(clear));
      }),
    );
  });

  it('tells every leaf that a change sets, each with its label', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const told = new Map(describeChange(undefined, content).map((row) => [row.path, row]));
        for (const path of touchedPaths(content)) {
          const value: JsonValue | undefined = valueAt(content, path);
          expect(told.get(path)?.label, path).toBe(fieldAt(path)?.label);
          if (value !== undefined && value !== '') expect(told.get(path)?.after, path).not.toBe('');
        }
      }),
    );
  });
});

describe('changes to any dossier', () => {
  it('that touch different leaves commute: the same dossier in either order', () => {
    fc.assert(
      fc.property(
        anyContent,
        anyContent,
        fc.infiniteStream(fc.boolean()),
        (before, after, coin) => {
          const patch = makeMergePatch(before, without(after, 'identity'));
          const { identity: _, ...leaves } = patch;
          const mine = touchedPaths(leaves).filter((path) => !path.startsWith('identity'));
          const [left, right] = mine.reduce<[JsonObject, JsonObject]>(
            ([a, b], path) => {
              // A leaf of a row goes with its row: half a row may lack what a row cannot be without.
              const piece = only(leaves, path.split('.').slice(0, 2).join('.'));
              const there = [a, b].find((side) => valueAt(side, path) !== undefined);
              if (there) return [a, b];
              return coin.next().value
                ? [applyMergeKeepingNulls(a, piece), b]
                : [a, applyMergeKeepingNulls(b, piece)];
            },
            [{}, {}],
          );
          fc.pre(Object.keys(left).length > 0 && Object.keys(right).length > 0);
          const create = change(1, before);
          const one = change(2, left, { kind: 'amend', baseVersion: 1 });
          const other = change(3, right, { kind: 'amend', baseVersion: 1 });
          const [ab, ba] = [fold([create, one, other]), fold([create, other, one])];
          expect(canonicalForm(ab.content)).toBe(canonicalForm(ba.content));
        },
      ),
    );
  });

  it('fold to the same dossier in any admissible order', () => {
    fc.assert(
      fc.property(
        anyContent.chain((content) =>
          fc.tuple(
            fc.constant(content),
            fc.shuffledSubarray(
              pieces(without(content, 'identity')).map((_, at) => at),
              { minLength: pieces(without(content, 'identity')).length },
            ),
          ),
        ),
        ([content, order]) => {
          const parts = pieces(without(content, 'identity'));
          const create = change(1, { identity: content.identity ?? {} });
          const changes = order.map((at) =>
            change(at + 2, parts[at] ?? {}, { kind: 'amend', baseVersion: 1 }),
          );
          expect(canonicalForm(fold([create, ...changes]).content)).toBe(canonicalForm(content));
        },
      ),
    );
  });
});

/** Joins two patches of different leaves; `null` stays what it means, a removal. */
function applyMergeKeepingNulls(a: JsonObject, b: JsonObject): JsonObject {
  const joined = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const old = joined.get(key);
    joined.set(
      key,
      isJsonObject(old) && isJsonObject(value) ? applyMergeKeepingNulls(old, value) : value,
    );
  }
  return Object.fromEntries(joined);
}
