/**
 * Passwords that are cheap to check, for tests in which their strength is not what is tested. That the programs hash
 * at the full cost is held by password-hash.test.ts, key-wrap.test.ts and vault-store.test.ts.
 */
import { newKdf, type Kdf } from '../../electron/vault/key-wrap.ts';
import type { PasswordCost } from '../../sync-server/accounts/password-hash.ts';

export const lightPasswordCost: PasswordCost = { memoryKiB: 1024, passes: 1 };

/** The least that a vault file may say. */
export const lightKdf = (): Kdf => ({ ...newKdf(), memoryKiB: 19_456, passes: 1 });
