import { describe, expect, it } from 'vitest';
import { sampleChange, sampleAuthor } from '../../../../test/helpers/sample-changes.ts';
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { Change } from '../../../../shared/change/change.ts';
import type { WorkItem } from '../work/work-item.ts';
import { mendTimes } from './mend-times.ts';

const nowMs = Date.parse('2026-11-27T03:00:00.000Z');
const years = 3 * 365 * 86_400_000;
const at = (beforeNowMs: number) => new Date(nowMs + years - beforeNowMs).toISOString();

function entered(number: number, beforeNowMs: number): Change {
  const atUtc = at(beforeNowMs);
  const history = [{ state: 'submitted', by: sampleAuthor, atUtc }] as const;
  return sampleChange(number, { authoredAtUtc: atUtc, history: [...history] });
}

async function mended(documents: readonly (Change | Approval)[]) {
  let items = documents.map((document, index): WorkItem => {
    const open = { sentRev: null, problem: null, refusedAtUtc: null };
    return { id: `work:${index}`, seq: index, document, state: 'waiting', ...open };
  });
  const dropped: string[] = [];
  await mendTimes(
    {
      waiting: () => items,
      add: (added) => {
        items = [
          ...items,
          ...added.map((document, index) => ({
            id: `new:${index}`,
            seq: 100 + index,
            document,
            state: 'waiting' as const,
            sentRev: null,
            problem: null,
            refusedAtUtc: null,
          })),
        ];
        return Promise.resolve();
      },
      drop: (ids) => {
        dropped.push(...ids);
        return Promise.resolve();
      },
    },
    nowMs,
  );
  return items.filter(({ id }) => !dropped.includes(id)).map(({ document }) => document);
}

describe('steps stamped by a clock three years ahead', () => {
  it('are stamped anew, in their order and at their distance', async () => {
    const first = entered(1, 60_000);
    const second = entered(2, 0);
    const documents = await mended([first, second]);
    const times = documents.map((one) => (one.type === 'change' ? one.authoredAtUtc : ''));
    expect(times).toEqual(['2026-11-27T02:59:00.000Z', '2026-11-27T03:00:00.000Z']);
    expect(documents.map((one) => one.type === 'change' && one.history[0]?.atUtc)).toEqual(times);
  });

  it('leave alone what bears a possible time', async () => {
    const honest = sampleChange(3);
    expect(await mended([honest])).toEqual([honest]);
  });
});
