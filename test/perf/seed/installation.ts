/** An installation on the embedded store, filled through the store before its server starts. */
import type { Grant } from '../../../shared/account/roles.ts';
import type { SessionAccount } from '../../../shared/account/account.ts';
import { referenceDatabase, type Unit } from '../../../shared/unit/unit.ts';
import { deskDatabase, recordsDatabase } from '../../../shared/unit/unit.ts';
import { signAccessToken } from '../../../sync-server/accounts/access-token.ts';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import { sessionAccountOf } from '../../../sync-server/accounts/account-document.ts';
import { newAccount } from '../../../sync-server/accounts/new-account.ts';
import { serverKeys } from '../../../sync-server/keys/server-keys.ts';
import { openSessionDirectory } from '../../../sync-server/accounts/session-directory.ts';
import { ensureServerDatabases } from '../../../sync-server/documents/databases.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { createSettings } from '../../../sync-server/documents/settings.ts';
import { makeUnit } from '../../../sync-server/documents/units.ts';
import type { DocumentStore, StoredDocument } from '../../../sync-server/store/document-store.ts';

export const benchPassword = 'Lua@Chin2026';

export interface SeedAccount {
  readonly user: string;
  readonly grants: readonly Grant[];
}

/** Signed in already: a sign-in costs an argon2, and a hundred of them would be refused. */
export interface SignedIn {
  readonly account: SessionAccount;
  readonly token: string;
}

export interface Installation {
  readonly store: DocumentStore;
  signedIn(user: string): SignedIn;
}

/** Tokens outlive the whole run. */
const tokenMs = 2 * 3600 * 1000;

/** Writes all at once: the store gathers them into few transactions. */
export async function bulk(
  store: DocumentStore,
  database: string,
  documents: Iterable<StoredDocument>,
): Promise<void> {
  let batch: StoredDocument[] = [];
  const write = async () => {
    const refused = (await store.bulkDocs(database, batch)).find((row) => !row.ok);
    if (refused) throw new Error(`seeding ${database}: ${JSON.stringify(refused)}`);
    batch = [];
  };
  for (const document of documents) if (batch.push(document) >= 500) await write();
  if (batch.length > 0) await write();
}

/** The store is left open; whoever starts a server over it closes it first. */
export async function makeInstallation(
  dataDir: string,
  units: readonly Pick<Unit, 'code' | 'kind' | 'parent'>[],
  accounts: readonly SeedAccount[],
): Promise<Installation> {
  const store = await openStore({ dataDir });
  await ensureServerDatabases(store);
  const validFrom = '2025-07-01';
  await Promise.all(
    units.flatMap(({ code }) => [
      store.createDatabase(recordsDatabase(code)),
      store.createDatabase(deskDatabase(code)),
    ]),
  );
  const named = units.map((unit) => makeUnit({ ...unit, name: `Đơn vị ${unit.code}`, validFrom }));
  await bulk(store, referenceDatabase, named);
  await createSettings(store, { name: 'Đo hiệu năng', province: 'H20', demo: false });
  const tokens = await signInAll(store, dataDir, accounts);
  return {
    store,
    signedIn: (user) => {
      const found = tokens.get(user);
      if (!found) throw new Error(`no account ${user} was seeded`);
      return found;
    },
  };
}

async function signInAll(
  store: DocumentStore,
  dataDir: string,
  accounts: readonly SeedAccount[],
): Promise<ReadonlyMap<string, SignedIn>> {
  const directory = openAccountDirectory(store);
  const sessions = openSessionDirectory(store);
  const keys = await serverKeys(dataDir);
  const nowMs = Date.now();
  // One hash for all: they share a password, and hashing is slow on purpose.
  const common = await newAccount(
    { user: 'mau', name: 'Mẫu', grants: [], password: benchPassword, mustChangePassword: false },
    nowMs,
  );
  const signedIn = await Promise.all(
    accounts.map(async ({ user, grants }) => {
      const account = {
        ...common,
        _id: `account:${user}`,
        account: user,
        name: `Người dùng ${user}`,
        grants: [...grants],
      };
      await directory.create(account);
      const { id } = await sessions.open(user, 'desktop');
      const claims = { account: user, session: id, expiresAtMs: nowMs + tokenMs };
      const token = await signAccessToken(keys.token, claims);
      return [user, { account: sessionAccountOf(account), token }] as const;
    }),
  );
  return new Map(signedIn);
}
