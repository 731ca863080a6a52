/** `_all_docs`. */
import { describe, expect, it } from 'vitest';
import type { AllDocsOptions } from '../../../sync-server/store/document-store.ts';
import type { Subject } from './contract.ts';
import { revOf } from './document-rules.ts';

export function rangeRules({ store, fresh }: Subject): void {
  const filled = async (...ids: string[]): Promise<string> => {
    const db = await fresh();
    await store().bulkDocs(
      db,
      ids.map((_id) => ({ _id, of: _id })),
    );
    return db;
  };
  const keysOf = async (db: string, options: AllDocsOptions) =>
    (await store().allDocs(db, options)).rows.map((row) => row.key);

  describe('all documents', () => {
    it('orders by the bytes of the id', async () => {
      const db = await filled('đ', 'b', 'B', 'a1', 'a', '😀', '~');
      expect(await keysOf(db, {})).toEqual(['B', 'a', 'a1', 'b', '~', 'đ', '😀']);
      expect(await keysOf(db, { descending: true, limit: 2 })).toEqual(['😀', 'đ']);
    });

    it('keeps to a range, its ends in or out', async () => {
      const db = await filled('a', 'b', 'c', 'd');
      expect(await keysOf(db, { startKey: 'b', endKey: 'd' })).toEqual(['b', 'c', 'd']);
      const open = { startKey: 'b', endKey: 'd', inclusiveEnd: false };
      expect(await keysOf(db, open)).toEqual(['b', 'c']);
      const down = { startKey: 'd', endKey: 'b', descending: true, skip: 1, limit: 1 };
      expect(await keysOf(db, down)).toEqual(['c']);
      expect(await keysOf(db, { startKey: 'x' })).toEqual([]);
    });

    it('counts the living, and gives their documents when asked', async () => {
      const db = await filled('a', 'b', 'c');
      const page = await store().allDocs(db, { includeDocs: true, limit: 2 });
      expect(page.total_rows).toBe(3);
      expect(page.rows).toMatchObject([
        { id: 'a', key: 'a', doc: { _id: 'a', of: 'a' } },
        { id: 'b', key: 'b', doc: { _id: 'b', of: 'b' } },
      ]);
      const bare = await store().allDocs(db, { limit: 1 });
      expect(bare.rows[0]).not.toHaveProperty('doc');
    });

    it('answers for each key: found, deleted or not there', async () => {
      const db = await filled('a', 'b');
      const [row] = (await store().allDocs(db, { keys: ['b'] })).rows;
      const rev = row && 'value' in row ? row.value.rev : '';
      const gone = revOf(
        (await store().bulkDocs(db, [{ _id: 'b', _rev: rev, _deleted: true }]))[0],
      );
      const page = await store().allDocs(db, { keys: ['none', 'b', 'a'], includeDocs: true });
      expect(page.rows[0]).toEqual({ key: 'none', error: 'not_found' });
      expect(page.rows[1]).toEqual({
        id: 'b',
        key: 'b',
        value: { rev: gone, deleted: true },
        doc: null,
      });
      expect(page.rows[2]).toMatchObject({ id: 'a', doc: { of: 'a' } });
      expect(await keysOf(db, {})).toEqual(['a']);
      expect((await store().allDocs(db, { keys: [] })).rows).toEqual([]);
    });
  });
}
