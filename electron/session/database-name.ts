/** The name of the local database: two accounts, or two centres, on one PC never share one. */
import { vaultId, type VaultOwner } from '../vault/vault-file.ts';

export const databaseName = (owner: VaultOwner): string => `hoso-${vaultId(owner).slice(0, 32)}`;
