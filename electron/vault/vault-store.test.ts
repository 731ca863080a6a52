import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lightKdf } from '../../test/helpers/light-cost.ts';
import type { OsSeal } from './os-seal.ts';
import type { VaultProfile } from './vault-file.ts';
import { parseVault, vaultId } from './vault-file.ts';
import { vaultStore, type VaultStore } from './vault-store.ts';

const owner = { serverOrigin: 'https://hoso.example', account: 'hieu.vm' };
const password = 'Mật khẩu của tôi 1';
const profile: VaultProfile = {
  account: {
    account: 'hieu.vm',
    name: 'Võ Minh Hiếu',
    grants: [{ role: 'head', unit: 'H20.11.03' }],
    mustChangePassword: false,
    certificates: [],
  },
  server: { name: 'Sở Nội vụ', epoch: 'e1' },
  refreshToken: 'refresh-secret-1',
  device: null,
  centre: null,
  confirmedAtUtc: '2026-11-22T03:04:05.678Z',
};

const noOs: OsSeal = {
  available: false,
  seal: () => {
    throw new Error('there is no keyring');
  },
  open: () => undefined,
};

/** A keyring of this machine: what is sealed under another name does not open. */
const keyring = (machine: string): OsSeal => ({
  available: true,
  seal: (text) => Buffer.from(`${machine}:${text}`),
  open: (sealed) => {
    const text = sealed.toString();
    return text.startsWith(`${machine}:`) ? text.slice(machine.length + 1) : undefined;
  },
});

let folder: string;
let vaults: VaultStore;
const storeWith = (os: OsSeal): VaultStore =>
  vaultStore({ folder, os, now: () => new Date('2026-11-22T03:04:05.678Z'), newKdf: lightKdf });
const vaultFile = (): string => path.join(folder, `${vaultId(owner)}.json`);

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'hoso-vault-')), 'vaults');
  vaults = storeWith(noOs);
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

async function change(edit: (text: string) => string): Promise<void> {
  await writeFile(vaultFile(), edit(await readFile(vaultFile(), 'utf8')));
}

