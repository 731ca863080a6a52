/** What was closed after the snapshot stays closed when the set is put in the place of the store. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newDevice, registrationOf } from '../../../electron/vault/device.ts';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import { openDeviceDirectory } from '../../../sync-server/accounts/device-directory.ts';
import { openSessionDirectory } from '../../../sync-server/accounts/session-directory.ts';
import { carryClosingsBetween } from '../../../sync-server/backup/carry-closings.ts';
import { restoreIntoFolder } from '../../../sync-server/backup/restore-set.ts';
import { swapData } from '../../../sync-server/backup/swap-data.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { openCentre, type BackedUpCentre } from './place.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const grants = [{ role: 'clerk', unit: 'H20.81' }] as const;
const users = ['nghi.viec', 'doi.matkhau', 'go.chungthu', 'van.lam'];
const certificate = {
  sha256: 'a'.repeat(64),
  pem: 'pem',
  commonName: 'X',
  notAfterUtc: '2030-01-01T00:00:00.000Z',
  registeredAtUtc: '2026-01-01T00:00:00.000Z',
  registeredBy: 'quantri',
};
const later = '2099-01-01T00:00:00.000Z';
const owner = { account: 'van.lam', passwordUtc: later };
const [kept, lost, unseen] = ['PC', 'LAPTOP', 'PC-MOI'].map((name) =>
  registrationOf(newDevice(name)),
) as [
  ReturnType<typeof registrationOf>,
  ReturnType<typeof registrationOf>,
  ReturnType<typeof registrationOf>,
];

let centre: BackedUpCentre;
let session = '';
beforeEach(async () => {
  centre = await openCentre(users.map((user) => ({ user, name: user, grants })));
  const accounts = openAccountDirectory(centre.store);
  await accounts.update('go.chungthu', (one) => ({ ...one, certificates: [certificate] }));
  for (const device of [kept, lost])
    await openDeviceDirectory(centre.store).register(owner, device);
  ({ id: session } = await openSessionDirectory(centre.store).open('van.lam', 'desktop'));
});
afterEach(() => centre.close());

/** A set is taken, things are closed, the set is restored beside. */
async function closedSince(): Promise<string> {
  const { set } = await centre.take();
  const accounts = openAccountDirectory(centre.store);
  await accounts.update('nghi.viec', (one) => ({ ...one, disabled: true }));
  await accounts.update('doi.matkhau', (one) => ({
    ...one,
    passwordHash: 'another',
    passwordChangedAtUtc: later,
    mustChangePassword: true,
  }));
  await accounts.update('go.chungthu', (one) => ({ ...one, certificates: [] }));
  const devices = openDeviceDirectory(centre.store);
  await devices.register(owner, unseen);
  for (const { id } of [lost, unseen]) await devices.revoke(id, 'quantri');
  const into = join(centre.root, 'restored');
  await restoreIntoFolder(into, { ...centre, set });
  return into;
}

const standing = async (store: DocumentStore) => {
  const accounts = openAccountDirectory(store);
  const devices = openDeviceDirectory(store);
  const revoked = await Promise.all(
    [kept, lost, unseen].map(async ({ id }) => (await devices.find(id))?.revokedAtUtc != null),
  );
  return {
    disabled: (await accounts.find('nghi.viec'))?.disabled,
    password: (await accounts.find('doi.matkhau'))?.passwordHash === 'another',
    certificates: (await accounts.find('go.chungthu'))?.certificates.length,
    working: (await accounts.find('van.lam'))?.disabled === false,
    revoked,
    session: (await openSessionDirectory(store).find(session)) !== null,
  };
};

it('sessions are not put back; closings are carried over from the store that is replaced', async () => {
  const into = await closedSince();
  const alone = await openStore({ dataDir: into });
  expect(await standing(alone)).toMatchObject({ disabled: false, session: false });
  await alone.close();
  await centre.store.close();
  const unreadable = vi.fn();
  await swapData(centre.dataDir, into, Date.now(), async () => {
    const carried = await carryClosingsBetween(centre.dataDir, into, unreadable);
    expect(carried?.accounts.toSorted()).toEqual(['doi.matkhau', 'go.chungthu', 'nghi.viec']);
    expect(carried?.devices.toSorted()).toEqual([lost.id, unseen.id].toSorted());
    // Once more changes nothing more.
    expect(await carryClosingsBetween(centre.dataDir, into, unreadable)).toEqual({
      accounts: [],
      devices: [],
    });
  });
  expect(unreadable).not.toHaveBeenCalled();
  const swapped = await openStore({ dataDir: centre.dataDir });
  expect(await standing(swapped)).toEqual({
    disabled: true,
    password: true,
    certificates: 0,
    working: true,
    revoked: [false, true, true],
    session: false,
  });
  await swapped.close();
});

it.each([
  ['gone', async (file: string) => rm(file)],
  ['no store at all', async (file: string) => writeFile(file, 'không phải SQLite')],
])('a store that is %s is told, and stops no restore', async (_, damage) => {
  const into = await closedSince();
  await centre.store.close();
  for (const end of ['-wal', '-shm'])
    await rm(join(centre.dataDir, `store.sqlite${end}`), { force: true });
  await damage(join(centre.dataDir, 'store.sqlite'));
  const unreadable = vi.fn();
  expect(await carryClosingsBetween(centre.dataDir, into, unreadable)).toBeNull();
  expect(unreadable).toHaveBeenCalledOnce();
  await swapData(centre.dataDir, into, Date.now());
  const swapped = await openStore({ dataDir: centre.dataDir });
  expect(await standing(swapped)).toMatchObject({ disabled: false, working: true });
  await swapped.close();
});
