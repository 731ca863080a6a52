import { expect, it } from 'vitest';
import type { PulledDocument, PullRequest } from '../../shared/contract/sync.ts';
import { pullAll, type PullOnce } from './pull-all.ts';

const text = 'a'.repeat(1000);
const documentOf = (id: string): PulledDocument => ({
  id,
  rev: '1-a',
  deleted: false,
  doc: { text },
});

/** A desk of so many changes, handed out ten at a time; nothing else has any news. */
const centreOf = (count: number): PullOnce => {
  const page = (stream: string, from: number) => {
    const end = stream === 'change' ? Math.min(count, from + 10) : 0;
    const ids = Array.from({ length: Math.max(0, end - from) }, (_, at) => `change:${from + at}`);
    const cursors = { desk: `${Math.max(from, end)}` };
    const more = stream === 'change' && end < count;
    return { documents: ids.map(documentOf), cursors, more, pending: 0 };
  };
  return async ({ streams }: PullRequest) =>
    Object.fromEntries(
      Object.entries(streams).map(([stream, asked]) => [
        stream,
        page(stream, Number(asked.cursors['desk'] ?? 0)),
      ]),
    );
};

it('brings all pages of each stream as one', async () => {
  const { streams, more } = await pullAll(centreOf(35), {});
  const { change, unit } = streams;
  expect(more).toBe(false);
  expect(change?.documents.length).toBe(35);
  expect(change?.cursors).toEqual({ desk: '35' });
  expect(unit?.documents).toEqual([]);
});

it('ends where there is enough for one answer, and goes on there with the next', async () => {
  const first = await pullAll(centreOf(35), {}, 15_000);
  expect(first.streams.change?.documents.length).toBe(20);
  expect(first.more).toBe(true);
  const from = { change: first.streams.change?.cursors ?? {} };
  const rest = await pullAll(centreOf(35), from, 1_000_000);
  expect(rest.streams.change?.documents.map(({ id }) => id)[0]).toBe('change:20');
  expect(rest.streams.change?.documents.length).toBe(15);
  expect(rest.more).toBe(false);
});
