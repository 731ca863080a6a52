/**
 * Opening what lies on this PC by a password alone. Invariants: no faster than `TryDelay` allows; a vault that was
 * opened without any word of the centre is closed again when its lease has ended.
 */
import { failed, type Result } from '../../shared/errors/index.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { TryDelay } from '../vault/try-delay.ts';
import { vaultId, type VaultOwner } from '../vault/vault-file.ts';
import type { VaultStore } from '../vault/vault-store.ts';
import { checkLease } from './lease.ts';

/** TOO_MANY_REQUESTS while the person has to wait. A wrong password makes the next wait longer. */
export async function guardedTry<T>(
  tries: TryDelay,
  owner: VaultOwner,
  attempt: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const id = vaultId(owner);
  const waitMs = tries.waitMs(id);
  if (waitMs > 0) return failed('TOO_MANY_REQUESTS', { seconds: Math.ceil(waitMs / 1000) });
  const tried = await attempt();
  if (tried.ok) tries.right(id);
  else if (isWrongPassword(tried.problem.code)) tries.wrong(id);
  return tried;
}

const isWrongPassword = (code: string): boolean =>
  code === 'VAULT_PASSWORD_WRONG' || code === 'VAULT_OLD_PASSWORD_WRONG';

export async function unlockOffline(
  parts: { readonly vaults: VaultStore; readonly tries: TryDelay; readonly nowUtc: string },
  owner: VaultOwner,
  password: string,
): Promise<Result<OpenVault>> {
  const { vaults, tries, nowUtc } = parts;
  const opened = await guardedTry(tries, owner, () => vaults.open(owner, password));
  if (!opened.ok) return opened;
  const lease = checkLease(opened.value.profile(), nowUtc);
  if (lease.ok) return opened;
  opened.value.close();
  return lease;
}
