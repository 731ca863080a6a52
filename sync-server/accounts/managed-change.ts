/** One change to another person's account: allowed by delegation, written, and put on record either way. */
import { mayManageAccount } from '../../shared/account/delegation.ts';
import type { ManagedAccount } from '../../shared/contract/accounts.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { Audit } from '../documents/audit.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import { managedAccountOf, type AccountDocument } from './account-document.ts';
import { normalUser, type AccountDirectory } from './account-directory.ts';
import type { SessionDirectory } from './session-directory.ts';
import { outcomeOf, type Principal } from './sign-in.ts';

export interface ManagementParts {
  readonly accounts: AccountDirectory;
  readonly sessions: SessionDirectory;
  readonly units: UnitDirectory;
  readonly audit: Audit;
  readonly nowMs: () => number;
}

type Change = (account: AccountDocument) => AccountDocument;

export function createManagedChange({ accounts, audit }: ManagementParts) {
  function record(
    event: string,
    by: Principal,
    target: string,
    result: Result<unknown>,
    rows: readonly string[] = [],
  ): void {
    const { session, subject } = by;
    const entry = { event, account: subject.account, session, target, outcome: outcomeOf(result) };
    audit.record(rows.length > 0 ? { ...entry, rows } : entry);
  }

  async function managed(by: Principal, user: string): Promise<Result<AccountDocument>> {
    const account = await accounts.find(user);
    if (!account) return failed('NOT_FOUND');
    return mayManageAccount(by.subject, account.grants) ? done(account) : failed('FORBIDDEN');
  }

  /** `prepare` checks what is asked and says what to change; the change itself may be tried more than once. */
  async function change(
    event: string,
    by: Principal,
    typedUser: string,
    prepare: (account: AccountDocument) => Promise<Result<Change>> | Result<Change>,
  ): Promise<Result<ManagedAccount>> {
    const user = normalUser(typedUser);
    const found = await managed(by, user);
    const prepared = found.ok ? await prepare(found.value) : found;
    const changed = prepared.ok ? await accounts.update(user, prepared.value) : null;
    const result = !prepared.ok
      ? prepared
      : changed
        ? done(managedAccountOf(changed))
        : failed('NOT_FOUND');
    record(event, by, user, result);
    return result;
  }

  return { change, record };
}
