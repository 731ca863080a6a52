/** A dossier is spoken of by its own unit alone: nobody hides it by naming it first or naming it too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '../../../shared/change/change.ts';
import { dossierResponseSchema } from '../../../shared/contract/http.ts';
import { rowCode, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import { everyone, otherSchool, school } from './people.ts';

let centre: TestCentre;
let clerk: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  centre = await startCentre(everyone);
  clerk = await centre.signIn('vanthu.truong');
  stranger = await centre.signIn('vanthu.khac');
});
afterAll(() => centre.close());

const draftOf = (change: Change): Change => ({
  ...change,
  state: 'draft',
  history: change.history.map((entry) => ({ ...entry, state: 'draft' as const })),
});

it('a draft, a creation or an amendment of another unit’s pending dossier is refused, and hides nothing', async () => {
  const patch = personPatch('Trần Văn Gặt');
  const pending = makeChange({ unit: school, author: clerk.stamp, patch });
  expect(rowCode((await clerk.push([pending]))[0])).toBe('stored');
  const { dossier } = pending;
  const theirs = { unit: otherSchool, author: stranger.stamp, dossier };
  const creation = makeChange({ ...theirs, kind: 'create', patch: personPatch('Người Lạ') });
  const amendment = makeChange({ ...theirs, patch: { note: { text: 'Lạ' } } });
  // Below the owner's in every order: `change:0…`.
  const first = { ...draftOf(creation), _id: 'change:00000000000000000000000000' };
  const results = await stranger.push([first, creation, draftOf(amendment)]);
  expect(results.map(rowCode)).toEqual(Array(3).fill('CHANGE_WRONG_UNIT'));
  const { body } = await clerk.call('GET', `/api/dossiers/${dossier}`);
  expect(dossierResponseSchema.parse(body).changes).toHaveLength(1);
});

it('a change id that another unit uses too takes nothing from the list of the first', async () => {
  const patch = personPatch('Trần Văn Gặt');
  const mine = makeChange({ unit: school, author: clerk.stamp, patch });
  await clerk.push([mine]);
  const theirs = makeChange({
    unit: otherSchool,
    author: stranger.stamp,
    patch: personPatch('Người Khác'),
  });
  expect(rowCode((await stranger.push([{ ...theirs, _id: mine._id }]))[0])).toBe('stored');
  const { body } = await clerk.call('GET', `/api/changes?dossier=${mine.dossier}`);
  expect(body).toMatchObject({ total: 1, rows: [{ change: { _id: mine._id, unit: school } }] });
});
