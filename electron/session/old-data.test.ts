/** Data left behind under a forgotten password, over real HTTP and with real vaults. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeCentre, type FakeCentre } from '../../test/e2e/shell/fake-centre.ts';
import { lightKdf } from '../../test/helpers/light-cost.ts';
import { tryDelay } from '../vault/try-delay.ts';
import { vaultStore } from '../vault/vault-store.ts';
import { centre } from './centre.ts';
import { SessionKeeper } from './session-keeper.ts';

const before = { user: 'hieu.vm', password: 'Mật khẩu 1' };
const today = { ...before, password: 'Mới 2' };
const noOs = { available: false, seal: () => Buffer.alloc(0), open: () => undefined };
let folder: string;
let fake: FakeCentre;
let keeper: SessionKeeper;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-old-data-'));
  fake = await startFakeCentre();
  keeper = new SessionKeeper({
    centre: centre((url, init) => fetch(url, init)),
    vaults: vaultStore({ folder, os: noOs, now: () => new Date(), newKdf: lightKdf }),
    tries: tryDelay(() => 0),
    now: () => new Date(),
    serverOrigin: () => fake.url,
    hostName: 'PC-1',
    onRevoked: () => undefined,
  });
});
afterEach(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

it('comes back with its database once the old password is found, and with no other', async () => {
  const first = await keeper.signIn(before);
  fake.accounts.get(before.user)!.password = today.password;
  await keeper.signIn({ ...today, withoutOld: true });
  expect(await keeper.aside()).toHaveLength(1);
  const found = { password: today.password, oldPassword: before.password };
  const wrong = await keeper.bringBack({ ...found, oldPassword: 'không nhớ' });
  expect(wrong).toMatchObject({ problem: { code: 'VAULT_OLD_PASSWORD_WRONG' } });
  expect(keeper.current()).not.toBeNull();
  expect(await keeper.bringBack(found)).toMatchObject({ ok: true });
  expect(keeper.current()).toBeNull();
  const databaseName = first.ok && first.value.databaseName;
  expect(await keeper.signIn(today)).toMatchObject({ ok: true, value: { databaseName } });
  expect(await keeper.aside()).toEqual([]);
});
