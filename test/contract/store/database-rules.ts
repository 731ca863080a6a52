/** Databases, their counts and settings, local documents. */
import { describe, expect, it } from 'vitest';
import type { Subject } from './contract.ts';

export function databaseRules({ store, fresh }: Subject): void {
  describe('databases', () => {
    it('makes a database once, lists it and removes it', async () => {
      const name = await fresh();
      expect(await store().databaseNames()).toContain(name);
      await expect(store().createDatabase(name)).rejects.toMatchObject({
        status: 412,
        error: 'file_exists',
      });
      await store().deleteDatabase(name);
      expect(await store().databaseNames()).not.toContain(name);
      await expect(store().info(name)).rejects.toMatchObject({ status: 404, error: 'not_found' });
      await expect(store().deleteDatabase(name)).rejects.toMatchObject({ status: 404 });
    });

    it.each(['Upper', '1first', '_own', 'sp ace', 'ünit', 'a'.repeat(300)])(
      'refuses the name %s',
      async (name) => {
        await expect(store().createDatabase(name)).rejects.toMatchObject({ status: 400 });
      },
    );

    it('takes the characters CouchDB takes, slash and plus too', async () => {
      const name = `${await fresh()}/x_$()+-1`;
      await store().createDatabase(name);
      await store().bulkDocs(name, [{ _id: 'a' }]);
      expect((await store().info(name)).db_name).toBe(name);
      await store().deleteDatabase(name);
    });

    it('counts the living and the deleted', async () => {
      const name = await fresh();
      expect(await store().info(name)).toMatchObject({ doc_count: 0, doc_del_count: 0 });
      const [a] = await store().bulkDocs(name, [{ _id: 'a' }, { _id: 'b' }]);
      await store().bulkDocs(name, [{ _id: 'a', _rev: a?.ok ? a.rev : '', _deleted: true }]);
      expect(await store().info(name)).toMatchObject({ doc_count: 1, doc_del_count: 1 });
    });

    it('begins with nothing again when a database is made anew', async () => {
      const name = await fresh();
      await store().bulkDocs(name, [{ _id: 'a' }, { _id: 'b' }]);
      const { last_seq } = await store().changes(name);
      await store().deleteDatabase(name);
      await store().createDatabase(name);
      await store().bulkDocs(name, [{ _id: 'c' }]);
      // A checkpoint of the old one must not hide what is new.
      const page = await store().changes(name, { since: last_seq });
      expect(page.results.map((row) => row.id)).toEqual(['c']);
    });

    it('keeps a security object', async () => {
      const name = await fresh();
      const security = {
        admins: { names: ['a'], roles: [] },
        members: { names: [], roles: ['r'] },
      };
      await store().putSecurity(name, security);
      expect(await store().getSecurity(name)).toEqual(security);
    });

    it('answers 404 for every call on a database that is not there', async () => {
      const none = 'nosuchdatabase';
      const calls = [
        store().get(none, 'a'),
        store().bulkDocs(none, [{ _id: 'a' }]),
        store().changes(none),
        store().allDocs(none),
        store().find(none, { selector: {} }),
        store().revsDiff(none, { a: ['1-a'] }),
        store().getLocal(none, 'a'),
        store().getAttachment(none, 'a', 'b'),
      ];
      for (const outcome of await Promise.allSettled(calls))
        expect(outcome).toMatchObject({ status: 'rejected', reason: { status: 404 } });
    });
  });

  describe('local documents', () => {
    it('keeps a checkpoint outside of the changes and counts', async () => {
      const name = await fresh();
      const first = await store().putLocal(name, { _id: 'cp', seq: 1 });
      expect(first).toEqual({ ok: true, id: '_local/cp', rev: '0-1' });
      const read = await store().getLocal(name, 'cp');
      expect(read).toEqual({ _id: '_local/cp', _rev: '0-1', seq: 1 });
      expect(await store().putLocal(name, { ...read, seq: 2 })).toMatchObject({ rev: '0-2' });
      expect((await store().info(name)).doc_count).toBe(0);
      expect((await store().changes(name)).results).toEqual([]);
      await store().deleteLocal(name, 'cp');
      await expect(store().getLocal(name, 'cp')).rejects.toMatchObject({ status: 404 });
      await expect(store().deleteLocal(name, 'cp')).rejects.toMatchObject({ status: 404 });
    });

    it('takes the ids replicators make up', async () => {
      const name = await fresh();
      for (const _id of ['_local/ab+cd/==', '_local/Zm9v.bar', '_local/ơ']) {
        await store().putLocal(name, { _id, ok: true });
        expect(await store().getLocal(name, _id)).toMatchObject({ _id, ok: true });
      }
    });
  });
}
