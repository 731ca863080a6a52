import type { RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';
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
});
