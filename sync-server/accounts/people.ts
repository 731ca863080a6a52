/** Accounts as those who may be named in a document: name, rights, whether they still work here. Nothing else. */
import type { Candidate } from '../../shared/change/conflict-assignee.ts';
import { subjectOf, type AccountDocument } from './account-document.ts';
import type { AccountDirectory } from './account-directory.ts';

const candidateOf = (account: AccountDocument): Candidate => ({
  subject: subjectOf(account),
  name: account.name,
  active: !account.disabled,
});

export function openPeople(accounts: Pick<AccountDirectory, 'find' | 'all'>) {
  return {
    async find(account: string): Promise<Candidate | null> {
      const found = await accounts.find(account);
      return found ? candidateOf(found) : null;
    },
    all: async (): Promise<readonly Candidate[]> => (await accounts.all()).map(candidateOf),
  };
}
