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
import { keyBytes, newKdf, type Kdf } from './key-wrap.ts';
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
import { sealProfile, unsealProfile, unwrapKey, wrapKey, type Wrapping } from './vault-seal.ts';

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
  /** When vaults of this account were set aside (UTC), oldest first. */
  aside(owner: VaultOwner): Promise<readonly string[]>;
  /**
   * Puts a vault that was set aside in its place again, under the password of today; the one that stands there is kept
   * under a name of its own, not as set aside: its data were sent. VAULT_PASSWORD_WRONG: that of today. VAULT_OLD_PASSWORD_WRONG: it opens none.
   */
  bringBack(owner: VaultOwner, passwords: VaultPasswords): Promise<Result<null>>;
}

export interface VaultPasswords {
  readonly password: string;
  readonly oldPassword: string;
}

export interface VaultStoreOptions {
  readonly folder: string;
  readonly os: OsSeal;
  readonly now: () => Date;
  /** The cost of a try at a password; the full one unless a test gives another. */
  readonly newKdf?: () => Kdf;
}

export function vaultStore({ folder, now, ...given }: VaultStoreOptions): VaultStore {
  const wrapping: Wrapping = { newKdf, ...given };
  const fileOf = (owner: VaultOwner): string => path.join(folder, `${vaultId(owner)}.json`);
  const writerOf =
    (owner: VaultOwner): WriteVault =>
    (content) =>
      durableWrite(fileOf(owner), formatVault(content));
  const rename = async (owner: VaultOwner, mark: string): Promise<void> => {
    const time = now().toISOString().replaceAll(/[:.]/g, '-');
    await durableRename(fileOf(owner), `${fileOf(owner)}${mark}${time}`);
  };
  const asideOf = async (owner: VaultOwner): Promise<readonly string[]> => {
    const start = `${vaultId(owner)}.json${asideMark}`;
    return (await filesOf(folder)).filter((name) => name.startsWith(start)).sort();
  };
  const open: VaultStore['open'] = async (owner, password) => {
    const read = await readVault(fileOf(owner), owner);
    return read.ok ? openContent(read.value, password, wrapping, writerOf(owner)) : read;
  };
  return {
    known: (serverOrigin) => knownAccounts(folder, serverOrigin),
    open,
    create: async (owner, password, profile) => {
      const dataKey = randomBytes(keyBytes);
      const wrapped = await wrapKey({ ...wrapping, dataKey, password, owner });
      const sealed = sealProfile(dataKey, profile, owner);
      const device = profile.device?.id ?? null;
      const content = { ...wrapped, device, profile: sealed };
      const write = writerOf(owner);
      await write(content);
      return openVault({ dataKey, content, profile }, wrapping, write);
    },
    deviceOf: async (owner) => {
      const bytes = await readIfThere(fileOf(owner));
      return (bytes && parseVault(bytes.toString('utf8'))?.device) ?? null;
    },
    destroy: async (owner) => {
      const all = async () =>
        (await filesOf(folder)).filter((name) => name.startsWith(`${vaultId(owner)}.json`));
      // A write that was under way may still put its file in the place of one that is gone: until there is none.
      for (let names = await all(); names.length > 0; names = await all()) {
        for (const name of names) await shred(path.join(folder, name));
      }
    },
    setAside: (owner) => rename(owner, asideMark),
    aside: async (owner) => (await asideOf(owner)).map(asideAtUtc),
    bringBack: async (owner, { password, oldPassword }) => {
      const today = await open(owner, password);
      if (!today.ok) return today;
      today.value.close();
      // The newest first: it holds what was entered last.
      for (const name of (await asideOf(owner)).toReversed()) {
        const file = path.join(folder, name);
        const read = await readVault(file, owner);
        if (!read.ok) continue;
        const write: WriteVault = (content) => durableWrite(file, formatVault(content));
        const old = await openContent(read.value, oldPassword, wrapping, write);
        if (!old.ok) continue;
        // First the new wrap, then the names: wherever this ends, both vaults open with the password of today.
        await old.value.changePassword(password);
        old.value.close();
        await rename(owner, replacedMark);
        await durableRename(file, fileOf(owner));
        return done(null);
      }
      return failed('VAULT_OLD_PASSWORD_WRONG');
    },
  };
}

const asideMark = '.old-';
const replacedMark = '.replaced-';

/** `….json.old-2026-11-27T10-00-00-000Z` */
function asideAtUtc(name: string): string {
  const [date = '', time = ''] = name.slice(name.indexOf(asideMark) + asideMark.length).split('T');
  const [hours, minutes, seconds, milliseconds] = time.split('-');
  return `${date}T${hours ?? ''}:${minutes ?? ''}:${seconds ?? ''}.${milliseconds ?? ''}`;
}

async function readVault(file: string, owner: VaultOwner): Promise<Result<VaultContent>> {
  const bytes = await readIfThere(file);
  if (bytes === undefined) return failed('VAULT_MISSING');
  const content = parseVault(bytes.toString('utf8'));
  return content && vaultId(content.header.owner) === vaultId(owner)
    ? done(content)
    : failed('VAULT_DAMAGED');
}

async function openContent(
  content: VaultContent,
  password: string,
  wrapping: Wrapping,
  write: WriteVault,
): Promise<Result<OpenVault>> {
  const unwrapped = await unwrapKey(content, password, wrapping.os);
  if (unwrapped.kind === 'keyringClosed') return failed('VAULT_KEYRING_CLOSED');
  if (unwrapped.kind === 'wrongPassword') return failed('VAULT_PASSWORD_WRONG');
  const { dataKey } = unwrapped;
  const profile = unsealProfile(dataKey, content);
  if (!profile) return failed('VAULT_DAMAGED');
  return done(openVault({ dataKey, content, profile }, wrapping, write));
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
