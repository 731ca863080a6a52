import { describe, expect, it } from 'vitest';
import { parseRow, rowLimits } from './row-shape.ts';

const codeOf = (doc: Record<string, unknown>) => {
  const parsed = parseRow(doc);
  return parsed.ok ? 'ok' : parsed.problem.code;
};

function nested(depth: number): Record<string, unknown> {
  let value: Record<string, unknown> = {};
  for (let level = 0; level < depth; level += 1) value = { in: value };
  return value;
}

/** A list that counts how often one of its items is looked at. */
function counted(items: readonly unknown[], seen: { count: number }): readonly unknown[] {
  return new Proxy(items, {
    get(list, key): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) seen.count += 1;
      return Reflect.get(list, key);
    },
  });
}

const ones = (count: number, seen = { count: 0 }): readonly unknown[] =>
  counted(new Array<number>(count).fill(1), seen);

describe('a pushed document', () => {
  it.each([
    ['of no type', {}],
    ['of a type that is not pushed', { type: 'dossier', _id: 'dossier:1' }],
    ['of the server', { type: 'account', _id: 'account:x' }],
    ['deeper than any form', { type: 'change', patch: nested(rowLimits.depth) }],
    ['deep enough to exhaust a stack', { type: 'change', patch: nested(200_000) }],
    ['with half a character', { type: 'change', personName: '\ud800' }],
    ['with a NUL', { type: 'change', personName: 'a\0b' }],
    ['with a bad key', { type: 'change', patch: { '\udfff': 1 } }],
    [
      'too large',
      { type: 'change', patch: { note: { text: 'x'.repeat(rowLimits.changeCharacters) } } },
    ],
  ])('%s is refused', (_, doc) => {
    expect(codeOf(doc)).toBe('INVALID_INPUT');
  });

  const many = 5_000_000;
  it.each<[string, number, (seen: { count: number }) => Record<string, unknown>]>([
    ['of an unknown type', 0, (seen) => ({ a: ones(many, seen) })],
    ['with a long list', 0, (seen) => ({ type: 'change', patch: { a: ones(many, seen) } })],
    [
      'with many lists',
      rowLimits.changeParts,
      (seen) => ({ type: 'change', patch: { a: ones(1_000).map(() => ones(1_000, seen)) } }),
    ],
    [
      'that is an approval',
      0,
      (seen) => ({ type: 'approval', manifest: { changes: ones(many, seen) } }),
    ],
  ])('%s is refused for what it weighs: at most %i items are looked at', (_, most, make) => {
    const seen = { count: 0 };
    expect(codeOf(make(seen))).toBe('INVALID_INPUT');
    expect(seen.count).toBeLessThanOrEqual(most);
  });

  it('that fills every limit is refused in a few walks of what it holds', () => {
    const seen = { count: 0 };
    const items = rowLimits.changeParts - 100;
    const doc = { type: 'change', patch: { a: ones(items, seen) } };
    expect(codeOf(doc)).toBe('INVALID_INPUT');
    expect(seen.count).toBeGreaterThanOrEqual(items);
    expect(seen.count).toBeLessThanOrEqual(4 * items);
  });

  it('is refused without repeating what it says', () => {
    const parsed = parseRow({ type: 'change', _id: 'Trần Văn Kín', personName: 'Trần Văn Kín' });
    expect(JSON.stringify(parsed)).not.toContain('Kín');
  });
});
