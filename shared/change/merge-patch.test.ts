import { describe, expect, it } from 'vitest';
import { applyMergePatch, makeMergePatch, pathsOverlap, touchedPaths } from './merge-patch.ts';

describe('JSON Merge Patch (RFC 7386, appendix A)', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j patched by %j is %j', (target, patch, expected) => {
    expect(applyMergePatch(target, patch)).toEqual(expected);
  });

  it('does not follow names that every object inherits', () => {
    const patched = applyMergePatch({}, JSON.parse('{"__proto__":{"x":1},"toString":{"y":2}}'));
    expect(Object.keys(patched as object).sort()).toEqual(['__proto__', 'toString']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('makes the smallest patch and names the leaves it touches', () => {
    const before = {
      identity: { fullName: 'An', gender: 'male' },
      pay: { step: 3, coefficient: 3 },
    };
    const after = {
      identity: { fullName: 'An', gender: 'male' },
      pay: { step: 4 },
      note: { text: 'x' },
    };
    const patch = makeMergePatch(before, after);
    expect(patch).toEqual({ pay: { step: 4, coefficient: null }, note: { text: 'x' } });
    expect(touchedPaths(patch)).toEqual(['note.text', 'pay.coefficient', 'pay.step']);
  });

  it('sees an overlap where one path is the other or lies inside it', () => {
    expect(pathsOverlap(['pay.step'], ['pay.stepSince', 'note.text'])).toEqual([]);
    expect(pathsOverlap(['pay.step'], ['pay'])).toEqual(['pay.step']);
    expect(pathsOverlap(['languages'], ['languages.01.level'])).toEqual(['languages']);
  });
});
