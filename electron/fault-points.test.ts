import { afterEach, expect, it } from 'vitest';
import { allowFaultPoints, faultPointsAllowed, reachFaultPoint } from './fault-points.ts';

const arm = (value: string | undefined, packaged = false) =>
  allowFaultPoints(() => value, packaged);
afterEach(() => arm(undefined));

it('a packaged program has no fault points, nor has one that no test started', () => {
  arm('journal.beforeWrite', true);
  expect(faultPointsAllowed()).toBe(false);
  // It would end this process otherwise.
  reachFaultPoint('journal.beforeWrite');
  arm(undefined);
  expect(faultPointsAllowed()).toBe(false);
});

it('only the armed one counts, and only from its count on', () => {
  arm('journal.afterSync:3');
  expect(faultPointsAllowed()).toBe(true);
  reachFaultPoint('journal.beforeWrite');
  reachFaultPoint('journal.afterSync');
  reachFaultPoint('journal.afterSync');
});

it('one may be armed later, in the running process', () => {
  let value = 'none';
  allowFaultPoints(() => value, false);
  reachFaultPoint('work.beforeWrite');
  value = 'work.beforeWrite:2';
  reachFaultPoint('work.beforeWrite');
});

it.each(['nowhere', 'journal.afterSync:0', 'journal.afterSync:x'])(
  'a mistake in the name is told: %j',
  (value) => {
    expect(() => arm(value)).toThrow('HOSO_FAULT_AT');
  },
);
