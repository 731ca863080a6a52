/** The accounts in the store. Short-lived memory, dropped when anyone writes an account. */
import { serverDatabases } from '../documents/databases.ts';
import {
  bareDocument,
  readDocument,
  updateDocument,
  writeDocument,
} from '../documents/documents.ts';
import { rememberReads } from '../documents/remembered.ts';
import { StoreError, type DocumentStore } from '../store/document-store.ts';
import { accountDocumentSchema, accountId, type AccountDocument } from './account-document.ts';
import type { Tries } from './lock.ts';

const { accounts } = serverDatabases;

export interface AccountDirectory {
  /** Tries at names that nobody has: they must be answered as if somebody had. Lost with the process. */
  readonly strangers: Map<string, Tries>;
  find(user: string): Promise<AccountDocument | null>;
  all(): Promise<readonly AccountDocument[]>;
  /** False when the name is taken. */
  create(account: AccountDocument): Promise<boolean>;
  /** The account after the change, or null when there is none. */
  update(
    user: string,
    change: (account: AccountDocument) => AccountDocument,
  ): Promise<AccountDocument | null>;
}

/** User names are compared in lower case and without outer blanks. */
export const normalUser = (user: string): string => user.trim().toLowerCase();

export function openAccountDirectory(
  store: DocumentStore,
  nowMs: () => number = Date.now,
): AccountDirectory {
  const memory = rememberReads(store, accounts, nowMs, async (user) => {
    const stored = await readDocument(store, accounts, accountId(user));
    return stored ? accountDocumentSchema.parse(bareDocument(stored.doc)) : null;
  });

  async function create(account: AccountDocument): Promise<boolean> {
    try {
      await writeDocument(store, accounts, account);
    } catch (error) {
      if (error instanceof StoreError && error.status === 409) return false;
      throw error;
    }
    memory.forget(account.account);
    return true;
  }

  async function update(
    user: string,
    change: (account: AccountDocument) => AccountDocument,
  ): Promise<AccountDocument | null> {
    let latest: AccountDocument | null = null;
    await updateDocument(store, accounts, accountId(user), (stored) => {
      latest = stored ? change(accountDocumentSchema.parse(bareDocument(stored))) : null;
      return latest;
    });
    memory.forget(user);
    return latest;
  }

  async function all(): Promise<readonly AccountDocument[]> {
    const page = await store.allDocs(accounts, {
      startKey: 'account:',
      endKey: 'account:\uffff',
      includeDocs: true,
    });
    return page.rows.flatMap((row) =>
      'error' in row || !row.doc ? [] : [accountDocumentSchema.parse(bareDocument(row.doc))],
    );
  }

  return { strangers: new Map(), find: memory.get, all, create, update };
}
