import { expect, it } from 'vitest';
import type { Change } from '../../../../shared/change/change.ts';
import { step as entry, steppedChange as change } from '../../../../test/helpers/stepped-change.ts';
import type { WorkItem } from '../work/work-item.ts';
import { confirmSteps } from './confirm-steps.ts';

const submitted = entry('submitted', 'thu', 0);
const mine = change([submitted, entry('withdrawn', 'thu', 2)]);

async function confirm(state: WorkItem['state'], master: Change) {
  const dropped: string[] = [];
  const refused: { id: string; code: string }[] = [];
  const step: WorkItem = {
    id: 'work:1',
    seq: 1,
    document: mine,
    state,
    sentRev: '2-a',
    problem: null,
    refusedAtUtc: null,
  };
  const work = {
    stepsOf: () => [step],
    drop: async (ids: readonly string[]) => void dropped.push(...ids),
    refuse: async (all: readonly { id: string; problem: { code: string } }[]) =>
      void refused.push(...all.map(({ id, problem }) => ({ id, code: problem.code }))),
  };
  await confirmSteps(work, [master]);
  return { dropped, refused };
}

it('a step that the centre has is done with', async () => {
  expect(await confirm('sent', mine)).toEqual({ dropped: ['work:1'], refused: [] });
});

it('a step that the centre took, and a settled split left out, goes back to the person', async () => {
  const winner = change([submitted, entry('verified', 'hoa', 3)]);
  const told = [{ id: 'work:1', code: 'CHANGE_OUT_OF_DATE' }];
  expect(await confirm('sent', winner)).toEqual({ dropped: [], refused: told });
  expect(await confirm('waiting', winner)).toEqual({ dropped: [], refused: [] });
});

it('a step that only follows what the centre has stays', async () => {
  expect(await confirm('sent', change([submitted]))).toEqual({ dropped: [], refused: [] });
});
