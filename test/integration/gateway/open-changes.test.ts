/** How many changes an account may have open: a person few, and room comes back as they are dealt with. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '../../../shared/change/change.ts';
import { openLimits } from '../../../sync-server/intake/open-changes.ts';
import { rowCode, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeChange, moved, newDossierId } from '../../helpers/office-changes.ts';
import { everyone, school } from './people.ts';

const ownDossier = newDossierId();
let nowMs = Date.now();
let centre: TestCentre;
let person: TestClient;

beforeAll(async () => {
  const grants = [{ role: 'employee', unit: school }] as const;
  const account = { user: 'ca.nhan', name: 'Nguyễn An', grants, ownDossier };
  centre = await startCentre([...everyone, account], { nowMs: () => nowMs });
  person = await centre.signIn('ca.nhan');
});
afterAll(() => centre.close());

const draft = (): Change => {
  const own = { unit: school, author: person.stamp, dossier: ownDossier };
  const change = makeChange({ ...own, kind: 'create', patch: { note: { text: 'Nháp' } } });
  return {
    ...change,
    state: 'draft',
    history: change.history.map((entry) => ({ ...entry, state: 'draft' as const })),
  };
};
const codes = async (changes: readonly Change[], revs: readonly (string | null)[] = []) =>
  (await person.push(changes, revs)).map(rowCode);

it(`a person has at most ${openLimits.own} changes open, also after the server started again`, async () => {
  const many = Array.from({ length: openLimits.own + 3 }, draft);
  const stored = (await person.push(many)).map(rowCode);
  expect(stored.filter((code) => code === 'stored')).toHaveLength(openLimits.own);
  expect(stored.slice(openLimits.own)).toEqual(Array(3).fill('CHANGE_TOO_MANY_OPEN'));
  await centre.restart();
  person = await centre.signIn('ca.nhan');
  expect(await codes([draft()])).toEqual(['CHANGE_TOO_MANY_OPEN']);

  const [first] = many;
  const [standing] = await person.push(many.slice(0, 1));
  if (!first || standing?.outcome !== 'stored') throw new Error('the first was stored');
  const withdrawn = moved(first, 'withdrawn', person.stamp, 'thừa');
  expect(await codes([withdrawn], [standing.rev])).toEqual(['stored']);
  nowMs += 61_000;
  expect(await codes([draft(), draft()])).toEqual(['stored', 'CHANGE_TOO_MANY_OPEN']);
});
