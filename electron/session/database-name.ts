/**
 * The name of the local database: two accounts, or two centres, on one PC never share one; nor do two
 * data keys of one account, because what one key sealed the other cannot open.
 */
import type { OpenVault } from '../vault/open-vault.ts';
import { vaultId } from '../vault/vault-file.ts';

export const databaseName = ({ owner, keyId }: Pick<OpenVault, 'owner' | 'keyId'>): string =>
  `hoso-${vaultId(owner).slice(0, 16)}-${keyId.slice(0, 16)}`;
