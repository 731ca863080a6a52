import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from './split-rule.ts';

const keptOf = (...leaves: Parameters<typeof settle>[0]) => settle(leaves).kept?._rev;
const base = { _id: 'x' };

describe('the rule for two versions of a split cluster', () => {
  it('keeps the earlier claim', () => {
    const claim = { ...base, type: 'claim', dossier: 'dossier:B', change: 'c' };
    const early = { ...claim, _rev: '1-a', atUtc: '2026-11-27T01:00:00.000Z' };
    const late = { ...claim, _rev: '1-b', atUtc: '2026-11-27T01:00:01.000Z' };
    expect(keptOf(early, late)).toBe('1-a');
    expect(keptOf({ ...late, _rev: '2-b' }, early)).toBe('1-a');
    expect(keptOf(early, { ...early, _rev: '1-z', dossier: 'dossier:A' })).toBe('1-z');
  });

  it('keeps the change that went further, the approval that was applied, the newer dossier', () => {
    const change = { ...base, type: 'change' };
    const step = { state: 'submitted' };
    expect(
      keptOf(
        { ...change, _rev: '9-a', history: [step] },
        { ...change, _rev: '2-b', history: [step, step] },
      ),
    ).toBe('2-b');
    const approval = { ...base, type: 'approval' };
    expect(
      keptOf(
        { ...approval, _rev: '3-a', outcome: { state: 'accepted' } },
        { ...approval, _rev: '2-b', outcome: { state: 'applied' } },
      ),
    ).toBe('2-b');
    const dossier = { ...base, type: 'dossier' };
    expect(
      keptOf({ ...dossier, _rev: '5-a', version: 2 }, { ...dossier, _rev: '4-b', version: 3 }),
    ).toBe('4-b');
  });

  it('says the same in whatever order they come, and forgets none', () => {
    const leaf = fc.record({
      _id: fc.constant('x'),
      _rev: fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.stringMatching(/^[0-9a-f]{4}$/))
        .map(([n, h]) => `${n}-${h}`),
      type: fc.constantFrom('claim', 'change', 'approval', 'dossier', 'unit'),
      atUtc: fc.constantFrom('a', 'b'),
      version: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(leaf, { selector: ({ _rev }) => _rev, minLength: 1, maxLength: 5 }),
        (leaves) => {
          const alike = leaves.map((each) => ({ ...each, type: leaves[0]?.type }));
          const one = settle(alike);
          const other = settle(alike.toReversed());
          expect(other).toEqual(one);
          expect(one.others.length + 1).toBe(leaves.length);
        },
      ),
    );
  });
});
