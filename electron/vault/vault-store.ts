/**
 * The vaults of this PC, one file per account and centre. Opening tells four failures apart:
 * no vault here, a damaged file, a closed keyring of the system, a wrong password.
 */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { durableRename, durableWrite } from '../disk/durable-write.ts';
import { shred } from '../disk/shred.ts';
import { readIfThere } from '../disk/read-if-there.ts';
import { keyBytes } from './key-wrap.ts';
import { openVault, type OpenVault, type WriteVault } from './open-vault.ts';
import type { OsSeal } from './os-seal.ts';
import {
  formatVault,
  parseVault,
  vaultId,
  type VaultContent,
  type VaultOwner,
  type VaultProfile,
} from './vault-file.ts';
import { sealProfile, unsealProfile, unwrapKey, wrapKey } from './vault-seal.ts';

export interface KnownAccount {
  readonly account: string;
}

export interface VaultStore {
  /** Accounts that can be unlocked here without a line, in order. */
  known(serverOrigin: string): Promise<readonly KnownAccount[]>;
  /** VAULT_MISSING, VAULT_DAMAGED, VAULT_KEYRING_CLOSED or VAULT_PASSWORD_WRONG. */
  open(owner: VaultOwner, password: string): Promise<Result<OpenVault>>;
  create(owner: VaultOwner, password: string, profile: VaultProfile): Promise<OpenVault>;
  /** The device's id, which stands in clear; null without a vault or before it was registered. */
  deviceOf(owner: VaultOwner): Promise<string | null>;
  /** The account may not use this PC any more: overwrites and removes its vaults, also those set aside. */
  destroy(owner: VaultOwner): Promise<void>;
  /** Keeps a vault that cannot be opened under another name; nothing is ever deleted. */
  setAside(owner: VaultOwner): Promise<void>;
}

export interface VaultStoreOptions {
  readonly folder: string;
  readonly os: OsSeal;
  readonly now: () => Date;
}

export function vaultStore({ folder, os, now }: VaultStoreOptions): VaultStore {
  const fileOf = (owner: VaultOwner): string => path.join(folder, `${vaultId(owner)}.json`);
  const writerOf =
    (owner: VaultOwner): WriteVault =>
    (content) =>
      durableWrite(fileOf(owner), formatVault(content));
  return {
    known: (serverOrigin) => knownAccounts(folder, serverOrigin),
    open: async (owner, password) => {
      const bytes = await readIfThere(fileOf(owner));
      if (bytes === undefined) return failed('VAULT_MISSING');
      const content = parseVault(bytes.toString('utf8'));
      if (!content || vaultId(content.header.owner) !== vaultId(owner)) {
        return failed('VAULT_DAMAGED');
      }
      return openContent(content, password, os, writerOf(owner));
    },
    create: async (owner, password, profile) => {
      const dataKey = randomBytes(keyBytes);
      const wrapped = await wrapKey({ dataKey, password, owner, os });
      const sealed = sealProfile(dataKey, profile, owner);
      const device = profile.device?.id ?? null;
      const content = { ...wrapped, device, profile: sealed };
      const write = writerOf(owner);
      await write(content);
      return openVault({ dataKey, content, profile }, os, write);
    },
    deviceOf: async (owner) => {
      const bytes = await readIfThere(fileOf(owner));
      return (bytes && parseVault(bytes.toString('utf8'))?.device) ?? null;
    },
    destroy: async (owner) => {
      for (const name of await filesOf(folder)) {
        if (name.startsWith(`${vaultId(owner)}.json`)) await shred(path.join(folder, name));
      }
    },
    setAside: async (owner) => {
      const time = now().toISOString().replaceAll(/[:.]/g, '-');
      await durableRename(fileOf(owner), `${fileOf(owner)}.old-${time}`);
    },
  };
}

async function openContent(
  content: VaultContent,
  password: string,
  os: OsSeal,
  write: WriteVault,
): Promise<Result<OpenVault>> {
  const unwrapped = await unwrapKey(content, password, os);
  if (unwrapped.kind === 'keyringClosed') return failed('VAULT_KEYRING_CLOSED');
  if (unwrapped.kind === 'wrongPassword') return failed('VAULT_PASSWORD_WRONG');
  const { dataKey } = unwrapped;
  const profile = unsealProfile(dataKey, content);
  if (!profile) return failed('VAULT_DAMAGED');
  return done(openVault({ dataKey, content, profile }, os, write));
}

async function knownAccounts(folder: string, serverOrigin: string): Promise<KnownAccount[]> {
  const known: KnownAccount[] = [];
  for (const name of await filesOf(folder)) {
    const bytes = name.endsWith('.json') ? await readIfThere(path.join(folder, name)) : undefined;
    const content = bytes && parseVault(bytes.toString('utf8'));
    // A damaged vault cannot be unlocked, so it is not offered.
    if (content?.header.owner.serverOrigin !== serverOrigin) continue;
    known.push({ account: content.header.owner.account });
  }
  return known.sort((a, b) => (a.account < b.account ? -1 : 1));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Before the first sign-in there is no folder.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
