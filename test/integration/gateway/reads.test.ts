import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dossierResponseSchema,
  dossiersResponseSchema,
  unitsResponseSchema,
} from '../../../shared/contract/http.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { compareNames } from '../../../shared/vietnamese/names.ts';
import { codeOf, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import {
  makeApproval,
  makeChange,
  moved,
  newDossierId,
  personPatch,
} from '../../helpers/office-changes.ts';
import { createSoftwareCa } from '../../helpers/software-signer.ts';
import { commune, everyone, otherSchool, people, school } from './people.ts';

let centre: TestCentre;
const clients = new Map<string, TestClient>();
const ownDossier = newDossierId();
const as = (user: string): TestClient => {
  const client = clients.get(user);
  if (!client) throw new Error(user);
  return client;
};

const names = ['Lê Ý', 'Đỗ Thị Đào', 'Trần Ân', 'Phan Văn Ẩn', 'Nguyễn An', 'Bùi Ánh', 'Ngô Út'];

beforeAll(async () => {
  const ca = await createSoftwareCa();
  const key = await ca.issue('Võ Minh Hiếu');
  const employee = {
    user: 'ca.nhan',
    name: 'Nguyễn An',
    grants: [{ role: 'employee', unit: school }] as const,
    ownDossier,
  };
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre([...accounts, employee], { caPem: ca.pem });
  for (const { user } of [...accounts, employee]) clients.set(user, await centre.signIn(user));
  const [clerk, head] = [as('vanthu.truong'), as('hieutruong')];
  const changes = names.map((name) => {
    const dossier = name === 'Nguyễn An' ? { dossier: ownDossier, kind: 'create' as const } : {};
    const patch = personPatch(name);
    const change = makeChange({ unit: school, author: clerk.stamp, patch, ...dossier });
    return moved(change, 'verified', clerk.stamp);
  });
  await clerk.push(changes);
  await head.push([await makeApproval(key, head.stamp, school, changes)]);
  const waiting = makeChange({
    unit: school,
    author: clerk.stamp,
    patch: personPatch('Chờ Duyệt'),
  });
  await clerk.push([waiting]);
  const other = as('vanthu.khac');
  const patch: JsonObject = personPatch('Người Trường Khác');
  await other.push([makeChange({ unit: otherSchool, author: other.stamp, patch })]);
});
afterAll(() => centre.close());

async function search(user: string, query: string) {
  const answer = await as(user).call('GET', `/api/dossiers?${query}`);
  return dossiersResponseSchema.parse(answer.body);
}
const found = async (user: string, text: string) =>
  (await search(user, `text=${encodeURIComponent(text)}`)).rows.map(({ fullName }) => fullName);

describe('lists of dossiers', () => {
  it('come in the order of Vietnamese name lists, page by page', async () => {
    const sorted = [...names].sort(compareNames);
    const { total, rows } = await search('sonoivu', 'unit=H20&limit=4');
    expect(total).toBe(names.length);
    const rest = await search('sonoivu', 'unit=H20&limit=4&offset=4');
    expect([...rows, ...rest.rows].map(({ fullName }) => fullName)).toEqual(sorted);
    expect(rows[0]).toMatchObject({ unit: school, unitName: 'Trường Tiểu học Mỹ An' });
  });

  it('are searched without marks, by beginnings of words, in name, number and position', async () => {
    expect(await found('sonoivu', 'dao do')).toEqual(['Đỗ Thị Đào']);
    expect(await found('sonoivu', 'ĐÀO')).toEqual(['Đỗ Thị Đào']);
    expect(await found('sonoivu', 'giao vien ut')).toEqual(['Ngô Út']);
    expect(await found('sonoivu', '087085')).toHaveLength(names.length);
    expect(await found('sonoivu', 'ao')).toEqual([]);
  });

  it.each([
    "'",
    "' OR 1=1 --",
    '%',
    '_',
    '"',
    '*',
    '" OR "',
    ');DROP TABLE dossiers;--',
    '\\',
    'NEAR(',
  ])('take %s for text and nothing else', async (text) => {
    expect(await found('sonoivu', text)).toEqual([]);
    expect(await found('sonoivu', '')).toHaveLength(names.length);
  });

  it('take no other unit than asked for, and no unit that is none', async () => {
    expect((await search('sonoivu', `unit=${commune}`)).total).toBe(names.length);
    expect((await search('sonoivu', 'unit=H20.8')).total).toBe(0);
    expect((await search('sonoivu', `unit=${encodeURIComponent("H20' OR '1'='1")}`)).total).toBe(0);
  });
});

describe('what each account sees', () => {
  const table = {
    quantri: { dossiers: 0, changes: 0, approvals: 0, units: 8 },
    sonoivu: { dossiers: 7, changes: 9, approvals: 1, units: 8 },
    'quantri.myan': { dossiers: 7, changes: 9, approvals: 1, units: 5 },
    hieutruong: { dossiers: 7, changes: 8, approvals: 1, units: 1 },
    'vanthu.truong': { dossiers: 7, changes: 8, approvals: 1, units: 1 },
    'vanthu.khac': { dossiers: 0, changes: 1, approvals: 0, units: 1 },
    'ca.nhan': { dossiers: 1, changes: 1, approvals: 0, units: 1 },
  } as const;

  it.each(Object.entries(table))('%s', async (user, expected) => {
    const count = async (path: string, field: string) => {
      const { body } = await as(user).call('GET', path);
      return (body as Record<string, unknown[]>)[field]?.length;
    };
    expect({
      dossiers: await count('/api/dossiers', 'rows'),
      changes: await count('/api/changes', 'rows'),
      approvals: await count('/api/approvals', 'rows'),
      units: await count('/api/units', 'units'),
    }).toEqual(expected);
    const limit = { cursors: {}, limit: 1000 };
    const { streams } = await as(user).pull({ dossier: limit, change: limit, approval: limit });
    expect({
      dossiers: streams.dossier?.documents.length,
      changes: streams.change?.documents.length,
      approvals: streams.approval?.documents.length,
    }).toEqual({
      dossiers: expected.dossiers,
      changes: expected.changes,
      approvals: expected.approvals,
    });
  });

  it('a dossier out of reach answers as one that is not there', async () => {
    const mine = await as('ca.nhan').call('GET', `/api/dossiers/${ownDossier}`);
    expect(dossierResponseSchema.parse(mine.body).dossier?.content.identity.fullName).toBe(
      'Nguyễn An',
    );
    const [foreign, missing] = [
      await as('vanthu.khac').call('GET', `/api/dossiers/${ownDossier}`),
      await as('vanthu.khac').call('GET', `/api/dossiers/${newDossierId()}`),
    ];
    expect(foreign).toEqual(missing);
    expect(codeOf(foreign)).toBe('NOT_FOUND');
  });

  it('nobody without a session sees anything', async () => {
    for (const path of [
      '/api/units',
      '/api/dossiers',
      '/api/changes',
      '/api/sync/live',
      '/api/me',
    ]) {
      const response = await fetch(centre.url + path);
      expect(response.status).toBe(401);
    }
    expect((await fetch(`${centre.url}/api/about`)).status).toBe(200);
  });
});

describe('units', () => {
  it('count changes by state and know when they were last heard of', async () => {
    await as('vanthu.truong').pull({ unit: { cursors: {}, limit: 1 } });
    const row = async () => {
      const { body } = await as('sonoivu').call('GET', '/api/units');
      return unitsResponseSchema.parse(body).units.find(({ unit }) => unit.code === school);
    };
    await expect.poll(async () => (await row())?.lastContactAtUtc).toMatch(/Z$/);
    expect(await row()).toMatchObject({ dossiers: 7, changes: { approved: 7, submitted: 1 } });
  });
});

describe('the raw store under /db', () => {
  it('is for the replicator alone', async () => {
    const status = async (user: string, method = 'GET', path = '/db/_all_dbs') =>
      (await as(user).call(method, path)).status;
    expect(await status('saoluu')).toBe(200);
    for (const user of [
      'quantri',
      'sonoivu',
      'quantri.myan',
      'hieutruong',
      'vanthu.truong',
      'ca.nhan',
    ]) {
      expect(await status(user)).toBe(403);
      expect(await status(user, 'GET', '/db/accounts/_all_docs')).toBe(403);
      expect(await status(user, 'PUT', '/db/records-h20-81-11/x')).toBe(403);
    }
    expect((await fetch(`${centre.url}/db/_all_dbs`)).status).toBe(401);
  });
});

describe('the read model', () => {
  it('is filled anew when it is lost', async () => {
    await centre.restart({ projectionFile: ':memory:' });
    const client = await centre.signIn('sonoivu');
    const { body } = await client.call('GET', '/api/dossiers?text=ngo');
    expect(dossiersResponseSchema.parse(body).total).toBe(1);
  });
});
