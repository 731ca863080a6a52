import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subject } from '../../shared/account/policy.ts';
import { ensureServerDatabases } from '../documents/databases.ts';
import { openStore } from '../documents/open-store.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { openProjection, type Projection } from './open-projection.ts';

const officer: Subject = {
  account: 'sonoivu',
  grants: [{ role: 'departmentOfficer', unit: 'H20' }],
};
const page = { limit: 50, offset: 0 };
let dataDir: string;
let store: DocumentStore;
let failures: string[];
let open: Projection[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hoso-projection-'));
  store = await openStore({ dataDir });
  await ensureServerDatabases(store);
  for (const name of ['records-h20-1', 'desk-h20-1', 'desk-h20-2'])
    await store.createDatabase(name);
  failures = [];
  open = [];
});
afterEach(async () => {
  for (const projection of open) await projection.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

function follow(firstPatienceMs = 10_000, over = store): Projection {
  const projection = openProjection({
    store: over,
    file: ':memory:',
    epoch: 'x',
    onFailure: (error) => void failures.push(error instanceof Error ? error.name : ''),
    firstPatienceMs,
  });
  open.push(projection);
  return projection;
}

const dossier = (id: string, identity: object) => ({
  _id: `dossier:${id}`,
  type: 'dossier',
  unit: 'H20.1',
  version: 1,
  status: 'active',
  content: { identity },
  updatedAtUtc: '2026-11-01T00:00:00.000Z',
});
const identity = {
  fullName: 'Trần Văn Gặt',
  gender: 'male',
  birthDate: '1980',
  identityNumber: '087080000001',
};
const change = (id: string, unit: string, receivedAtUtc: string) => ({
  _id: `change:${id}`,
  type: 'change',
  unit,
  dossier: `dossier:${id}`,
  state: 'draft',
  receivedAtUtc,
});

describe('the read model', () => {
  it('sets a malformed document aside, names it in the log, and goes on with the others', async () => {
    const bad = [dossier('B', { fullName: 7 }), { _id: 'dossier:C', type: 'dossier' }];
    await store.bulkDocs('records-h20-1', [...bad, dossier('A', identity)]);
    const projection = follow();
    const { total, rows } = await projection.dossiers(officer, page);
    expect({ total, ids: rows.map(({ id }) => id) }).toEqual({ total: 1, ids: ['dossier:A'] });
    expect(projection.unreadable()).toBe(2);
    expect(failures).toEqual([
      'UnreadableDocument records-h20-1/dossier:B',
      'UnreadableDocument records-h20-1/dossier:C',
    ]);
    const stored = await store.get('records-h20-1', 'dossier:B');
    await store.bulkDocs('records-h20-1', [{ ...stored, ...dossier('B', identity) }]);
    expect((await projection.dossiers(officer, page)).total).toBe(2);
    expect(projection.unreadable()).toBe(1);
  });

  it('says that it is not ready before it has read the store once, and never counts zero', async () => {
    let isDown = true;
    const slow: DocumentStore = Object.create(store, {
      databaseNames: {
        value: () => (isDown ? Promise.reject(new Error('down')) : store.databaseNames()),
      },
    }) as DocumentStore;
    const projection = follow(50, slow);
    await expect(projection.units(officer)).rejects.toMatchObject({ code: 'SERVER_STARTING' });
    isDown = false;
    const answer = () => projection.units(officer).catch(() => null);
    await expect.poll(answer, { timeout: 8_000 }).toEqual([]);
  });

  it('keeps apart what two units hold under one id, also when one of them deletes it', async () => {
    const early = '2026-11-01T00:00:00.000Z';
    await store.bulkDocs('desk-h20-1', [change('A', 'H20.1', early)]);
    const projection = follow();
    expect((await projection.changes(officer, page)).total).toBe(1);
    // Its unit is where it lies, whatever it says of itself.
    const [copy] = await store.bulkDocs('desk-h20-2', [change('A', 'H20.1', early)]);
    const places = async () => (await projection.changes(officer, page)).places;
    expect(new Set((await places()).map(({ unit }) => unit))).toEqual(new Set(['H20.1', 'H20.2']));
    if (!copy?.ok) throw new Error('stored');
    const gone = { _id: 'change:A', _rev: copy.rev, _deleted: true };
    await store.bulkDocs('desk-h20-2', [gone]);
    expect(await places()).toEqual([{ id: 'change:A', unit: 'H20.1' }]);
  });

  it('knows the unit of a dossier by its owner’s claim, before any draft that names it', async () => {
    await store.bulkDocs('desk-h20-2', [change('A', 'H20.2', '2026-10-01T00:00:00.000Z')]);
    const projection = follow();
    expect(await projection.unitOfDossier('dossier:A')).toBe('H20.2');
    const owner = { _id: 'owner:dossier:A', dossier: 'dossier:A', unit: 'H20.1' };
    await store.bulkDocs('claims', [{ ...owner, type: 'claim', kind: 'owner' }]);
    expect(await projection.unitOfDossier('dossier:A')).toBe('H20.1');
  });
});
