import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lightKdf } from '../../test/helpers/light-cost.ts';
import type { OsSeal } from '../vault/os-seal.ts';
import type { VaultProfile } from '../vault/vault-file.ts';
import { vaultStore } from '../vault/vault-store.ts';
import { vaultForSession, type OldPassword } from './session-vault.ts';

/** A keyring of the system that opens what it sealed, while it is unlocked. */
const keyring = { unlocked: true };
const os: OsSeal = {
  available: true,
  seal: (text) => Buffer.from(`sealed ${text}`),
  open: (sealed) => (keyring.unlocked ? sealed.toString().replace(/^sealed /, '') : undefined),
};
const owner = { serverOrigin: 'https://hoso.tinh.vn', account: 'hieu.vm' };
const profile: VaultProfile = {
  account: {
    account: 'hieu.vm',
    name: 'Võ Minh Hiếu',
    grants: [],
    mustChangePassword: false,
    certificates: [],
  },
  server: { name: 'Sở Nội vụ', epoch: 'e1' },
  refreshToken: 'refresh-1',
  device: null,
  centre: null,
  confirmedAtUtc: null,
};

let folder: string;
beforeEach(async () => {
  keyring.unlocked = true;
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-session-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const signIn = (old: OldPassword = {}) =>
  vaultForSession(vaultStore({ folder, os, now: () => new Date(), newKdf: lightKdf }), {
    owner,
    password: 'Mật khẩu 1',
    profile,
    ...old,
  });
const keyOf = (result: Awaited<ReturnType<typeof signIn>>): string =>
  result.ok ? result.value.vault.keyId : result.problem.code;
const asideOf = async () => (await readdir(folder)).filter((name) => name.includes('.json.old-'));

describe('where the vault does not open, whatever the password', () => {
  it('a closed keyring is said, nothing is set aside, and the same key opens when it is unlocked', async () => {
    const before = keyOf(await signIn());
    keyring.unlocked = false;
    expect(keyOf(await signIn())).toBe('VAULT_KEYRING_CLOSED');
    expect(await asideOf()).toEqual([]);
    keyring.unlocked = true;
    expect(keyOf(await signIn())).toBe(before);
  });

  it('a damaged file is said, and only who begins anew gets another key', async () => {
    const before = keyOf(await signIn());
    const [name = ''] = await readdir(folder);
    await writeFile(path.join(folder, name), '{"content":');
    expect(keyOf(await signIn())).toBe('VAULT_DAMAGED');
    expect(await asideOf()).toEqual([]);
    const anew = keyOf(await signIn({ withoutOld: true }));
    expect(anew).toMatch(/^[0-9a-f]{32}$/);
    expect(anew).not.toBe(before);
    expect(await asideOf()).toHaveLength(1);
  });
});
