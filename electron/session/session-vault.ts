/** The vault that goes with a session the centre has just opened. */
import type { OpenVault } from '../vault/open-vault.ts';
import type { VaultOwner, VaultProfile } from '../vault/vault-file.ts';
import type { VaultStore } from '../vault/vault-store.ts';

export interface SessionVault {
  readonly vault: OpenVault;
  /** The refresh token that was in the vault until now. */
  readonly forgotten: string | null;
}

/**
 * The password is right: the centre said so. A vault that does not open with it belongs to an older
 * password (changed elsewhere) or is damaged. Its data key cannot be had without the old password,
 * so it is kept under another name and a new vault takes its place. What was sealed under the old
 * key comes again from the centre; unsent work under it needs the old password (to be asked for
 * once local data are sealed).
 */
export async function vaultForSession(
  vaults: VaultStore,
  { owner, password, profile }: { owner: VaultOwner; password: string; profile: VaultProfile },
): Promise<SessionVault> {
  const opened = await vaults.open(owner, password);
  if (opened.ok) {
    const forgotten = opened.value.profile().refreshToken;
    await opened.value.saveProfile(profile);
    return { vault: opened.value, forgotten };
  }
  if (opened.problem.code !== 'VAULT_MISSING') await vaults.setAside(owner);
  return { vault: await vaults.create(owner, password, profile), forgotten: null };
}
