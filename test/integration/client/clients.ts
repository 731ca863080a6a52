/** Offices of the demonstration, each with its own disk (in memory). At most two fit into one process. */
import { randomUUID } from 'node:crypto';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { openLocalData } from '../../../renderer/data/local/index.ts';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';
import type { TokenProvider } from '../../../renderer/data/gateway/token-provider.ts';
import type { ChangeDraft, DataPort } from '../../../renderer/data/port/data-port.ts';
import { sessionSchema, type Session } from '../../../shared/contract/session.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { testSealer } from '../../helpers/test-sealer.ts';

export const people = {
  communeClerk: { user: 'vanthu.xa', password: 'Sen@DongThap7' },
  communeHead: { user: 'chutich.myan', password: 'Sen@DongThap5' },
  schoolClerk: { user: 'vanthu.myan', password: 'Sen@DongThap6' },
  officer: { user: 'sonoivu', password: 'Sen@DongThap2' },
} as const;
export type Person = keyof typeof people;

export const communeUnit = 'H20.81';

async function ask(url: string, path: string, body: unknown): Promise<Result<Session>> {
  try {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) return failed('SESSION_EXPIRED');
    return done(sessionSchema.parse(await response.json()));
  } catch {
    return failed('SERVER_UNREACHABLE');
  }
}

export interface SignedIn {
  readonly session: Session;
  readonly tokens: TokenProvider;
}

export interface SignedInByPassword extends SignedIn {
  /** As whoever is asked for the password does: sessions are not put back with a backup. */
  signInAgain(): Promise<void>;
}

/** Signs in as a desktop does: the refresh token rotates at each use. */
export async function signIn(
  url: string,
  person: Person,
  password: string = people[person].password,
): Promise<SignedInByPassword> {
  const byPassword = async (): Promise<Session> => {
    const { user } = people[person];
    const answer = await ask(url, '/api/session', { user, password, client: 'desktop' });
    if (!answer.ok) throw new Error(`sign-in of ${person}: ${answer.problem.code}`);
    return answer.value;
  };
  const first = await byPassword();
  let session = first;
  let running: Promise<Result<string>> | null = null;
  const refresh = async (): Promise<Result<string>> => {
    const { refreshToken } = session;
    const next = await ask(url, '/api/session/refresh', { refreshToken });
    running = null;
    if (!next.ok) return next;
    session = next.value;
    return done(session.accessToken);
  };
  const tokens: TokenProvider = {
    current: () => Promise.resolve(done(session.accessToken)),
    renew: (refused) => {
      if (refused !== session.accessToken) return Promise.resolve(done(session.accessToken));
      return (running ??= refresh());
    },
  };
  return {
    session: first,
    tokens,
    async signInAgain() {
      session = await byPassword();
    },
  };
}

/** Waits of a test, not of an office. */
export const quick = { firstMs: 50, longestMs: 400 };

/** Opens the data of somebody who has signed in already, as a restart of the program does. */
export async function openData(
  url: string,
  { session, tokens }: SignedIn,
  options: Partial<LocalDataOptions> = {},
): Promise<DataPort> {
  const { databaseName = `client-${randomUUID()}` } = options;
  return openLocalData({
    databaseName,
    sealer: await testSealer(databaseName),
    serverUrl: url,
    account: session.account,
    tokens,
    storage: getRxStorageMemory(),
    backOff: quick,
    onError: (error) => console.error(error),
    ...options,
  });
}

export async function openClient(
  url: string,
  person: Person,
  options: Partial<LocalDataOptions> = {},
  password?: string,
): Promise<DataPort> {
  return openData(url, await signIn(url, person, password), options);
}

let nextNumber = 0;
const prefix = String(Math.floor(Math.random() * 900) + 100);

/** A new person with an identity number that no other test uses. */
export function newPerson(fullName: string, change: Partial<ChangeDraft> = {}): ChangeDraft {
  nextNumber += 1;
  const identityNumber = `${prefix}${String(process.pid % 1000).padStart(3, '0')}${String(nextNumber).padStart(6, '0')}`;
  return {
    unit: communeUnit,
    dossier: null,
    kind: 'create',
    baseVersion: 0,
    clockFrom: '2026-01-05',
    patch: { identity: { fullName, gender: 'female', birthDate: '1990-05', identityNumber } },
    ...change,
  };
}

/** Waits until a condition holds; the last answer is in the message of the failure. */
export async function until<T>(
  read: () => Promise<T> | T,
  holds: (value: T) => boolean,
  timeoutMs = 20_000,
): Promise<T> {
  const endMs = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > endMs) throw new Error(`not reached: ${JSON.stringify(value).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
