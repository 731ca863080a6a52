/** The change feed. */
import { describe, expect, it } from 'vitest';
import type { ChangesOptions } from '../../../sync-server/store/document-store.ts';
import type { Subject } from './contract.ts';
import { revOf } from './document-rules.ts';

export function changesRules({ store, fresh }: Subject): void {
  /** Ten documents of two types, `d3` edited, `d4` deleted. */
  const filled = async (): Promise<string> => {
    const db = await fresh();
    const docs = Array.from({ length: 10 }, (_, n) => ({
      _id: `d${n}`,
      n,
      type: n % 2 ? 'x' : 'y',
    }));
    const rows = await store().bulkDocs(db, docs);
    await store().bulkDocs(db, [
      { _id: 'd3', _rev: revOf(rows[3]), type: 'x', n: 33 },
      { _id: 'd4', _rev: revOf(rows[4]), _deleted: true },
    ]);
    return db;
  };
  const idsOf = async (db: string, options: ChangesOptions) =>
    (await store().changes(db, options)).results.map((row) => row.id).toSorted();

  describe('changes', () => {
    it('names each document once, the last written last', async () => {
      const db = await filled();
      const { results, pending } = await store().changes(db);
      expect(results).toHaveLength(10);
      expect(results.slice(-2).map((row) => row.id)).toEqual(['d3', 'd4']);
      expect(results.at(-1)).toMatchObject({ id: 'd4', deleted: true });
      expect(pending).toBe(0);
    });

    it('goes on from any sequence it gave, to the same whole', async () => {
      const db = await filled();
      const seen: string[] = [];
      let since: ChangesOptions['since'] = 0;
      for (;;) {
        const page = await store().changes(db, { since, limit: 3 });
        if (page.results.length === 0) break;
        seen.push(...page.results.map((row) => row.id));
        expect(page.last_seq).toEqual(page.results.at(-1)?.seq);
        expect(page.pending).toBe(10 - seen.length);
        since = page.last_seq;
      }
      expect(seen).toHaveLength(10);
      expect(new Set(seen).size).toBe(10);
    });

    it('begins with what comes, since now', async () => {
      const db = await filled();
      const { last_seq, results } = await store().changes(db, { since: 'now' });
      expect(results).toEqual([]);
      await store().bulkDocs(db, [{ _id: 'later' }]);
      expect(await idsOf(db, { since: last_seq })).toEqual(['later']);
    });

    it('refuses a sequence it never gave', async () => {
      const db = await filled();
      await expect(store().changes(db, { since: 'garbage' })).rejects.toMatchObject({
        status: 400,
      });
    });

    it('goes backwards from the newest', async () => {
      const db = await filled();
      const { results } = await store().changes(db, { descending: true, limit: 2 });
      expect(results.map((row) => row.id)).toEqual(['d4', 'd3']);
    });

    it('carries documents, tombstones too, when asked', async () => {
      const db = await filled();
      const { results } = await store().changes(db, { includeDocs: true });
      expect(results.find((row) => row.id === 'd3')?.doc).toMatchObject({ _id: 'd3', n: 33 });
      expect(results.find((row) => row.id === 'd4')?.doc).toMatchObject({ _deleted: true });
    });

    it('keeps tombstones of every type with the selector that asks for them', async () => {
      const db = await filled();
      const plain = { selector: { type: 'x' } };
      expect(await idsOf(db, plain)).toEqual(['d1', 'd3', 'd5', 'd7', 'd9']);
      const withDeleted = { selector: { $or: [{ type: 'x' }, { _deleted: true }] } };
      expect(await idsOf(db, withDeleted)).toEqual(['d1', 'd3', 'd4', 'd5', 'd7', 'd9']);
      const page = await store().changes(db, { ...withDeleted, limit: 2 });
      expect(page.results).toHaveLength(2);
      expect(await idsOf(db, { ...withDeleted, since: page.last_seq })).toHaveLength(4);
    });

    it('keeps to the documents named', async () => {
      const db = await filled();
      expect(await idsOf(db, { docIds: ['d1', 'd4', 'none'] })).toEqual(['d1', 'd4']);
      expect(await idsOf(db, { docIds: [] })).toEqual([]);
    });

    it('names all leaves in the style that asks for them, and conflicts in documents', async () => {
      const db = await fresh();
      const docs = ['bb', 'cc'].map((leaf) => ({
        _id: 'r',
        _rev: `2-${leaf}`,
        _revisions: { start: 2, ids: [leaf, 'aa'] },
      }));
      await store().bulkDocs(db, docs, { newEdits: false });
      const options = { style: 'all_docs', includeDocs: true, conflicts: true } as const;
      const [row, ...more] = (await store().changes(db, options)).results;
      expect(more).toEqual([]);
      expect(row?.changes.map((change) => change.rev).toSorted()).toEqual(['2-bb', '2-cc']);
      expect(row?.doc).toMatchObject({ _rev: '2-cc', _conflicts: ['2-bb'] });
      const [main] = (await store().changes(db)).results;
      expect(main?.changes).toEqual([{ rev: '2-cc' }]);
    });

    it('reads many databases at once, an empty page for one that is not there', async () => {
      const [one, two] = [await filled(), await fresh()];
      const pages = await store().changesOfMany([
        { database: one, options: { limit: 3, includeDocs: true } },
        { database: 'nosuchdatabase', options: {} },
        { database: two, options: { since: 0 } },
      ]);
      expect(pages.map((page) => page.results.length)).toEqual([3, 0, 0]);
      expect(pages[0]?.results[0]?.doc).toMatchObject({ _id: 'd0' });
      expect(await store().changesOfMany([])).toEqual([]);
    });

    it('reads many heavy databases whole', async () => {
      const names = await Promise.all(Array.from({ length: 5 }, fresh));
      const docs = Array.from({ length: 50 }, (_, n) => ({
        _id: `d${n}`,
        text: 'x'.repeat(60_000),
      }));
      for (const name of names) await store().bulkDocs(name, docs);
      const options = { includeDocs: true, since: 0 };
      const pages = await store().changesOfMany(names.map((database) => ({ database, options })));
      expect(pages.map((page) => page.results.length)).toEqual(names.map(() => 50));
      const ends = await Promise.all(
        names.map(async (name) => (await store().info(name)).update_seq),
      );
      expect(pages.map((page) => page.last_seq)).toEqual(ends);
    });

    it('gives a feed longer than one slice whole and in order', async () => {
      const db = await fresh();
      const docs = Array.from({ length: 4500 }, (_, n) => ({ _id: `d${n}`, n }));
      await store().bulkDocs(db, docs);
      const { results } = await store().changes(db, { selector: { n: { $gte: 10 } } });
      expect(results).toHaveLength(4490);
      expect(new Set(results.map((row) => row.id)).size).toBe(4490);
      expect((await store().changes(db)).results).toHaveLength(4500);
      expect((await store().allDocs(db)).rows).toHaveLength(4500);
    });
  });
}
