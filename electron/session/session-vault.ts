/** The vault that goes with a session the centre has just opened. */
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { VaultOwner, VaultProfile } from '../vault/vault-file.ts';
import type { VaultStore } from '../vault/vault-store.ts';

export interface SessionVault {
  readonly vault: OpenVault;
  /** The refresh token that was in the vault until now. */
  readonly forgotten: string | null;
}

/** What the person says of the password that this PC still knows. */
export interface OldPassword {
  readonly oldPassword?: string | undefined;
  /** It is not known, or none helps: the PC begins anew, what lies here stays sealed. */
  readonly withoutOld?: boolean | undefined;
}

interface Wanted extends OldPassword {
  readonly owner: VaultOwner;
  readonly password: string;
  readonly profile: VaultProfile;
}

/**
 * The password is right: the centre said so. A vault that does not open with it belongs to an older
 * password, changed elsewhere. With that one its data key gets a new wrap, and everything here opens as
 * before. Without it, and where no password helps, the vault is kept under another name, never deleted,
 * and a new one takes its place: what was sent comes again from the centre, what was not stays sealed
 * until the old password is found.
 */
export async function vaultForSession(
  vaults: VaultStore,
  wanted: Wanted,
): Promise<Result<SessionVault>> {
  const { owner, password, profile, oldPassword } = wanted;
  const opened = await vaults.open(owner, password);
  if (opened.ok) return done(await renewed(opened.value, profile));
  switch (opened.problem.code) {
    case 'VAULT_MISSING':
      break;
    case 'VAULT_PASSWORD_WRONG': {
      if (wanted.withoutOld === true) break;
      if (oldPassword === undefined) return failed('VAULT_OLD_PASSWORD_NEEDED');
      const old = await vaults.open(owner, oldPassword);
      if (!old.ok) return failed('VAULT_OLD_PASSWORD_WRONG');
      await old.value.changePassword(password);
      return done(await renewed(old.value, profile));
    }
    default:
      // Damaged, or the system's keyring is closed: no password helps. Beginning anew hides what lies here, unsent
      // work too, so a person has to say so.
      if (wanted.withoutOld !== true) return opened;
  }
  if (opened.problem.code !== 'VAULT_MISSING') await vaults.setAside(owner);
  return done({ vault: await vaults.create(owner, password, profile), forgotten: null });
}

async function renewed(vault: OpenVault, profile: VaultProfile): Promise<SessionVault> {
  const { refreshToken, device, centre } = vault.profile();
  // The device stays the one that the centre knows.
  await vault.saveProfile({ ...profile, device: device ?? profile.device, centre });
  return { vault, forgotten: refreshToken };
}
