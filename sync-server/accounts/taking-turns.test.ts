import { expect, it } from 'vitest';
import { takingTurns } from './taking-turns.ts';

const limits = { atOnce: 2, mostWaitingOfOne: 5, mostWaiting: 8 };

/** Work that ends when the test says so; `started` names it in the order of its start. */
function play(given: Partial<typeof limits> = {}) {
  const inTurn = takingTurns({ ...limits, ...given });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (from: string, name: string) =>
    inTurn(from, () => {
      started.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const settled = () => new Promise(setImmediate);
  const end = async (name: string) => {
    await settled();
    ends.get(name)?.();
    await settled();
  };
  return { ask, end, settled, started };
}

it('a flood of one caller does not keep another from its turn', async () => {
  const { ask, end, settled, started } = play();
  const flood = ['a1', 'a2', 'a3', 'a4'].map((name) => ask('a', name));
  const others = [ask('b', 'b1'), ask('c', 'c1')];
  await settled();
  expect(started).toEqual(['a1', 'b1']);
  await end('b1');
  expect(started).toEqual(['a1', 'b1', 'c1']);
  for (const name of ['a1', 'a2', 'a3', 'a4', 'c1']) await end(name);
  await Promise.all([...flood, ...others]);
  expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4']);
});

it('two callers that both wait alternate', async () => {
  const { ask, end, started } = play({ atOnce: 1 });
  const all = ['a1', 'b1', 'a2', 'b2'].map((name) => ask(name.charAt(0), name));
  for (const name of ['a1', 'b1', 'a2', 'b2']) await end(name);
  await Promise.all(all);
  expect(started).toEqual(['a1', 'b1', 'a2', 'b2']);
});

it('turns away who has too many waiting, and whoever comes when all places are taken', async () => {
  const { ask, started } = play();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) void ask('a', name);
  await expect(ask('a', 'a7')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  for (const name of ['b1', 'b2', 'b3', 'b4']) void ask('b', name);
  await expect(ask('c', 'c1')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(started).toEqual(['a1', 'b1']);
});

it('work that fails gives its place free', async () => {
  const inTurn = takingTurns({ ...limits, atOnce: 1 });
  await expect(inTurn('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn('a', () => Promise.resolve('yes'))).toBe('yes');
});
