/** An account before anyone has used it. */
import type { Grant } from '../../shared/account/roles.ts';
import { accountId, type AccountDocument } from './account-document.ts';
import { fullCost, hashPassword, type PasswordCost } from './password-hash.ts';

export interface NewAccount {
  readonly user: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly password: string;
  /** True for a password that someone else chose (QCVN 12:2026/BCA, 3.7.2.6: changed at first sign-in). */
  readonly mustChangePassword: boolean;
  readonly ownDossier?: string | undefined;
}

export async function newAccount(
  input: NewAccount,
  nowMs: number,
  cost: PasswordCost = fullCost,
): Promise<AccountDocument> {
  const nowUtc = new Date(nowMs).toISOString();
  const account: AccountDocument = {
    _id: accountId(input.user),
    type: 'account',
    account: input.user,
    name: input.name,
    grants: [...input.grants],
    passwordHash: await hashPassword(input.password, cost),
    mustChangePassword: input.mustChangePassword,
    wrongTries: 0,
    lockedAtUtc: null,
    disabled: false,
    certificates: [],
    createdAtUtc: nowUtc,
    passwordChangedAtUtc: nowUtc,
  };
  return input.ownDossier === undefined ? account : { ...account, ownDossier: input.ownDossier };
}
