/** Another password: at the centre first, then the vault gets a new wrap of the same data key. */
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { Centre, PasswordChange } from './centre.ts';

export async function changePassword(
  centre: Centre,
  vault: OpenVault,
  passwords: PasswordChange,
): Promise<Result<null>> {
  const answer = await centre.changePassword(vault.owner.serverOrigin, passwords);
  if (answer.kind === 'unreachable') return failed('SERVER_UNREACHABLE');
  if (answer.kind === 'refused') return { ok: false, problem: answer.problem };
  await vault.changePassword(passwords.next);
  const profile = vault.profile();
  const account = { ...profile.account, mustChangePassword: false };
  await vault.saveProfile({ ...profile, account });
  return done(null);
}
