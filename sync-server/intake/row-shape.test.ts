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

const ones = (count: number): readonly number[] => new Array<number>(count).fill(1);

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

  it.each([
    ['of an unknown type', { a: ones(5_000_000) }],
    ['with a long list', { type: 'change', patch: { a: ones(5_000_000) } }],
    ['with many lists', { type: 'change', patch: { a: ones(1_000).map(() => ones(1_000)) } }],
    ['that is an approval', { type: 'approval', manifest: { changes: ones(5_000_000) } }],
  ])('%s is refused for what it weighs, without being walked', (_, doc) => {
    const startedMs = performance.now();
    expect(codeOf(doc)).toBe('INVALID_INPUT');
    expect(performance.now() - startedMs).toBeLessThan(50);
  });

  it('that fills every limit is refused without a stall: a batch holds hundreds of them', () => {
    const doc = { type: 'change', patch: { a: ones(rowLimits.changeParts - 100) } };
    const startedMs = performance.now();
    for (let row = 0; row < 250; row += 1) expect(codeOf(doc)).toBe('INVALID_INPUT');
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('is refused without repeating what it says', () => {
    const parsed = parseRow({ type: 'change', _id: 'Trần Văn Kín', personName: 'Trần Văn Kín' });
    expect(JSON.stringify(parsed)).not.toContain('Kín');
  });
});
