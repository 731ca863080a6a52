import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { rowCode, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { everyone, otherSchool, school } from './people.ts';

let centre: TestCentre;
let clerk: TestClient;
let otherClerk: TestClient;

beforeAll(async () => {
  centre = await startCentre(everyone);
  clerk = await centre.signIn('vanthu.truong');
  otherClerk = await centre.signIn('vanthu.khac');
});
afterAll(() => centre.close());

const create = (author: TestClient, unit = school) =>
  makeChange({ unit, author: author.stamp, patch: personPatch('Nguyễn Thị Lúa') });

describe('pushing changes', () => {
  it('stores what is admitted and answers the same for a repeated push', async () => {
    const change = create(clerk);
    const [first] = await clerk.push([change]);
    expect(first).toMatchObject({ outcome: 'stored', id: change._id });
    const [again] = await clerk.push([change]);
    expect(again).toEqual(first);
  });

  it('refuses one row of 100 that is about another unit; the other 99 are stored, in order', async () => {
    const foreign = create(otherClerk, otherSchool);
    expect(rowCode((await otherClerk.push([foreign]))[0])).toBe('stored');
    const changes = Array.from({ length: 100 }, () => create(clerk));
    const intruder = { ...create(clerk), dossier: foreign.dossier };
    const rows = changes.map((change, at) => (at === 41 ? intruder : change));
    const results = await clerk.push(rows);
    expect(results.map(({ id }) => id)).toEqual(rows.map(({ _id }) => _id));
    expect(results.map(rowCode)).toEqual(
      rows.map((_, at) => (at === 41 ? 'CHANGE_WRONG_UNIT' : 'stored')),
    );
  });

  it('accepts several steps made offline, and refuses to bend what stands', async () => {
    const submitted = create(clerk);
    const verified = moved(submitted, 'verified', clerk.stamp);
    expect(rowCode((await clerk.push([verified]))[0])).toBe('stored');
    const [stale] = await clerk.push([submitted]);
    expect(stale).toMatchObject({ outcome: 'conflict', master: { id: submitted._id } });
    const bent = { ...verified, patch: personPatch('Người Khác') };
    expect(rowCode((await clerk.push([bent]))[0])).toBe('CHANGE_CONTENT_FIXED');
  });

  it('keeps an identity number for one dossier, and frees it when the change is withdrawn', async () => {
    const first = create(clerk);
    const second = makeChange({ unit: otherSchool, author: otherClerk.stamp, patch: first.patch });
    expect(rowCode((await clerk.push([first]))[0])).toBe('stored');
    expect(rowCode((await otherClerk.push([second]))[0])).toBe('IDENTITY_NUMBER_TAKEN');
    const withdrawn = moved(first, 'withdrawn', clerk.stamp);
    expect(rowCode((await clerk.push([withdrawn]))[0])).toBe('stored');
    expect(rowCode((await otherClerk.push([second]))[0])).toBe('stored');
  });

  it('lets two dossiers of one batch not share a number', async () => {
    const patch = personPatch('Trùng Số');
    const rows = [1, 2].map(() => makeChange({ unit: school, author: clerk.stamp, patch }));
    expect((await clerk.push(rows)).map(rowCode)).toEqual(['stored', 'IDENTITY_NUMBER_TAKEN']);
  });

  it('stores each of eight concurrent pushes of one change once', async () => {
    const change = create(clerk);
    const answers = await Promise.all(Array.from({ length: 8 }, () => clerk.push([change])));
    expect(new Set(answers.map(([row]) => rowCode(row)))).toEqual(new Set(['stored']));
    const revs = answers.map(([row]) => (row?.outcome === 'stored' ? row.rev : ''));
    expect(new Set(revs).size).toBe(1);
    expect(revs[0]).toMatch(/^1-/);
  });
});

describe('pulling', () => {
  it('gives each account its units, pages fairly, and then nothing more', async () => {
    const seen = new Set<string>();
    let cursors = {};
    for (let page = 0; page < 100; page += 1) {
      const answer = await clerk.pull({ change: { cursors, limit: 20 } });
      const stream = answer.streams.change;
      expect(stream?.documents.length).toBeLessThanOrEqual(20);
      for (const { id, doc } of stream?.documents ?? []) {
        expect(doc).toMatchObject({ unit: school });
        expect(doc).not.toHaveProperty('_rev');
        seen.add(id);
      }
      cursors = stream?.cursors ?? {};
      if (!stream?.more) break;
    }
    expect(seen.size).toBeGreaterThan(99);
    const again = await clerk.pull({ change: { cursors, limit: 20 } });
    expect(again.streams.change).toEqual({ documents: [], cursors, more: false, pending: 0 });
  });

  it('gives units to whoever may read them', async () => {
    const { streams, epoch } = await clerk.pull({ unit: { cursors: {}, limit: 100 } });
    expect(epoch).toBe(clerk.session.server.epoch);
    expect(streams.unit?.documents.map(({ id }) => id)).toContain('unit:H20.81.11');
  });
});
