import { describe, expect, it } from 'vitest';
import { step, steppedChange as change } from '../../../../test/helpers/stepped-change.ts';
import { judge, judgeChange } from './judge-conflict.ts';

const submitted = step('submitted', 'thu', 0);

describe('a step that meets the centre', () => {
  it('is covered when the centre has it, and what came after it', () => {
    const mine = change([submitted]);
    expect(judgeChange(mine, mine)).toBe('covered');
    expect(judgeChange(mine, change([submitted, step('verified', 'ba', 5)]))).toBe('covered');
  });

  it('is covered although the centre has set its own marks', () => {
    const master = change([submitted], { receivedAtUtc: '2026-11-22T09:00:00.000Z' });
    expect(judgeChange(change([submitted]), master)).toBe('covered');
  });

  it('goes on top when it follows what stands', () => {
    expect(judgeChange(change([submitted, step('verified', 'ba', 5)]), change([submitted]))).toBe(
      'ahead',
    );
  });

  it('is lost, and kept for the person, when the change went another way', () => {
    const mine = change([submitted, step('verified', 'ba', 5)]);
    const theirs = change([submitted, step('returned', 'tu', 4, 'Thiếu minh chứng')]);
    expect(judgeChange(mine, theirs)).toBe('lost');
    expect(judgeChange(theirs, mine)).toBe('lost');
  });

  it('says no more than another verifier’s same step', () => {
    const mine = change([submitted, step('verified', 'ba', 5)]);
    const theirs = change([submitted, step('verified', 'tu', 4), step('approved', 'centre', 9)]);
    expect(judgeChange(mine, theirs)).toBe('covered');
  });

  it('is lost when it carries a reason or a content that the other lacks', () => {
    const theirs = change([submitted, step('returned', 'tu', 4, 'Thiếu quê quán')]);
    const reason = change([submitted, step('returned', 'ba', 5, 'Sai ngày sinh')]);
    expect(judgeChange(reason, theirs)).toBe('lost');
    const returned = step('returned', 'tu', 4, 'Thiếu quê quán');
    const first = change([submitted, returned, step('submitted', 'thu', 6)], {
      patch: { note: { text: 'hai' } },
    });
    const second = change([submitted, returned, step('submitted', 'thu', 7)], {
      patch: { note: { text: 'ba' } },
    });
    expect(judgeChange(first, second)).toBe('lost');
  });

  it('is kept when what stands cannot be understood', () => {
    expect(judge(change([submitted]), { strange: true })).toBe('lost');
    expect(judge(change([submitted]), undefined)).toBe('lost');
  });
});
