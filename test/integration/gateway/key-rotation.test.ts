/** Keys of sensitive sections are changed under a stopped centre; nothing anyone reads changes with them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ulid } from 'ulid';
import { z } from 'zod';
import { openAnswer, packBundle } from '../../../electron/courier/bundle-file.ts';
import { newDevice, registrationOf } from '../../../electron/vault/device.ts';
import { takenBundleSchema } from '../../../shared/contract/courier.ts';
import { registeredDeviceSchema } from '../../../shared/contract/devices.ts';
import { changeSchema, type Change } from '../../../shared/change/change.ts';
import { changeDigest } from '../../../shared/change/digest.ts';
import { deskDatabase } from '../../../shared/unit/unit.ts';
import { rotateServerKey, rotateUnitKeys, sealUnits } from '../../../sync-server/cli/keys.ts';
import { openAudit } from '../../../sync-server/documents/audit.ts';
import { readDocument, writeDocument } from '../../../sync-server/documents/documents.ts';
import { openUnitDirectory } from '../../../sync-server/documents/unit-directory.ts';
import { serverKeys } from '../../../sync-server/keys/server-keys.ts';
import { createQuietReseal } from '../../../sync-server/sensitive/reseal-quietly.ts';
import { openSections } from '../../../sync-server/sensitive/sections.ts';
import { listUnitKeys, openUnitKeys } from '../../../sync-server/sensitive/unit-keys.ts';
import { rowCode, startCentre, type TestCentre } from '../../helpers/gateway.ts';
import { makeChange, personPatch } from '../../helpers/office-changes.ts';
import { everyone, school } from './people.ts';

const wrappedKey = z.object({ d: z.object({ key: z.string() }) });
const storedKeys = z.object({ signingKey: wrappedKey, encryptionKey: wrappedKey });

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

it('a new server key wraps the courier keys again: a bundle under way still opens', async () => {
  const clerk = await centre.signIn('vanthu.truong');
  const device = newDevice('PC-USB');
  const { body } = await clerk.call('POST', '/api/devices', registrationOf(device));
  const { centre: known } = registeredDeviceSchema.parse(body);
  const bundle = { id: ulid(), madeAtUtc: new Date().toISOString(), rows: [], cursors: {} };
  const file = await packBundle(bundle, 'vanthu.truong', device, known);
  await rotateServerKey(centre.dataDir);
  const { ring } = await serverKeys(centre.dataDir, {});
  const stored = await readDocument(centre.store, 'courier', 'courier-keys');
  const keys = storedKeys.parse(stored?.doc);
  expect([keys.signingKey.d.key, keys.encryptionKey.d.key]).toEqual([
    ring.currentId,
    ring.currentId,
  ]);
  await centre.restart();
  const response = await fetch(`${centre.url}/api/courier/bundles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clerk.session.accessToken}`, 'content-type': 'text/plain' },
    body: file,
  });
  const { answer } = takenBundleSchema.parse(await response.json());
  // Signed with the very key that the office was given before.
  expect((await openAnswer(answer, device, known)).ok).toBe(true);
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

it('a running centre seals by itself what lies in clear or under an older key, once, on record', async () => {
  const { store } = centre;
  const { salts: _salts, ...legacy } = makeChange({
    unit: school,
    author: entered.author,
    patch: { ...personPatch('Người Cũ Hơn'), belief: { religion: 'ma-cu-hon' } },
  });
  await store.bulkDocs(deskDatabase(school), [legacy]);
  const { ring } = await serverKeys(centre.dataDir, {});
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const unitKeys = openUnitKeys(store, ring, Date.now);
  const sections = openSections(unitKeys, onFailure);
  const audit = openAudit(store, onFailure);
  const units = openUnitDirectory(store, onFailure);
  const round = createQuietReseal({ store, sections, units, audit, restMs: 0, onFailure });
  const { signal } = new AbortController();

  expect(await round(signal)).toBe(1);
  const first = await readDocument(store, deskDatabase(school), legacy._id);
  expect(JSON.stringify(first)).not.toContain('ma-cu-hon');
  expect(await round(signal)).toBe(0);

  const { id } = await unitKeys.renew(school);
  expect(await round(signal)).toBeGreaterThanOrEqual(3);
  expect([await keyOf(entered._id), await keyOf(legacy._id)]).toEqual([id, id]);
  expect(await round(signal)).toBe(0);

  // One that does not open is reported and holds up no other.
  await unitKeys.renew(school);
  const broken = await readDocument(store, deskDatabase(school), legacy._id);
  const sealed = { belief: { key: id, data: 'AAAA', sha256: '0'.repeat(64) } };
  await writeDocument(store, deskDatabase(school), { ...broken?.doc, _id: legacy._id, sealed });
  expect(await round(signal)).toBeGreaterThanOrEqual(2);
  expect(failures).toHaveLength(1);
  expect(await keyOf(entered._id)).not.toBe(id);

  await audit.close();
  const trail = await store.find('audit', { selector: { event: 'keys.reseal' } });
  expect(trail.docs.map(({ target, account }) => [target, account])).toEqual(
    Array.from({ length: 3 }, () => [school, 'server']),
  );
  expect((await pulled(entered._id)).patch).toEqual(entered.patch);
});
