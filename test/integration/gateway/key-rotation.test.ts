/** Keys of sensitive sections are changed under a stopped centre; nothing anyone reads changes with them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSchema, type Change } from '../../../shared/change/change.ts';
import { changeDigest } from '../../../shared/change/digest.ts';
import { deskDatabase } from '../../../shared/unit/unit.ts';
import { rotateServerKey, rotateUnitKeys, sealUnits } from '../../../sync-server/cli/keys.ts';
import { readDocument } from '../../../sync-server/documents/documents.ts';
import { serverKeys } from '../../../sync-server/keys/server-keys.ts';
import { listUnitKeys } from '../../../sync-server/sensitive/unit-keys.ts';
import { rowCode, startCentre, type TestCentre } from '../../helpers/gateway.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import { everyone, school } from './people.ts';

let centre: TestCentre;
let entered: Change;
const legacyPatch = { ...personPatch('Người Cũ'), belief: { religion: 'ma-ro-rang' } };

beforeAll(async () => {
  centre = await startCentre(everyone);
  const clerk = await centre.signIn('vanthu.truong');
  const patch = { ...personPatch('Trần Thị Kín'), belief: { religion: 'ma-kin' } };
  entered = makeChange({ unit: school, author: clerk.stamp, patch });
  expect(rowCode((await clerk.push([entered]))[0])).toBe('stored');
});
afterAll(() => centre.close());

async function pulled(id: string): Promise<Change> {
  const clerk = await centre.signIn('vanthu.truong');
  const answer = await clerk.pull({ change: { cursors: {}, limit: 100 } });
  return changeSchema.parse(answer.streams.change?.documents.find((each) => each.id === id)?.doc);
}
const keyOf = async (id: string) => {
  const stored = await readDocument(centre.store, deskDatabase(school), id);
  return (stored?.doc.sealed as Record<string, { key: string }> | undefined)?.belief?.key;
};

it('a new unit key seals everything of the unit again, and digests stay', async () => {
  expect(await keyOf(entered._id)).toBe(`${school}:1`);
  await rotateUnitKeys(centre.dataDir, { unit: school });
  expect(await keyOf(entered._id)).toBe(`${school}:2`);
  await centre.restart();
  const after = await pulled(entered._id);
  expect(after.patch).toEqual(entered.patch);
  expect(changeDigest(after)).toBe(changeDigest(entered));
});

it('a new server key wraps the unit keys again; the centre opens all after its start', async () => {
  await rotateServerKey(centre.dataDir);
  const { ring } = await serverKeys(centre.dataDir, {});
  const wrappedBy = (await listUnitKeys(centre.store)).map(({ wrapped }) => wrapped.key);
  expect(new Set(wrappedBy)).toEqual(new Set([ring.currentId]));
  expect(ring.ids).toHaveLength(2);
  await centre.restart();
  expect((await pulled(entered._id)).patch).toEqual(entered.patch);
});

it('what stands in clear from before is sealed, once', async () => {
  const { salts: _salts, ...legacy } = makeChange({
    unit: school,
    author: entered.author,
    patch: legacyPatch,
  });
  await centre.store.bulkDocs(deskDatabase(school), [legacy]);
  await sealUnits(centre.dataDir, { unit: school });
  const first = await readDocument(centre.store, deskDatabase(school), legacy._id);
  expect(JSON.stringify(first)).not.toContain('ma-ro-rang');
  await sealUnits(centre.dataDir, { unit: school });
  const again = await readDocument(centre.store, deskDatabase(school), legacy._id);
  expect(again?.rev).toBe(first?.rev);
  await centre.restart();
  expect((await pulled(legacy._id)).patch).toEqual(legacyPatch);
});
