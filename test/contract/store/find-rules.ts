/** Mango queries. */
import { describe, expect, it } from 'vitest';
import type { FindQuery } from '../../../sync-server/store/document-store.ts';
import type { Subject } from './contract.ts';

const PEOPLE = [
  { _id: 'p1', type: 'person', name: 'An', age: 30, tags: ['a', 'b'], unit: { code: 'H1' } },
  { _id: 'p2', type: 'person', name: 'Bình', age: 41, tags: ['b'], unit: { code: 'H2' } },
  {
    _id: 'p3',
    type: 'person',
    name: 'Chi',
    age: 25,
    tags: [],
    unit: { code: 'H1' },
    retired: true,
  },
  { _id: 'p4', type: 'person', name: 'Dũng', age: 41, tags: [{ k: 1 }, { k: 2 }], unit: null },
  { _id: 'u1', type: 'unit', name: 'Sở Nội vụ' },
];

export function findRules({ store, fresh }: Subject): void {
  const filled = async (): Promise<string> => {
    const db = await fresh();
    await store().bulkDocs(db, PEOPLE);
    return db;
  };
  const idsOf = async (db: string, query: FindQuery): Promise<string[]> =>
    (await store().find(db, query)).docs.map((doc) => doc._id);

  const SELECTORS: readonly [object, readonly string[]][] = [
    [{}, ['p1', 'p2', 'p3', 'p4', 'u1']],
    [{ type: 'unit' }, ['u1']],
    [{ age: { $gt: 25, $lte: 41 } }, ['p1', 'p2', 'p4']],
    [{ 'unit.code': 'H1' }, ['p1', 'p3']],
    [{ unit: { code: 'H2' } }, ['p2']],
    [{ retired: { $exists: true } }, ['p3']],
    [{ type: 'person', retired: { $exists: false } }, ['p1', 'p2', 'p4']],
    [{ name: { $regex: '^(An|Ch)' } }, ['p1', 'p3']],
    [{ name: { $in: ['An', 'Chi', 'none'] } }, ['p1', 'p3']],
    [{ age: { $nin: [30, 41] } }, ['p3']],
    // A field that is absent matches no negation, as in CouchDB.
    [{ age: { $ne: 41 } }, ['p1', 'p3']],
    [{ tags: { $all: ['a', 'b'] } }, ['p1']],
    [{ tags: { $size: 1 } }, ['p2']],
    [{ tags: { $elemMatch: { $eq: 'b' } } }, ['p1', 'p2']],
    [{ tags: { $elemMatch: { k: 2 } } }, ['p4']],
    [{ unit: { $type: 'null' } }, ['p4']],
    [{ age: { $mod: [5, 0] } }, ['p1', 'p3']],
    [{ name: { $beginsWith: 'Bì' } }, ['p2']],
    [{ $or: [{ name: 'An' }, { type: 'unit' }] }, ['p1', 'u1']],
    // A field beside a combinator counts too: pouchdb-selector-core drops it.
    [{ type: 'person', $and: [{ age: 41 }, { name: { $gt: 'C' } }] }, ['p4']],
    [
      { $and: [{ $or: [{ age: 41 }, { age: 30 }] }, { $or: [{ name: 'An' }, { age: 41 }] }] },
      ['p1', 'p2', 'p4'],
    ],
    [{ type: 'person', $nor: [{ age: 41 }, { age: 25 }] }, ['p1']],
    [{ type: 'person', $not: { age: 41 } }, ['p1', 'p3']],
    [{ _id: { $gt: 'p3' } }, ['p4', 'u1']],
  ];

  describe('find', () => {
    it('selects by each operator', async () => {
      const db = await filled();
      for (const [selector, ids] of SELECTORS)
        expect(
          (await idsOf(db, { selector: { ...selector } })).toSorted(),
          JSON.stringify(selector),
        ).toEqual(ids);
    });

    it.each([
      [{ a: { $nope: 1 } }],
      [{ a: { $in: 'text' } }],
      [{ a: { $regex: '(' } }],
      [{ $and: {} }],
      [{ a: { $exists: 'yes' } }],
      [{ a: { $size: 'x' } }],
    ])('refuses the selector %j', async (selector) => {
      const db = await filled();
      await expect(store().find(db, { selector: { ...selector } })).rejects.toMatchObject({
        status: 400,
      });
    });

    it('sorts up and down, leaving out documents without the field', async () => {
      const db = await filled();
      const selector = { type: { $gt: null } };
      expect(await idsOf(db, { selector, sort: ['age', 'name'] })).toEqual([
        'p3',
        'p1',
        'p2',
        'p4',
      ]);
      const down = [{ age: 'desc' }, { name: 'desc' }] as const;
      expect(await idsOf(db, { selector, sort: down })).toEqual(['p4', 'p2', 'p1', 'p3']);
    });

    it('pages by skip and limit', async () => {
      const db = await filled();
      const query = { selector: { age: { $gt: 0 } }, sort: ['age', 'name'] };
      expect(await idsOf(db, { ...query, skip: 1, limit: 2 })).toEqual(['p1', 'p2']);
    });

    it.each([[undefined], [['age', 'name']]])('pages by bookmark, sort %j', async (sort) => {
      const db = await filled();
      const query = { selector: { age: { $gt: 0 } }, ...(sort ? { sort } : {}), limit: 3 };
      const first = await store().find(db, query);
      const second = await store().find(db, { ...query, bookmark: first.bookmark });
      const third = await store().find(db, { ...query, bookmark: second.bookmark });
      expect(first.docs).toHaveLength(3);
      const ids = [...first.docs, ...second.docs].map((doc) => doc._id);
      expect(ids.toSorted()).toEqual(['p1', 'p2', 'p3', 'p4']);
      expect(third.docs).toEqual([]);
    });

    it('gives only the fields asked for', async () => {
      const db = await filled();
      const query = { selector: { name: 'An' }, fields: ['_id', 'unit.code', 'none'] };
      expect((await store().find(db, query)).docs).toEqual([{ _id: 'p1', unit: { code: 'H1' } }]);
    });

    it('gives 25 documents when no limit is named, and never a design document', async () => {
      const db = await fresh();
      const docs = Array.from({ length: 40 }, (_, n) => ({ _id: `d${n}`, n }));
      await store().bulkDocs(db, [{ _id: '_design/d', language: 'query', n: 1 }, ...docs]);
      expect((await store().find(db, { selector: { n: { $gte: 0 } } })).docs).toHaveLength(25);
      const all = await idsOf(db, { selector: { n: { $gte: 0 } }, limit: 100 });
      expect(all).toHaveLength(40);
    });
  });
}
