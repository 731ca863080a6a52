import { describe, expect, it } from 'vitest';
import type { Change, TransitionEntry } from '../../../../shared/change/change.ts';
import { serverStamp } from '../../../../shared/change/server-stamp.ts';
import { step, steppedChange } from '../../../../test/helpers/stepped-change.ts';
import { enteredPart, judgeHeld, standsOnLost } from './judge-held.ts';

const change = (history: readonly TransitionEntry[], text = 'một') =>
  steppedChange(history, { patch: { note: { text } } });

const submitted = step('submitted', 'thu', 0);
const returned = step('returned', 'hoa', 5, 'thiếu năm');
const again = step('submitted', 'thu', 9);
const verified = step('verified', 'hoa', 10);
const approved = step('approved', 'hoa', 11);

const offered = (version: Change, master: Change | null, account: string) => {
  const verdict = judgeHeld(version, master, account);
  return verdict.is === 'offer'
    ? [verdict.change.history.length, verdict.change.state, verdict.change.patch]
    : verdict.is;
};

describe('a version that the centre has no more', () => {
  it('is covered by the same history and by a later one, not by an earlier', () => {
    const held = change([submitted, verified]);
    expect(judgeHeld(held, held, 'thu').is).toBe('covered');
    expect(judgeHeld(held, change([submitted, verified, approved]), 'thu').is).toBe('covered');
    expect(judgeHeld(held, change([submitted]), 'thu').is).toBe('waits');
  });

  it('is covered without the steps that the centre takes itself, which come anew at another time', () => {
    const held = change([submitted, verified, approved]);
    expect(judgeHeld(held, change([submitted, verified]), 'hoa').is).toBe('covered');
    const returnedByServer: TransitionEntry = { ...step('returned', 'x', 12), by: serverStamp };
    expect(enteredPart(change([submitted, verified, returnedByServer]))?.history).toHaveLength(2);
    expect(offered(held, change([submitted]), 'hoa')).toEqual([2, 'verified', held.patch]);
  });

  it('is offered whole by whoever took all that is missing', () => {
    expect(offered(change([submitted]), null, 'thu')).toEqual([
      1,
      'submitted',
      { note: { text: 'một' } },
    ]);
    const withdrawn = change([submitted, step('withdrawn', 'thu', 3)]);
    expect(offered(withdrawn, change([submitted]), 'thu')).toEqual([
      2,
      'withdrawn',
      withdrawn.patch,
    ]);
  });

  it('waits for the steps of others that come first', () => {
    expect(offered(change([submitted, verified]), null, 'hoa')).toBe('waits');
    const held = change([submitted, returned, again], 'hai');
    expect(offered(held, change([submitted]), 'thu')).toBe('waits');
    expect(offered(held, change([submitted, returned]), 'thu')).toEqual([
      3,
      'submitted',
      held.patch,
    ]);
  });

  it('gives a step that brought no content the content that the centre has, never a later one', () => {
    const held = change([submitted, returned, again], 'hai');
    expect(offered(held, change([submitted]), 'hoa')).toEqual([
      2,
      'returned',
      { note: { text: 'một' } },
    ]);
  });

  it('does not offer a step whose own content was replaced: that content is not known', () => {
    const held = change([submitted, returned, again], 'hai');
    expect(judgeHeld(held, null, 'thu').is).toBe('contentUnknown');
    // The version of before the replacement knows it.
    expect(offered(change([submitted, returned]), null, 'thu')).toEqual([
      1,
      'submitted',
      { note: { text: 'một' } },
    ]);
  });

  it('is lost when the centre went another way, and says whether a step of ours is among it', () => {
    const held = change([submitted, returned, again], 'hai');
    const master = change([submitted, step('withdrawn', 'thu', 6)]);
    expect(judgeHeld(held, master, 'thu')).toEqual({ is: 'lost', own: true });
    expect(judgeHeld(held, master, 'ban')).toEqual({ is: 'lost', own: false });
  });
});

describe('an unsent step', () => {
  it('stands on what is lost when others have to bring something back first', () => {
    const unsent = change([submitted, returned, again], 'hai');
    expect(standsOnLost(unsent, change([submitted]), 'thu')).toBe(true);
    expect(standsOnLost(unsent, change([submitted, returned]), 'thu')).toBe(false);
    expect(standsOnLost(change([submitted]), null, 'thu')).toBe(false);
    // The centre went another way: its answer says so.
    const other = change([submitted, step('withdrawn', 'thu', 6)]);
    expect(standsOnLost(unsent, other, 'thu')).toBe(false);
  });
});
