/** Batches, callers side by side, and being told of writes. */
import { describe, expect, it, vi } from 'vitest';
import type { Subject } from './contract.ts';
import { revOf } from './document-rules.ts';

export function writeRules({ store, fresh }: Subject): void {
  describe('batches', () => {
    it('answers one row per document, in the order given', async () => {
      const db = await fresh();
      await store().bulkDocs(db, [{ _id: 'taken' }]);
      const docs = ['z', 'taken', 'a', 'm', 'taken', 'b'].map((_id) => ({ _id }));
      const rows = await store().bulkDocs(db, docs);
      expect(rows.map((row) => row.id)).toEqual(docs.map((doc) => doc._id));
      const states = rows.map((row) => (row.ok ? 'ok' : row.error));
      expect(states).toEqual(['ok', 'conflict', 'ok', 'ok', 'conflict', 'ok']);
    });

    it('lets the first of two edits of one document in a batch through', async () => {
      const db = await fresh();
      const rows = await store().bulkDocs(db, [
        { _id: 'a', n: 1 },
        { _id: 'a', n: 2 },
      ]);
      expect(rows.map((row) => (row.ok ? 'ok' : row.error))).toEqual(['ok', 'conflict']);
      expect((await store().get(db, 'a'))['n']).toBe(1);
    });

    it('takes an empty batch', async () => {
      expect(await store().bulkDocs(await fresh(), [])).toEqual([]);
    });

    it('lets one of many writers win each revision, and loses no acknowledged edit', async () => {
      const db = await fresh();
      await store().bulkDocs(db, [{ _id: 'counter', n: 0 }]);
      const add = async (): Promise<void> => {
        for (;;) {
          const read = await store().get(db, 'counter');
          const [row] = await store().bulkDocs(db, [{ ...read, n: Number(read['n']) + 1 }]);
          if (row?.ok) return;
        }
      };
      await Promise.all(Array.from({ length: 8 }, add));
      const last = await store().get(db, 'counter', { conflicts: true });
      expect(last['n']).toBe(8);
      expect(last._conflicts).toBeUndefined();
    });

    it('keeps other callers’ writes when one caller’s batch is refused', async () => {
      const db = await fresh();
      const good = Array.from({ length: 20 }, (_, n) => store().bulkDocs(db, [{ _id: `g${n}` }]));
      const bad = Array.from({ length: 5 }, () =>
        store().bulkDocs('nosuchdatabase', [{ _id: 'x' }]),
      );
      const refused = await Promise.allSettled(bad);
      for (const rows of await Promise.all(good)) expect(rows).toMatchObject([{ ok: true }]);
      for (const outcome of refused) expect(outcome.status).toBe('rejected');
      expect((await store().info(db)).doc_count).toBe(20);
    });
  });

  describe('being told of writes', () => {
    it('calls a listener with the database after a write, until it stops', async () => {
      const db = await fresh();
      const listener = vi.fn<(database: string) => void>();
      const stop = store().onWrite(listener);
      await store().bulkDocs(db, [{ _id: 'a' }]);
      await vi.waitFor(() => expect(listener).toHaveBeenCalledWith(db), { timeout: 20_000 });
      stop();
      listener.mockClear();
      await store().bulkDocs(db, [{ _id: 'b' }]);
      expect(listener).not.toHaveBeenCalled();
    });

    it('has the write readable by the time it tells of it', async () => {
      const db = await fresh();
      const seen = Promise.withResolvers<number>();
      const stop = store().onWrite((name) => {
        if (name !== db) return;
        store()
          .info(db)
          .then((info) => seen.resolve(info.doc_count), seen.reject);
      });
      revOf((await store().bulkDocs(db, [{ _id: 'a' }]))[0]);
      expect(await seen.promise).toBe(1);
      stop();
    });
  });
}
