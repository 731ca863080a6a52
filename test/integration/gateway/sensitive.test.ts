/** Sensitive sections: sealed in the store, shown by right, and signed for all the same. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/account/roles.ts';
import { sensitiveSections } from '../../../shared/dossier/sensitive.ts';
import { changeSchema, type Change } from '../../../shared/change/change.ts';
import { changeDigest } from '../../../shared/change/digest.ts';
import {
  approvalEvidenceSchema,
  changesResponseSchema,
  dossierResponseSchema,
} from '../../../shared/contract/http.ts';
import { deskDatabase, recordsDatabase } from '../../../shared/unit/unit.ts';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import { storeFileOf } from '../../../sync-server/documents/open-store.ts';
import { rowCode, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { everyone, people, school } from './people.ts';

const secrets = { religion: 'ma-ton-giao-kin', joinedOn: '2013-07-19' };
const secretText = new RegExp(Object.values(secrets).join('|'));
const patch = () => ({
  ...personPatch('Trần Thị Kín'),
  belief: { religion: secrets.religion },
  party: { member: true, joinedOn: secrets.joinedOn },
});

let centre: TestCentre;
let clerk: TestClient;
let head: TestClient;
let admin: TestClient;
let key: SoftwareSigner;
let entered: Change;

const streams = (cursors: Readonly<Record<string, Record<string, string | number>>> = {}) => ({
  dossier: { cursors: cursors.dossier ?? {}, limit: 100 },
  change: { cursors: cursors.change ?? {}, limit: 100 },
});

async function pulled(client: TestClient, cursors?: Parameters<typeof streams>[0]) {
  const answer = await client.pull(streams(cursors));
  const change = answer.streams.change?.documents.find(({ id }) => id === entered._id);
  const dossier = answer.streams.dossier?.documents.find(({ id }) => id === entered.dossier);
  const next = {
    dossier: answer.streams.dossier?.cursors ?? {},
    change: answer.streams.change?.cursors ?? {},
  };
  return { change, dossier, next };
}

beforeAll(async () => {
  const ca = await createSoftwareCa();
  key = await ca.issue('Võ Minh Hiếu');
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre(accounts, { caPem: ca.pem });
  clerk = await centre.signIn('vanthu.truong');
  head = await centre.signIn('hieutruong');
  admin = await centre.signIn('quantri.myan');
  entered = makeChange({ unit: school, author: clerk.stamp, patch: patch() });
  expect(rowCode((await clerk.push([entered]))[0])).toBe('stored');
});
afterAll(() => centre.close());

describe('a change with sensitive sections', () => {
  it('is handed out in clear to who may read them, masked to a unit’s admin', async () => {
    const { change: clear } = await pulled(clerk);
    expect(clear?.doc).toMatchObject({ patch: entered.patch, salts: entered.salts });
    const { change: masked } = await pulled(admin);
    expect(JSON.stringify(masked)).not.toMatch(secretText);
    expect(masked?.doc).not.toHaveProperty('salts');
    const parsed = changeSchema.parse(masked?.doc);
    expect(Object.keys(parsed.masked ?? {})).toEqual(['belief', 'party']);
    expect(changeDigest(parsed)).toBe(changeDigest(entered));
  });

  it('is moved on by who does not see them, and loses nothing', async () => {
    const { change } = await pulled(admin);
    const step = moved(changeSchema.parse(change?.doc), 'verified', admin.stamp);
    expect(rowCode((await admin.push([step], [change?.rev ?? null]))[0])).toBe('stored');
    const { change: after } = await pulled(clerk);
    expect(after?.doc).toMatchObject({ state: 'verified', patch: entered.patch });
  });

  it('is approved over its hashes, and the approval holds up for who does not see them', async () => {
    const { change } = await pulled(head);
    const approval = await makeApproval(key, head.stamp, school, [changeSchema.parse(change?.doc)]);
    expect(rowCode((await head.push([approval]))[0])).toBe('stored');
    const answer = await admin.call('GET', `/api/approvals/${approval._id}`);
    const evidence = approvalEvidenceSchema.parse(answer.body);
    expect(evidence.checks.filter(({ ok }) => !ok)).toEqual([]);
    const { dossier } = await pulled(clerk);
    expect(dossier?.doc).toMatchObject({ version: 1, content: entered.patch });
    expect(dossier?.doc).not.toHaveProperty('sealed');
  });

  it('is answered over HTTP in clear or masked by the same right', async () => {
    for (const [who, sees] of [
      [clerk, true],
      [head, true],
      [admin, false],
    ] as const) {
      const one = await who.call('GET', `/api/dossiers/${entered.dossier}`);
      const list = await who.call('GET', `/api/changes?dossier=${entered.dossier}`);
      for (const answer of [one, list]) expect(secretText.test(JSON.stringify(answer))).toBe(sees);
      const { dossier } = dossierResponseSchema.parse(one.body);
      expect(dossier?.masked ?? []).toEqual(sees ? [] : sensitiveSections);
      expect(changesResponseSchema.parse(list.body).rows).toHaveLength(1);
    }
  });

  it('shows what stands at the centre masked in a conflict, too', async () => {
    const late = moved(entered, 'verified', admin.stamp);
    const [result] = await admin.push([late], [null]);
    expect(result?.outcome).not.toBe('stored');
    expect(JSON.stringify(result)).not.toMatch(secretText);
  });
});

describe('in the store', () => {
  it('no file holds a word of them, nor does a copy made over /db', async () => {
    const file = storeFileOf(centre.dataDir);
    for (const name of [file, `${file}-wal`, `${centre.dataDir}/read-model.sqlite`]) {
      const bytes = (await readFile(name)).toString('latin1');
      expect(bytes).not.toMatch(secretText);
    }
    // The search finds what is there in clear: it can fail.
    const wal =
      (await readFile(`${file}-wal`)).toString('latin1') + (await readFile(file, 'latin1'));
    expect(wal).toContain(entered.dossier);
    const replicator = await centre.signIn('saoluu');
    for (const database of [deskDatabase(school), recordsDatabase(school)]) {
      const copy = await replicator.call('GET', `/db/${database}/_all_docs?include_docs=true`);
      expect(JSON.stringify(copy.body)).toContain(entered.dossier);
      expect(JSON.stringify(copy.body)).not.toMatch(secretText);
    }
    expect((await replicator.call('GET', '/db/unit-keys/_all_docs')).status).not.toBe(200);
  });

  it('a ciphertext put in another’s place shows nothing, and holds up nothing else', async () => {
    const second = makeChange({ unit: school, author: clerk.stamp, patch: patch() });
    await clerk.push([second]);
    const database = deskDatabase(school);
    const page = await centre.store.allDocs(database, {
      keys: [entered._id, second._id],
      includeDocs: true,
    });
    const [first, other] = page.rows.flatMap((row) =>
      'error' in row || !row.doc ? [] : [row.doc],
    );
    if (!first || !other) throw new Error('both changes are there');
    await centre.store.bulkDocs(database, [{ ...other, sealed: first.sealed }]);
    const answer = await clerk.pull(streams());
    const shown = answer.streams.change?.documents.find(({ id }) => id === second._id);
    expect(shown?.doc).toHaveProperty('masked');
    const { change } = await pulled(clerk);
    expect(change?.doc).toMatchObject({ patch: entered.patch });
  });
});

describe('a right that comes or goes', () => {
  const grant = async (role: Role) => {
    const directory = openAccountDirectory(centre.store);
    await directory.update('vanthu.truong', (account) => ({
      ...account,
      grants: [{ role, unit: school }],
    }));
    return centre.signIn('vanthu.truong');
  };

  it('hands everything out anew, in the form that the account may see', async () => {
    const before = await pulled(clerk);
    expect((await pulled(clerk, before.next)).dossier).toBeUndefined();
    const lost = await pulled(await grant('unitAdmin'), before.next);
    expect(lost.dossier?.doc).toHaveProperty('masked');
    expect(JSON.stringify(lost)).not.toMatch(secretText);
    const again = await pulled(await grant('clerk'), lost.next);
    expect(again.dossier?.doc).toMatchObject({ content: entered.patch });
  });
});
