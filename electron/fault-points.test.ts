import { afterEach, expect, it } from 'vitest';
import { armFaultPoint, armedFaultPoint, reachFaultPoint } from './fault-points.ts';

afterEach(() => armFaultPoint(undefined, false));

it('a packaged program has no fault points', () => {
  armFaultPoint('journal.beforeWrite', true);
  expect(armedFaultPoint()).toBeNull();
  // It would end this process otherwise.
  reachFaultPoint('journal.beforeWrite');
});

it('only the armed one counts, and only from its count on', () => {
  armFaultPoint('journal.afterSync:3', false);
  expect(armedFaultPoint()).toBe('journal.afterSync');
  reachFaultPoint('journal.beforeWrite');
  reachFaultPoint('journal.afterSync');
  reachFaultPoint('journal.afterSync');
});

it.each(['nowhere', 'journal.afterSync:0', 'journal.afterSync:x', ''])(
  'a mistake in the name is told: %j',
  (value) => {
    expect(() => armFaultPoint(value, false)).toThrow('HOSO_FAULT_AT');
  },
);
