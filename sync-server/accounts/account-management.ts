/** Managing other people's accounts: always by delegation (shared/account/delegation.ts), always on record. */
import { mayGrant } from '../../shared/account/delegation.ts';
import { may } from '../../shared/account/policy.ts';
import type { ManagedAccount } from '../../shared/contract/accounts.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { Claims } from '../intake/claims.ts';
import { managedAccountOf, type AccountDocument } from './account-document.ts';
import { createManagedChange, type ManagementParts } from './managed-change.ts';
import { newAccount, type NewAccount } from './new-account.ts';
import { checkNewPassword, withPassword } from './passwords.ts';
import type { Principal } from './sign-in.ts';

export interface AccountParts extends ManagementParts {
  readonly claims: Pick<Claims, 'owners'>;
}

export function createAccountManagement(parts: AccountParts) {
  const { accounts, sessions } = parts;
  const { change, record } = createManagedChange(parts);

  async function create(
    by: Principal,
    input: Omit<NewAccount, 'mustChangePassword'>,
  ): Promise<Result<ManagedAccount>> {
    const result = await createChecked(parts, by, input);
    // Who gave which right to whom, in which unit: also what was asked for and refused.
    const given = input.grants.map(({ role, unit }) => `${role} ${unit}`);
    record('account.create', by, input.user, result, given);
    return result;
  }

  const unlock = (by: Principal, user: string) =>
    change('account.unlock', by, user, () =>
      done((account: AccountDocument) => ({ ...account, wrongTries: 0, lockedAtUtc: null })),
    );

  async function disable(by: Principal, user: string): Promise<Result<ManagedAccount>> {
    const result = await change('account.disable', by, user, () =>
      done((account: AccountDocument) => ({ ...account, disabled: true })),
    );
    if (result.ok) await sessions.revokeAll(result.value.account);
    return result;
  }

  async function resetPassword(
    by: Principal,
    user: string,
    password: string,
  ): Promise<Result<ManagedAccount>> {
    const result = await change('account.passwordReset', by, user, async (account) => {
      const fits = checkNewPassword(password, account.account, parts.nowMs());
      if (!fits.ok) return fits;
      const next = await withPassword(account, password, true, parts.nowMs());
      const { passwordHash, passwordChangedAtUtc } = next;
      const fresh = { passwordHash, passwordChangedAtUtc, mustChangePassword: true };
      return done((stored: AccountDocument) => ({
        ...stored,
        ...fresh,
        wrongTries: 0,
        lockedAtUtc: null,
      }));
    });
    if (result.ok) await sessions.revokeAll(result.value.account);
    return result;
  }

  /** The accounts with a grant in the unit's subtree that this manager may see. */
  async function list(by: Principal, unit: string): Promise<Result<readonly ManagedAccount[]>> {
    if (!may(by.subject, 'account.manage', { unit })) return failed('FORBIDDEN');
    const all = await accounts.all();
    const inside = (code: string) => code === unit || code.startsWith(`${unit}.`);
    const seen = all.filter(({ grants }) => grants.some((grant) => inside(grant.unit)));
    return done(seen.map(managedAccountOf));
  }

  return { create, unlock, disable, resetPassword, list };
}

async function createChecked(
  { accounts, units, claims, nowMs }: AccountParts,
  by: Principal,
  input: Omit<NewAccount, 'mustChangePassword'>,
): Promise<Result<ManagedAccount>> {
  const known = await units.codes();
  if (!input.grants.every((grant) => mayGrant(by.subject, grant) && known.has(grant.unit)))
    return failed('FORBIDDEN');
  if (input.ownDossier !== undefined && !(await isOwnable(claims, input, input.ownDossier)))
    return failed('INVALID_INPUT', {
      path: 'ownDossier',
      reason: 'không có hồ sơ này trong đơn vị được cấp quyền cá nhân',
    });
  const fits = checkNewPassword(input.password, input.user, nowMs());
  if (!fits.ok) return fits;
  if (await accounts.find(input.user)) return failed('ACCOUNT_EXISTS');
  const account = await newAccount({ ...input, mustChangePassword: true }, nowMs());
  const created = await accounts.create(account);
  return created ? done(managedAccountOf(account)) : failed('ACCOUNT_EXISTS');
}

/** Unknown and lying elsewhere are one answer: nobody is to learn where a dossier lies. */
async function isOwnable(
  claims: AccountParts['claims'],
  { user, grants }: Pick<NewAccount, 'user' | 'grants'>,
  ownDossier: string,
): Promise<boolean> {
  const unit = (await claims.owners([ownDossier])).get(ownDossier);
  const subject = { account: user, grants, ownDossier };
  return unit !== undefined && may(subject, 'dossier.readOwn', { unit, dossier: ownDossier });
}
