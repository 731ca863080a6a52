/**
 * A vault that is open: holds the data key in memory until `close`. Every change is on the disk
 * before its promise resolves; changes are written one after the other.
 */
import { queue } from '../disk/queue.ts';
import { purposeKey } from './key-wrap.ts';
import type { VaultContent, VaultOwner, VaultProfile } from './vault-file.ts';
import { sealProfile, wrapKey, type Wrapping } from './vault-seal.ts';

export interface OpenVault {
  readonly owner: VaultOwner;
  /** 32 hex digits that name the data key and tell nothing of it. */
  readonly keyId: string;
  /** A key for one purpose. It is wiped with the vault's own. */
  keyFor(purpose: string): Buffer;
  profile(): VaultProfile;
  saveProfile(profile: VaultProfile): Promise<void>;
  /** A new wrap of the same data key: nothing has to be encrypted again. */
  changePassword(password: string): Promise<void>;
  /** Wipes the keys. */
  close(): void;
}

export type WriteVault = (content: VaultContent) => Promise<void>;

interface Opened {
  readonly dataKey: Buffer;
  readonly content: VaultContent;
  readonly profile: VaultProfile;
}

export function openVault(opened: Opened, wrapping: Wrapping, write: WriteVault): OpenVault {
  const { dataKey } = opened;
  let { content, profile } = opened;
  const keyId = purposeKey(dataKey, 'hoso data key name').toString('hex').slice(0, 32);
  const handedOut: Buffer[] = [];
  let closed = false;
  const keep = async (next: VaultContent): Promise<void> => {
    await write(next);
    content = next;
  };
  const inTurn = queue();
  const whileOpen = (work: () => Promise<void>): Promise<void> =>
    inTurn(() => (closed ? Promise.reject(new Error('the vault is closed')) : work()));
  return {
    owner: content.header.owner,
    keyId,
    keyFor: (purpose) => {
      if (closed) throw new Error('the vault is closed');
      const key = purposeKey(dataKey, purpose);
      handedOut.push(key);
      return key;
    },
    profile: () => profile,
    saveProfile: (next) =>
      whileOpen(async () => {
        const sealed = sealProfile(dataKey, next, content.header.owner);
        await keep({ ...content, device: next.device?.id ?? null, profile: sealed });
        profile = next;
      }),
    changePassword: (password) =>
      whileOpen(async () => {
        // A copy: the program may close while the password is being stretched, and wipe the key itself.
        const copy = Buffer.from(dataKey);
        const { owner } = content.header;
        const wrapped = await wrapKey({ ...wrapping, dataKey: copy, password, owner }).finally(() =>
          copy.fill(0),
        );
        await keep({ ...content, ...wrapped });
      }),
    close: () => {
      closed = true;
      for (const key of [dataKey, ...handedOut]) key.fill(0);
    },
  };
}
