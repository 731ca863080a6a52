import { describe, expect, it } from 'vitest';
import { keepSnapshot } from './snapshot.ts';
import type { SummaryContents } from './summaries.ts';

const contents = (count: number): SummaryContents => ({
  units: [],
  dossiers: [],
  changes: [],
  approvals: Array.from({ length: count }, (_, index) => ({
    id: String(index),
    unit: 'H20',
    createdAtUtc: '',
    receivedAtUtc: null,
  })),
});

/** A slow disk that notes what was done to it. */
function disk(present: boolean, quietMs = 20) {
  const log: string[] = [];
  let rows = 0;
  const slowly = async (what: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(what);
  };
  const keeper = keepSnapshot({
    store: {
      read: () => Promise.resolve(null),
      write: (kept) => slowly(`write ${kept.approvals.length}`),
      remove: () => slowly('remove'),
    },
    contents: () => contents(rows),
    present,
    quietMs,
    onError: (error) => log.push(String(error)),
  });
  return { log, keeper, grow: () => (rows += 1) };
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the snapshot of the summaries', () => {
  it('is gone before the first row is written, so that a crash finds none that is old', async () => {
    const { log, keeper } = disk(true);
    await keeper.unsettle();
    expect(log).toEqual(['remove']);
    await keeper.unsettle();
    expect(log).toEqual(['remove']);
  });

  it('is written once it is quiet and every row is in', async () => {
    const { log, keeper, grow } = disk(true);
    await keeper.unsettle();
    await pause(40);
    expect(log).toEqual(['remove']);
    grow();
    keeper.settle();
    await pause(60);
    expect(log).toEqual(['remove', 'write 1']);
    keeper.settle();
    await keeper.close();
    expect(log).toEqual(['remove', 'write 1']);
  });

  it('is taken away again when rows come while it is being written', async () => {
    const { log, keeper } = disk(false, 0);
    keeper.settle();
    await pause(2);
    await keeper.unsettle();
    expect(log.at(-1)).toBe(log.length > 1 ? 'remove' : undefined);
    await keeper.close();
    expect(log.filter((what) => what.startsWith('write')).length).toBe(
      log.filter((what) => what === 'remove').length,
    );
  });

  it('is written at closing, but not in the middle of a pull', async () => {
    const quiet = disk(false, 60_000);
    quiet.keeper.settle();
    await quiet.keeper.close();
    expect(quiet.log).toEqual(['write 0']);
    const busy = disk(false, 60_000);
    await busy.keeper.unsettle();
    await busy.keeper.close();
    expect(busy.log).toEqual([]);
  });
});
