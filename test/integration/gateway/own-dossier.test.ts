/** A person's own dossier is read inside the units where the right to it is held, and nowhere else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeChange, newDossierId, personPatch } from '../../helpers/office-changes.ts';
import { everyone, otherSchool, school } from './people.ts';

const foreign = newDossierId();
let centre: TestCentre;
let person: TestClient;
let officer: TestClient;

beforeAll(async () => {
  // As an account may stand in the store from before such a thing was refused.
  const account = {
    user: 'ca.nhan',
    name: 'Nguyễn An',
    grants: [{ role: 'employee', unit: school }] as const,
    ownDossier: foreign,
  };
  centre = await startCentre([...everyone, account]);
  const clerk = await centre.signIn('vanthu.khac');
  const patch = personPatch('Người Trường Khác');
  const change = { unit: otherSchool, author: clerk.stamp, patch, dossier: foreign };
  await clerk.push([makeChange({ ...change, kind: 'create' })]);
  person = await centre.signIn('ca.nhan');
  officer = await centre.signIn('sonoivu');
});
afterAll(() => centre.close());

describe('a dossier of another unit named as one’s own', () => {
  it('shows neither its changes nor itself', async () => {
    const changes = await person.call('GET', '/api/changes');
    expect(changes.body).toEqual({ total: 0, rows: [] });
    const byDossier = await person.call('GET', `/api/changes?dossier=${foreign}`);
    expect(byDossier.body).toEqual({ total: 0, rows: [] });
    expect(codeOf(await person.call('GET', `/api/dossiers/${foreign}`))).toBe('NOT_FOUND');
  });

  it('is refused when an account is made, as is one that nobody knows or that is no id', async () => {
    const create = (ownDossier: string, unit = school) =>
      officer.call('POST', '/api/accounts', {
        user: 'ca.nhan.moi',
        name: 'Nguyễn An',
        grants: [{ role: 'employee', unit }],
        password: 'Tam@Thoi2026',
        ownDossier,
      });
    for (const dossier of [foreign, newDossierId(), 'dossier:bất kỳ'])
      expect(codeOf(await create(dossier))).toBe('INVALID_INPUT');
    expect((await create(foreign, otherSchool)).status).toBe(201);
  });
});
