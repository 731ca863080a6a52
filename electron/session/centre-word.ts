/** What the vault remembers of the centre's word: its keys for bundles, and when it last spoke (for the lease). */
import type { CentreKeys } from '../../shared/courier/centre-keys.ts';
import type { OpenVault } from '../vault/open-vault.ts';

export async function keepCentreKeys(vault: OpenVault, centre: CentreKeys): Promise<void> {
  const profile = vault.profile();
  if (profile.centre?.id === centre.id) return;
  await vault.saveProfile({ ...profile, centre });
}

/** Never a moment to come, and never an earlier one than is known. */
export async function keepCentreWord(
  vault: OpenVault,
  atUtc: string,
  nowUtc: string,
): Promise<void> {
  const profile = vault.profile();
  if (atUtc > nowUtc || atUtc <= (profile.confirmedAtUtc ?? '')) return;
  await vault.saveProfile({ ...profile, confirmedAtUtc: atUtc });
}
