/** A real gateway over loopback with an embedded store of its own, and a client that speaks its contracts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonStamp } from '../../shared/change/change.ts';
import type { Grant } from '../../shared/account/roles.ts';
import { sessionSchema, type Session } from '../../shared/contract/session.ts';
import {
  pullResponseSchema,
  pushResponseSchema,
  type PullRequest,
  type PullResponse,
  type PushResult,
} from '../../shared/contract/sync.ts';
import { openAccountDirectory } from '../../sync-server/accounts/account-directory.ts';
import { readPemCertificate } from '../../sync-server/accounts/certificate.ts';
import { newAccount } from '../../sync-server/accounts/new-account.ts';
import { trustRoot } from '../../sync-server/approvals/trusted-roots.ts';
import { demoUnits } from '../../sync-server/cli/demo/province.ts';
import { ensureServerDatabases } from '../../sync-server/documents/databases.ts';
import { openStore } from '../../sync-server/documents/open-store.ts';
import { createSettings } from '../../sync-server/documents/settings.ts';
import { addUnit } from '../../sync-server/documents/units.ts';
import { startGateway, type Gateway } from '../../sync-server/http/gateway.ts';
import type { GatewayOptions } from '../../sync-server/http/gateway-options.ts';
import type { DocumentStore } from '../../sync-server/store/document-store.ts';
import { lightPasswordCost } from './light-cost.ts';

export const testPassword = 'Lua@Chin2026';

export interface TestAccount {
  readonly user: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly certificatePem?: string;
  readonly ownDossier?: string;
  readonly mustChangePassword?: boolean;
}

export interface TestCentre {
  readonly url: string;
  readonly store: DocumentStore;
  readonly dataDir: string;
  readonly logged: () => string;
  signIn(user: string, password?: string): Promise<TestClient>;
  restart(options?: Partial<GatewayOptions>): Promise<void>;
  close(): Promise<void>;
}

export type Answer = { readonly status: number; readonly body: unknown };

export interface TestClient {
  readonly session: Session;
  readonly stamp: PersonStamp;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  pull(streams: PullRequest['streams']): Promise<PullResponse>;
  push(
    docs: readonly object[],
    assumedRevs?: readonly (string | null)[],
  ): Promise<readonly PushResult[]>;
}

export async function startCentre(
  accounts: readonly TestAccount[],
  options: Partial<GatewayOptions> & { readonly caPem?: string } = {},
): Promise<TestCentre> {
  const { caPem, ...gatewayOptions } = options;
  const dataDir = await newDataDir();
  const store = await seedCentre(dataDir, accounts);
  if (caPem !== undefined) await trustRoot(dataDir, 'test-ca', caPem);
  let lines = '';
  const log = { write: (line: string) => void (lines += line) };
  const start = (more: Partial<GatewayOptions> = {}): Promise<Gateway> =>
    startGateway({ dataDir, store, port: 0, log, ...gatewayOptions, ...more });
  let gateway = await start();
  return {
    get url() {
      return gateway.url;
    },
    store,
    dataDir,
    logged: () => lines,
    signIn: (user, password = testPassword) => signIn(gateway.url, user, password),
    async restart(more) {
      await gateway.close();
      gateway = await start(more);
    },
    async close() {
      await gateway.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'hoso-centre-'));

/** The units of the demonstration and these accounts, all with the test password. */
export async function seedCentre(
  dataDir: string,
  accounts: readonly TestAccount[],
): Promise<DocumentStore> {
  const store = await openStore({ dataDir });
  await fillCentre(store, accounts);
  return store;
}

/** Into an empty store of any kind. */
export async function fillCentre(
  store: DocumentStore,
  accounts: readonly TestAccount[],
): Promise<void> {
  await ensureServerDatabases(store);
  for (const unit of demoUnits) await addUnit(store, unit);
  await createSettings(store, { name: 'Trung tâm thử', province: 'H20', demo: false });
  await addAccounts(store, accounts);
}

async function addAccounts(store: DocumentStore, accounts: readonly TestAccount[]): Promise<void> {
  const directory = openAccountDirectory(store);
  // One hash for all, as these accounts share a password.
  const common = await newAccount(
    { user: 'mau', name: 'Mẫu', grants: [], password: testPassword, mustChangePassword: false },
    Date.now(),
    lightPasswordCost,
  );
  for (const { user, name, grants, certificatePem, ownDossier, ...flags } of accounts) {
    const read =
      certificatePem === undefined ? null : readPemCertificate(certificatePem, user, Date.now());
    await directory.create({
      ...common,
      _id: `account:${user}`,
      account: user,
      name,
      grants: [...grants],
      mustChangePassword: flags.mustChangePassword ?? false,
      certificates: read?.ok ? [read.value] : [],
      ...(ownDossier === undefined ? {} : { ownDossier }),
    });
  }
}

export async function call(
  url: string,
  method: string,
  path: string,
  options: { readonly token?: string; readonly body?: unknown } = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
}

export async function signIn(url: string, user: string, password: string): Promise<TestClient> {
  const body = { user, password, client: 'desktop' };
  const answer = await call(url, 'POST', '/api/session', { body });
  if (answer.status !== 200) throw new Error(`sign-in of ${user}: ${JSON.stringify(answer.body)}`);
  return clientOf(url, sessionSchema.parse(answer.body));
}

export function clientOf(url: string, session: Session): TestClient {
  const token = session.accessToken;
  const client: TestClient = {
    session,
    stamp: { account: session.account.account, name: session.account.name },
    call: (method, path, body) => call(url, method, path, { token, body }),
    async pull(streams) {
      const answer = await client.call('POST', '/api/sync/pull', { streams });
      return pullResponseSchema.parse(answer.body);
    },
    async push(docs, assumedRevs = []) {
      const rows = docs.map((doc, at) => ({ assumedRev: assumedRevs[at] ?? null, doc }));
      const answer = await client.call('POST', '/api/sync/push', { rows });
      return pushResponseSchema.parse(answer.body).results;
    },
  };
  return client;
}

/** The code of a refused request. */
export function codeOf(answer: Answer): string {
  const { error } = answer.body as { error?: { code?: string } };
  return error?.code ?? '';
}

/** The outcome of a row, or the code of its refusal. */
export function rowCode(result: PushResult | undefined): string {
  if (!result) return 'no answer';
  return result.outcome === 'refused' ? result.problem.code : result.outcome;
}
