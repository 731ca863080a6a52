/** What a replicator needs: revisions as given, conflicts, differences, bulk reads. */
import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../../sync-server/store/document-store.ts';
import type { Subject } from './contract.ts';
import { revOf } from './document-rules.ts';

const branch = (leaf: string, extra: object = {}): StoredDocument => ({
  _id: 'r',
  _rev: `2-${leaf}`,
  _revisions: { start: 2, ids: [leaf, 'aa'] },
  ...extra,
});

export function replicationRules({ store, fresh }: Subject): void {
  const replicate = (db: string, ...docs: StoredDocument[]) =>
    store().bulkDocs(db, docs, { newEdits: false });

  describe('replication', () => {
    it('stores revisions as given and answers no row for what went well', async () => {
      const db = await fresh();
      expect(await replicate(db, branch('bb', { v: 1 }), branch('cc', { v: 2 }))).toEqual([]);
      const winner = await store().get(db, 'r', { conflicts: true, revs: true });
      expect(winner).toEqual({
        _id: 'r',
        _rev: '2-cc',
        v: 2,
        _conflicts: ['2-bb'],
        _revisions: { start: 2, ids: ['cc', 'aa'] },
      });
    });

    it('gives every leaf, those asked for, and says what is missing', async () => {
      const db = await fresh();
      await replicate(db, branch('bb', { v: 1 }), branch('cc', { v: 2 }));
      const all = await store().openRevs(db, 'r', 'all');
      const revs = all.map((row) => ('ok' in row ? row.ok._rev : row.missing));
      expect(revs.toSorted()).toEqual(['2-bb', '2-cc']);
      const asked = await store().openRevs(db, 'r', ['2-bb', '9-zz'], { revs: true });
      expect(asked).toContainEqual({ missing: '9-zz' });
      const revisions = { _revisions: { start: 2, ids: ['bb', 'aa'] } };
      expect(asked).toContainEqual({ ok: { _id: 'r', _rev: '2-bb', v: 1, ...revisions } });
    });

    it('takes the same revision twice without a second change', async () => {
      const db = await fresh();
      await replicate(db, branch('bb'));
      const before = (await store().changes(db)).last_seq;
      await replicate(db, branch('bb'));
      expect((await store().changes(db, { since: before })).results).toEqual([]);
    });

    it('does not take an ancestor for a conflict', async () => {
      const db = await fresh();
      await replicate(db, branch('bb'), {
        _id: 'r',
        _rev: '1-aa',
        _revisions: { start: 1, ids: ['aa'] },
      });
      const read = await store().get(db, 'r', { conflicts: true });
      expect(read._rev).toBe('2-bb');
      expect(read._conflicts).toBeUndefined();
    });

    it('lets a long branch grow from one revision known of it', async () => {
      const db = await fresh();
      const [row] = await store().bulkDocs(db, [{ _id: 'r', n: 1 }]);
      const root = revOf(row).slice(2);
      await replicate(db, {
        _id: 'r',
        _rev: '4-d',
        _revisions: { start: 4, ids: ['d', 'c', 'b', root] },
        n: 4,
      });
      const read = await store().get(db, 'r', { conflicts: true, revs: true });
      expect(read).toMatchObject({ _rev: '4-d', n: 4 });
      expect(read._conflicts).toBeUndefined();
      expect(read._revisions?.ids).toEqual(['d', 'c', 'b', root]);
    });

    it('lets a living leaf win over a longer deleted one', async () => {
      const db = await fresh();
      await replicate(db, branch('bb', { v: 1 }), {
        _id: 'r',
        _rev: '3-dd',
        _deleted: true,
        _revisions: { start: 3, ids: ['dd', 'cc', 'aa'] },
      });
      const read = await store().get(db, 'r', { conflicts: true });
      expect(read).toEqual({ _id: 'r', _rev: '2-bb', v: 1 });
    });

    it('resolves a conflict by deleting the loser', async () => {
      const db = await fresh();
      await replicate(db, branch('bb', { v: 1 }), branch('cc', { v: 2 }));
      await store().bulkDocs(db, [{ _id: 'r', _rev: '2-bb', _deleted: true }]);
      expect(await store().get(db, 'r', { conflicts: true })).toEqual({
        _id: 'r',
        _rev: '2-cc',
        v: 2,
      });
      expect(await store().info(db)).toMatchObject({ doc_count: 1, doc_del_count: 0 });
    });

    it('keeps every leaf’s body through later edits of another', async () => {
      const db = await fresh();
      await replicate(db, branch('bb', { v: 1 }), branch('cc', { v: 2 }));
      await store().bulkDocs(db, [{ _id: 'r', _rev: '2-cc', v: 3 }]);
      expect(await store().get(db, 'r', { rev: '2-bb' })).toMatchObject({ v: 1 });
    });

    it('tells which revisions it lacks', async () => {
      const db = await fresh();
      await replicate(db, branch('bb'));
      const diff = await store().revsDiff(db, {
        r: ['2-bb', '1-aa', '3-zz'],
        none: ['1-x'],
        __proto__x: ['1-y'],
      });
      expect(diff).toEqual({
        r: { missing: ['3-zz'], possible_ancestors: ['2-bb'] },
        none: { missing: ['1-x'] },
        __proto__x: { missing: ['1-y'] },
      });
      expect(await store().revsDiff(db, { r: ['2-bb'] })).toEqual({});
      expect(await store().revsDiff(db, {})).toEqual({});
    });

    it('reads many at once, each by its revision or with all its leaves', async () => {
      const db = await fresh();
      await replicate(db, branch('bb', { v: 1 }), branch('cc', { v: 2 }));
      const items = [
        { id: 'r' },
        { id: 'r', rev: '2-bb' },
        { id: 'r', rev: '5-no' },
        { id: 'gone' },
      ];
      const results = await store().bulkGet(db, items, { revs: true });
      expect(results.map((row) => row.id)).toEqual(['r', 'r', 'r', 'gone']);
      expect(results[0]?.docs).toHaveLength(2);
      expect(results[0]?.docs).toContainEqual({
        ok: { _id: 'r', _rev: '2-cc', v: 2, _revisions: { start: 2, ids: ['cc', 'aa'] } },
      });
      expect(results[0]?.docs).toContainEqual({
        ok: { _id: 'r', _rev: '2-bb', v: 1, _revisions: { start: 2, ids: ['bb', 'aa'] } },
      });
      expect(results[1]?.docs).toMatchObject([{ ok: { v: 1 } }]);
      expect(results[2]?.docs).toMatchObject([{ error: { id: 'r', error: 'not_found' } }]);
      expect(results[3]?.docs).toMatchObject([{ error: { id: 'gone', error: 'not_found' } }]);
      expect(await store().bulkGet(db, [])).toEqual([]);
    });

    it('gives the newest leaf for an old revision when asked for the latest', async () => {
      const db = await fresh();
      await replicate(db, branch('bb', { v: 1 }));
      await store().bulkDocs(db, [{ _id: 'r', _rev: '2-bb', v: 2 }]);
      const [result] = await store().bulkGet(db, [{ id: 'r', rev: '2-bb' }], { latest: true });
      expect(result?.docs).toMatchObject([{ ok: { v: 2 } }]);
    });

    it.each(['nonsense', '0-a', '-1-a', '1-', 'a-1'])('refuses the revision %s', async (_rev) => {
      const db = await fresh();
      await expect(replicate(db, { _id: 'r', _rev })).rejects.toMatchObject({ status: 400 });
    });
  });
}