describe('a vault', () => {
  it('opens with its password and gives the profile back', async () => {
    (await vaults.create(owner, password, profile)).close();
    const opened = await vaults.open(owner, password);
    expect(opened.ok && opened.value.profile()).toEqual(profile);
  });

  it('opens whichever way the Vietnamese letters were composed', async () => {
    await vaults.create(owner, password.normalize('NFC'), profile);
    expect((await vaults.open(owner, password.normalize('NFD'))).ok).toBe(true);
  });

  it('tells missing, wrong password and damaged apart', async () => {
    expect(await vaults.open(owner, password)).toMatchObject({
      problem: { code: 'VAULT_MISSING' },
    });
    await vaults.create(owner, password, profile);
    expect(await vaults.open(owner, 'khác')).toMatchObject({
      problem: { code: 'VAULT_PASSWORD_WRONG' },
    });
    await change((text) => text.slice(0, 300));
    expect(await vaults.open(owner, password)).toMatchObject({
      problem: { code: 'VAULT_DAMAGED' },
    });
  });

  it('with any one changed value is damaged, not a wrong password', async () => {
    await vaults.create(owner, password, profile);
    const whole = await readFile(vaultFile(), 'utf8');
    for (const key of ['salt', 'wrappedKey', 'profile', 'checksum']) {
      await change(() =>
        whole.replace(
          new RegExp(`("${key}": ")(.)`),
          (_all, before: string, letter: string) => before + (letter === 'a' ? 'b' : 'a'),
        ),
      );
      expect(await vaults.open(owner, password), key).toMatchObject({
        problem: { code: 'VAULT_DAMAGED' },
      });
    }
  });

  it("of another account under this account's file name is refused", async () => {
    await vaults.create({ ...owner, account: 'ha.lt' }, password, profile);
    const other = path.join(folder, `${vaultId({ ...owner, account: 'ha.lt' })}.json`);
    await writeFile(vaultFile(), await readFile(other));
    expect(await vaults.open(owner, password)).toMatchObject({
      problem: { code: 'VAULT_DAMAGED' },
    });
  });

  it('shows neither token nor grants in its file, which only its owner may read', async () => {
    await vaults.create(owner, password, profile);
    const text = await readFile(vaultFile(), 'utf8');
    expect(text).not.toMatch(/refresh-secret|H20|Mật khẩu/);
    expect((await stat(vaultFile())).mode & 0o777).toBe(0o600);
  });

  it('costs 64 MiB and 3 passes for each try, of a new password as well', async () => {
    const ownCost = vaultStore({ folder, os: noOs, now: () => new Date() });
    const costOf = async () => parseVault(await readFile(vaultFile(), 'utf8'))?.header.kdf;
    const full = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 };
    const vault = await ownCost.create(owner, password, profile);
    expect(await costOf()).toMatchObject(full);
    await vault.changePassword('Mới 2');
    expect(await costOf()).toMatchObject(full);
  });

  it('is destroyed although it is being written', async () => {
    for (let round = 0; round < 20; round += 1) {
      const vault = await vaults.create(owner, password, profile);
      const writing = vault.saveProfile({ ...profile, refreshToken: 'refresh-2' });
      // Each round a little later in the write.
      for (let tick = 0; tick < round; tick += 1) await setImmediate();
      await vaults.destroy(owner);
      // Its own file may have been taken from it.
      await writing.catch(() => undefined);
      await vaults.destroy(owner);
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('keeps its data key over a change of password', async () => {
    const vault = await vaults.create(owner, password, profile);
    await vault.changePassword('Mới 2');
    const next = { ...profile, refreshToken: 'refresh-2' };
    await vault.saveProfile(next);
    expect((await vaults.open(owner, password)).ok).toBe(false);
    const opened = await vaults.open(owner, 'Mới 2');
    expect(opened.ok && opened.value.profile()).toEqual(next);
  });

  it('closed while its password changes keeps the data key it had', async () => {
    const vault = await vaults.create(owner, password, profile);
    const { keyId } = vault;
    const changing = vault.changePassword('Mới 2');
    vault.close();
    await changing.catch(() => undefined);
    const opened = await Promise.all([vaults.open(owner, password), vaults.open(owner, 'Mới 2')]);
    expect(opened.flatMap((one) => (one.ok ? [one.value.keyId] : []))).toEqual([keyId]);
  });

  it('once closed writes nothing any more', async () => {
    const vault = await vaults.create(owner, password, profile);
    vault.close();
    await expect(vault.saveProfile(profile)).rejects.toThrow('closed');
    expect((await vaults.open(owner, password)).ok).toBe(true);
  });

  it('set aside is kept under another name', async () => {
    await vaults.create(owner, password, profile);
    await vaults.setAside(owner);
    expect(await readdir(folder)).toEqual([`${vaultId(owner)}.json.old-2026-11-22T03-04-05-678Z`]);
  });
});

describe('what was set aside under a forgotten password', () => {
  const others = { ...profile, refreshToken: 'refresh-later' };
  /** Each moment is later than the one before. */
  let minute = 0;
  const store = () =>
    vaultStore({
      folder,
      os: noOs,
      now: () => new Date(Date.UTC(2026, 10, 22, 3, minute++)),
      newKdf: lightKdf,
    });

  beforeEach(async () => {
    minute = 0;
    const before = await store().create(owner, 'Mật khẩu cũ', profile);
    before.close();
    await store().setAside(owner);
    (await store().create(owner, password, others)).close();
  });

  it('is told with its time', async () => {
    expect(await store().aside(owner)).toEqual(['2026-11-22T03:00:00.000Z']);
    expect(await store().aside({ ...owner, account: 'ha.lt' })).toEqual([]);
  });

  it('comes back under the password of today, and what stood there is kept', async () => {
    const back = { password, oldPassword: 'Mật khẩu cũ' };
    expect(await store().bringBack(owner, back)).toEqual({ ok: true, value: null });
    const opened = await store().open(owner, password);
    expect(opened.ok && opened.value.profile()).toEqual(profile);
    expect(await store().open(owner, 'Mật khẩu cũ')).toMatchObject({
      problem: { code: 'VAULT_PASSWORD_WRONG' },
    });
    expect(await store().aside(owner)).toEqual([]);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('stays where it is when either password is wrong', async () => {
    const wrongOld = { password, oldPassword: 'không nhớ' };
    expect(await store().bringBack(owner, wrongOld)).toMatchObject({
      problem: { code: 'VAULT_OLD_PASSWORD_WRONG' },
    });
    const wrongNow = { password: 'sai', oldPassword: 'Mật khẩu cũ' };
    expect(await store().bringBack(owner, wrongNow)).toMatchObject({
      problem: { code: 'VAULT_PASSWORD_WRONG' },
    });
    expect(await store().aside(owner)).toHaveLength(1);
    const opened = await store().open(owner, password);
    expect(opened.ok && opened.value.profile()).toEqual(others);
  });
});

describe('with a keyring', () => {
  it('the password alone does not open the vault on another machine', async () => {
    await storeWith(keyring('pc-1')).create(owner, password, profile);
    expect((await storeWith(keyring('pc-1')).open(owner, password)).ok).toBe(true);
    expect(await storeWith(keyring('pc-2')).open(owner, password)).toMatchObject({
      problem: { code: 'VAULT_KEYRING_CLOSED' },
    });
    expect(await storeWith(keyring('pc-1')).open(owner, 'khác')).toMatchObject({
      problem: { code: 'VAULT_PASSWORD_WRONG' },
    });
  });
});

describe('the accounts known on this PC', () => {
  it('are those of the configured centre whose vault is whole, in order', async () => {
    const named = (account: string, name: string): VaultProfile => ({
      ...profile,
      account: { ...profile.account, account, name },
    });
    await vaults.create(owner, password, profile);
    await vaults.create({ ...owner, account: 'do.an' }, password, named('do.an', 'Đỗ An'));
    await vaults.create({ ...owner, account: 'bao.d' }, password, named('bao.d', 'Dương Bảo'));
    await vaults.create({ ...owner, serverOrigin: 'https://b.example' }, password, profile);
    await writeFile(path.join(folder, `${'0'.repeat(64)}.json`), '{"half":');
    expect(await vaults.known(owner.serverOrigin)).toEqual([
      { account: 'bao.d' },
      { account: 'do.an' },
      { account: 'hieu.vm' },
    ]);
  });

  it('are none before the first sign-in', async () => {
    expect(await vaults.known(owner.serverOrigin)).toEqual([]);
  });
});
