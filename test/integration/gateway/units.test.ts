import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf, rowCode, startCentre, type TestCentre } from '../../helpers/gateway.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import { everyone } from './people.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre(everyone);
});
afterAll(() => centre.close());

const nursery = {
  code: 'H20.81.13',
  name: 'Trường Mầm non Mỹ An',
  kind: 'school',
  parent: 'H20.81',
};

it('a unit added by the department is there for accounts and changes at once', async () => {
  const officer = await centre.signIn('sonoivu');
  expect((await officer.call('POST', '/api/units', nursery)).status).toBe(201);
  expect(codeOf(await officer.call('POST', '/api/units', nursery))).toBe('ALREADY_EXISTS');
  await officer.call('POST', '/api/accounts', {
    user: 'vt.mamnon',
    name: 'Lê Thị Sen',
    grants: [{ role: 'clerk', unit: nursery.code }],
    password: 'Tam@Thoi2026',
  });
  const clerk = await centre.signIn('vt.mamnon', 'Tam@Thoi2026');
  await clerk.call('POST', '/api/session/password', {
    current: 'Tam@Thoi2026',
    next: 'Sen@Hong2026',
  });
  const change = makeChange({
    unit: nursery.code,
    author: clerk.stamp,
    patch: personPatch('Trần Thị Mầm'),
  });
  expect(rowCode((await clerk.push([change]))[0])).toBe('stored');
});

it('nobody else adds units, and none out of its place', async () => {
  const unitAdmin = await centre.signIn('quantri.myan');
  const next = { ...nursery, code: 'H20.81.14' };
  expect(codeOf(await unitAdmin.call('POST', '/api/units', next))).toBe('FORBIDDEN');
  const officer = await centre.signIn('sonoivu');
  for (const code of ['H20.82.14', 'H20.81', 'H21.81.14'])
    expect(codeOf(await officer.call('POST', '/api/units', { ...next, code }))).toMatch(
      /INVALID_INPUT/,
    );
});
