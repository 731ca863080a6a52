import { describe, expect, it } from 'vitest';
import type { PushResult } from '../../../shared/contract/sync.ts';
import { done, problem, type Problem, type Result } from '../../../shared/errors/index.ts';
import type { GatewayClient } from './gateway-client.ts';
import { pushRows, type PushRow } from './push-rows.ts';

const rowsOf = (count: number): readonly PushRow[] =>
  Array.from({ length: count }, (_, index) => ({ assumedRev: null, doc: { _id: `r${index}` } }));

interface Body {
  readonly rows: readonly PushRow[];
}

/** A centre that judges each request as a whole, or takes it. */
function centre(judge: (ids: readonly unknown[]) => Problem | null) {
  const sizes: number[] = [];
  const client: GatewayClient = {
    get: () => Promise.reject(new Error('not asked')),
    raw: () => Promise.reject(new Error('not asked')),
    open: () => Promise.reject(new Error('not asked')),
    post: (_path, body, schema) => {
      const { rows } = body as Body;
      sizes.push(rows.length);
      const why = judge(rows.map(({ doc }) => doc['_id']));
      if (why) return Promise.resolve({ ok: false, problem: why });
      const results = rows.map(({ doc }): PushResult => ({
        outcome: 'stored',
        id: String(doc['_id']),
        rev: '1-a',
      }));
      const answer: Result<unknown> = done({ epoch: 'e', results });
      return Promise.resolve(answer.ok ? done(schema.parse(answer.value)) : answer);
    },
  };
  return { client, sizes };
}

const outcomes = (answers: readonly { readonly outcome: string }[]) =>
  Map.groupBy(answers, ({ outcome }) => outcome);

describe('pushing rows', () => {
  it('sends a hundred at a time, in order', async () => {
    const { client, sizes } = centre(() => null);
    const progress: number[] = [];
    const { answers, stopped } = await pushRows(client, rowsOf(250), (n) => progress.push(n));
    expect(sizes).toEqual([100, 100, 50]);
    expect(progress).toEqual([100, 200, 250]);
    expect(stopped).toBeNull();
    expect(answers.map((answer) => answer.id)).toEqual(rowsOf(250).map(({ doc }) => doc['_id']));
  });

  it('halves a batch that is too large until it passes', async () => {
    const { client, sizes } = centre((ids) => (ids.length > 30 ? problem('BODY_TOO_LARGE') : null));
    const { answers } = await pushRows(client, rowsOf(100));
    expect(outcomes(answers).get('stored')).toHaveLength(100);
    expect(Math.max(...sizes.filter((size) => size <= 30))).toBe(25);
  });

  it('refuses the one row that is too large by itself and stores the others', async () => {
    const { client } = centre((ids) => (ids.includes('r42') ? problem('BODY_TOO_LARGE') : null));
    const { answers } = await pushRows(client, rowsOf(100));
    expect(outcomes(answers).get('stored')).toHaveLength(99);
    expect(answers[42]).toMatchObject({ outcome: 'refused', problem: { code: 'BODY_TOO_LARGE' } });
  });

  it('leaves the one row that the centre fails on for later and stores the others', async () => {
    const { client } = centre((ids) => (ids.includes('r7') ? problem('INTERNAL') : null));
    const { answers, stopped } = await pushRows(client, rowsOf(100));
    expect(stopped).toBeNull();
    expect(outcomes(answers).get('stored')).toHaveLength(99);
    expect(answers[7]?.outcome).toBe('unanswered');
  });

  it('does not hammer a centre that fails on everything', async () => {
    const { client, sizes } = centre(() => problem('INTERNAL'));
    const { answers, stopped } = await pushRows(client, rowsOf(100));
    expect(stopped?.code).toBe('INTERNAL');
    expect(outcomes(answers).get('unanswered')).toHaveLength(100);
    expect(sizes.length).toBeLessThan(30);
  });

  it('stops at a broken line and says which rows are not known', async () => {
    let calls = 0;
    const { client } = centre(() => (++calls > 1 ? problem('SERVER_UNREACHABLE') : null));
    const { answers, stopped } = await pushRows(client, rowsOf(250));
    expect(stopped?.code).toBe('SERVER_UNREACHABLE');
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(100).fill('stored'),
      ...Array<string>(150).fill('unanswered'),
    ]);
  });
});
