import type { RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';
import type { Journal, JournalEntry } from '../../../renderer/data/local/store/journal.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { newPerson, openClient, until } from './clients.ts';
import { startGateway, type Gateway } from './gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** A disk that is full for the next writes into one collection. */
function failingDisk(collection: string, failures: number) {
  const memory = getRxStorageMemory();
  let left = failures;
  const storage: LocalDataOptions['storage'] = {
    ...memory,
    createStorageInstance: async <T>(params: RxStorageInstanceCreationParams<T, unknown>) => {
      // The memory storage takes no options; its type asks for an empty object.
      const instance = await memory.createStorageInstance<T>({ ...params, options: {} });
      if (params.collectionName !== collection) return instance;
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) => {
        if (left === 0) return write(rows, context);
        left -= 1;
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      };
      return instance;
    },
  };
  return { storage, failuresLeft: () => left };
}

describe('a disk that does not take what comes', () => {
  it('costs another pull and no document', async () => {
    const disk = failingDisk('change', 2);
    const errors: unknown[] = [];
    const clerk = await openClient(gateway.url, 'communeClerk', {
      storage: disk.storage,
      onError: (error) => errors.push(error),
    });
    await until(
      () => clerk.changes({}),
      (changes) => changes.length >= 12,
    );
    expect(disk.failuresLeft()).toBe(0);
    expect(errors.length).toBeGreaterThan(0);
    await until(clerk.sync.state, ({ phase }) => phase === 'live');
    await clerk.close();
  });

  it('fails a save loudly: what is not on the disk is not said to be saved', async () => {
    const disk = failingDisk('work', 1);
    const clerk = await openClient(gateway.url, 'communeClerk', { storage: disk.storage });
    await expect(clerk.submit([newPerson('Bùi Thị Đầy')])).rejects.toThrow();
    expect((await clerk.dossiers({ text: 'bui thi day', offset: 0, limit: 1 })).total).toBe(0);
    const [second] = await clerk.submit([newPerson('Bùi Thị Đầy')]);
    expect(second?.ok).toBe(true);
    await until(clerk.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
    await clerk.close();
  });

  it('of a long list moved on keeps what it said, and nothing that it did not', async () => {
    const kept = new Map<string, JournalEntry>();
    let appends = 0;
    const journal: Journal = {
      keeps: true,
      append: (entries) => {
        appends += 1;
        if (appends === failingAppend)
          return Promise.reject(new ProblemError('DISK_FULL', { freeMegabytes: 10 }));
        for (const entry of entries) kept.set(entry.id, entry);
        return Promise.resolve();
      },
      settled: (ids) => {
        for (const id of ids) kept.delete(id);
        return Promise.resolve();
      },
      replay: () => Promise.resolve([...kept.values()]),
    };
    let failingAppend = 0;
    const clerk = await openClient(gateway.url, 'communeClerk', { journal });
    const people = Array.from({ length: 230 }, (_, at) => newPerson(`Lò Thị Dài ${at}`));
    const made = await clerk.submit(people);
    const ids = made.flatMap((one) => (one.ok ? [one.value._id] : []));
    expect(ids).toHaveLength(230);
    await until(clerk.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
    failingAppend = appends + 2;
    const moved = await clerk.move(ids, 'withdrawn', 'Nhập nhầm danh sách');
    const [done, refused] = [moved.filter(({ ok }) => ok), moved.filter(({ ok }) => !ok)];
    expect([done.length, refused.length]).toEqual([200, 30]);
    expect(refused.every((one) => !one.ok && one.problem.code === 'DISK_FULL')).toBe(true);
    const withdrawn = (await clerk.changes({ states: ['withdrawn'] })).map(({ _id }) => _id);
    expect(withdrawn.filter((id) => ids.includes(id))).toHaveLength(200);
    await clerk.close();
  });
});
