/** One document after another: edits, conflicts of edits, deletion, odd ids and contents. */
import { describe, expect, it } from 'vitest';
import type { StoredDocument, WriteResult } from '../../../sync-server/store/document-store.ts';
import type { Subject } from './contract.ts';

export function revOf(row: WriteResult | undefined): string {
  if (!row?.ok) throw new Error(`Not written: ${JSON.stringify(row)}`);
  return row.rev;
}

export function documentRules({ store, fresh }: Subject): void {
  const put = async (database: string, document: StoredDocument): Promise<string> =>
    revOf((await store().bulkDocs(database, [document]))[0]);

  describe('documents', () => {
    it('gives back what was written, under a new revision', async () => {
      const db = await fresh();
      const rev = await put(db, { _id: 'a', n: 1, deep: { list: [1, null, 'x'] } });
      expect(rev).toMatch(/^1-[0-9a-f]{32}$/u);
      const read = await store().get(db, 'a');
      expect(read).toEqual({ _id: 'a', _rev: rev, n: 1, deep: { list: [1, null, 'x'] } });
      const next = await put(db, { ...read, n: 2 });
      expect(next).toMatch(/^2-/u);
      expect(await store().get(db, 'a', { revs: true })).toMatchObject({
        n: 2,
        _revisions: { start: 2, ids: [next.slice(2), rev.slice(2)] },
      });
    });

    it('refuses an edit on anything but a leaf', async () => {
      const db = await fresh();
      const first = await put(db, { _id: 'a', n: 1 });
      await put(db, { _id: 'a', _rev: first, n: 2 });
      const rows = await store().bulkDocs(db, [
        { _id: 'a', n: 3 },
        { _id: 'a', _rev: first, n: 3 },
        { _id: 'new', _rev: '1-abc' },
      ]);
      expect(rows.map((row) => (row.ok ? 'ok' : row.error))).toEqual([
        'conflict',
        'conflict',
        'conflict',
      ]);
      expect((await store().get(db, 'a'))['n']).toBe(2);
    });

    it('tells what is missing from what was deleted', async () => {
      const db = await fresh();
      const rev = await put(db, { _id: 'a' });
      await put(db, { _id: 'a', _rev: rev, _deleted: true });
      const missing = { status: 404, error: 'not_found', reason: 'missing' };
      await expect(store().get(db, 'never')).rejects.toMatchObject(missing);
      await expect(store().get(db, 'a')).rejects.toMatchObject({ ...missing, reason: 'deleted' });
      await expect(store().get(db, 'a', { rev: '7-abc' })).rejects.toMatchObject(missing);
    });

    it('reads a tombstone by its revision, with what it carries', async () => {
      const db = await fresh();
      const rev = await put(db, { _id: 'a', n: 1 });
      const gone = await put(db, { _id: 'a', _rev: rev, _deleted: true, why: 'moved' });
      const read = await store().get(db, 'a', { rev: gone });
      expect(read).toEqual({ _id: 'a', _rev: gone, _deleted: true, why: 'moved' });
    });

    it('makes a deleted document anew, on top of its tombstone', async () => {
      const db = await fresh();
      const rev = await put(db, { _id: 'a', n: 1 });
      await put(db, { _id: 'a', _rev: rev, _deleted: true });
      const again = await put(db, { _id: 'a', n: 2 });
      expect(again).toMatch(/^3-/u);
      expect(await store().get(db, 'a')).toMatchObject({ n: 2 });
      expect(await store().info(db)).toMatchObject({ doc_count: 1, doc_del_count: 0 });
    });

    it.each([
      'dossier:01J9ZK',
      'a/b/c',
      'a b+c&d=e?f#g',
      'Nguyễn Thị Hường',
      '😀',
      '%2F%25',
      '"quoted"',
      'x'.repeat(500),
      '__proto__x',
    ])('takes the id %s', async (_id) => {
      const db = await fresh();
      if (_id.startsWith('_')) {
        await expect(store().bulkDocs(db, [{ _id }])).rejects.toMatchObject({ status: 400 });
        return;
      }
      const rev = await put(db, { _id, n: 1 });
      expect(await store().get(db, _id)).toEqual({ _id, _rev: rev, n: 1 });
      expect((await store().allDocs(db)).rows).toMatchObject([{ id: _id }]);
      expect((await store().bulkGet(db, [{ id: _id }]))[0]).toMatchObject({ id: _id });
    });

    it('keeps Unicode, escapes, empty and awkward fields as they are', async () => {
      const db = await fresh();
      const body = JSON.parse(
        '{"tên":"Đặng Thị Huệ","empty":"","nul":"a\\u0000b","lone":"\\ud800","in":{"__proto__":{"x":1}},"constructor":1,"":"nameless","n":-0.5e-7}',
      ) as Record<string, unknown>;
      await put(db, { ...body, _id: 'odd' });
      const { _id, _rev, ...read } = await store().get(db, 'odd');
      expect(_id).toBe('odd');
      expect(_rev).toMatch(/^1-/u);
      expect(JSON.stringify(read)).toBe(JSON.stringify(body));
    });

    it('keeps design documents as plain documents', async () => {
      const db = await fresh();
      await put(db, { _id: '_design/x', language: 'query', views: {} });
      expect(await store().get(db, '_design/x')).toMatchObject({ language: 'query' });
    });

    it('refuses a batch that holds a malformed document, whole', async () => {
      const db = await fresh();
      const bad: readonly [object, string][] = [
        [{ _id: 'x', _unknown: 1 }, 'doc_validation'],
        [{ _id: 'x', _deleted: 'yes' }, 'doc_validation'],
        [{ _id: '_x' }, 'illegal_docid'],
        [{ _id: '' }, 'illegal_docid'],
      ];
      for (const [document, error] of bad) {
        // Malformed on purpose: a caller may pass on what a client sent.
        const batch = [{ _id: 'good' }, document as StoredDocument];
        await expect(store().bulkDocs(db, batch)).rejects.toMatchObject({ status: 400, error });
      }
      await expect(store().get(db, 'good')).rejects.toMatchObject({ status: 404 });
    });

    it('refuses a document of more than 8 MB', async () => {
      const db = await fresh();
      const large = { _id: 'large', text: 'x'.repeat(8_500_000) };
      await expect(store().bulkDocs(db, [large])).rejects.toMatchObject({
        status: 413,
        error: 'document_too_large',
      });
    });
  });
}
