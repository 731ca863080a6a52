/** Signing in, staying signed in, signing out. What each answer carries is shared/contract/session.ts. */
import type { Subject } from '../../shared/account/policy.ts';
import type { Session, SignInRequest } from '../../shared/contract/session.ts';
import {
  done,
  failed,
  problem,
  ProblemError,
  type Problem,
  type Result,
} from '../../shared/errors/index.ts';
import type { Audit } from '../documents/audit.ts';
import { accessTokenMs, rememberTokens, signAccessToken } from './access-token.ts';
import { sessionAccountOf, subjectOf, type AccountDocument } from './account-document.ts';
import { normalUser, type AccountDirectory } from './account-directory.ts';
import type { DeviceDirectory, DeviceDocument } from './device-directory.ts';
import { checkPassword } from './passwords.ts';
import {
  isAlive,
  isOfPassword,
  namedSession,
  type SessionDirectory,
  type SessionDocument,
} from './session-directory.ts';

export interface SignInParts {
  readonly accounts: AccountDirectory;
  readonly sessions: SessionDirectory;
  readonly devices: Pick<DeviceDirectory, 'find'>;
  readonly audit: Audit;
  readonly tokenKey: Uint8Array;
  readonly server: { readonly name: string; readonly epoch: string };
  readonly nowMs: () => number;
}

/** Who makes a request. */
export interface Principal {
  readonly subject: Subject;
  readonly name: string;
  readonly session: string;
  readonly expiresAtMs: number;
  readonly account: AccountDocument;
}

export interface SignedIn {
  readonly session: Session;
  readonly refreshToken: string;
  readonly client: 'desktop' | 'browser';
}

export type SignIn = ReturnType<typeof createSignIn>;

/** An audit outcome. */
export const outcomeOf = (result: Result<unknown>): string =>
  result.ok ? 'done' : result.problem.code;

export function createSignIn(parts: SignInParts) {
  const { accounts, sessions, audit } = parts;
  const { claimsOf, sessionOf } = rememberTokens(parts.tokenKey, parts.nowMs);

  /** @param from the address that asks */
  async function signIn(request: SignInRequest, from: string): Promise<Result<SignedIn>> {
    const user = normalUser(request.user);
    // Asked first: a PC that was lost is told so whoever sits before it.
    const device = await deviceOf(parts, request.device);
    if (!device.ok) return device;
    const given = { user, password: request.password, from };
    const checked = await checkPassword(accounts, given, parts.nowMs());
    // An unknown user name may be a password typed into the wrong field: it is not kept.
    const known = (await accounts.find(user)) !== null;
    audit.record({
      event: 'session.signIn',
      account: known ? user : 'unknown',
      outcome: outcomeOf(checked),
    });
    if (!checked.ok) return checked;
    const { passwordChangedAtUtc } = checked.value;
    const own = device.value?.account === user ? request.device : undefined;
    const bound = { passwordUtc: passwordChangedAtUtc, device: own };
    const opened = await sessions.open(user, request.client, bound);
    return done(await issue(parts, checked.value, opened, request.client));
  }

  async function refresh(token: string): Promise<Result<SignedIn>> {
    const device = await deviceOf(parts, (await namedSession(sessions.find, token))?.device);
    if (!device.ok) return device;
    const rotation = await sessions.rotate(token);
    if (rotation.outcome === 'unknown') return failed('SESSION_EXPIRED');
    const { session } = rotation;
    const id = session._id.slice('session:'.length);
    if (rotation.outcome === 'reused') {
      const outcome = 'SESSION_EXPIRED';
      audit.record({ event: 'session.reuse', account: session.account, session: id, outcome });
      return failed(outcome);
    }
    const account = await accounts.find(session.account);
    const closed = closedTo(account, session);
    if (!account || closed) return { ok: false, problem: closed ?? problem('SESSION_EXPIRED') };
    const opened = { id, refreshToken: rotation.refreshToken };
    return done(await issue(parts, account, opened, session.client));
  }

  async function authenticate(token: string): Promise<Principal> {
    const claims = await claimsOf(token);
    const [session, account] = await Promise.all([
      sessions.find(claims.session),
      accounts.find(claims.account),
    ]);
    const alive = session !== null && isAlive(session, parts.nowMs());
    if (!alive || session.account !== claims.account || !account || closedTo(account, session))
      throw new ProblemError('SESSION_EXPIRED');
    return {
      subject: subjectFor(account),
      name: account.name,
      session: claims.session,
      expiresAtMs: claims.expiresAtMs,
      account,
    };
  }

  async function signOut(principal: Pick<Principal, 'session' | 'subject'>): Promise<void> {
    await sessions.revoke(principal.session);
    const { session, subject } = principal;
    audit.record({ event: 'session.signOut', account: subject.account, session, outcome: 'done' });
  }

  return { signIn, refresh, authenticate, sessionOf, signOut };
}

async function issue(
  parts: SignInParts,
  account: AccountDocument,
  session: { readonly id: string; readonly refreshToken: string },
  client: 'desktop' | 'browser',
): Promise<SignedIn> {
  const expiresAtMs = Math.floor((parts.nowMs() + accessTokenMs) / 1000) * 1000;
  const claims = { account: account.account, session: session.id, expiresAtMs };
  const base = {
    accessToken: await signAccessToken(parts.tokenKey, claims),
    expiresAtUtc: new Date(expiresAtMs).toISOString(),
    account: sessionAccountOf(account),
    server: parts.server,
  };
  const { refreshToken } = session;
  return {
    session: client === 'desktop' ? { ...base, refreshToken } : base,
    refreshToken,
    client,
  };
}

/** DEVICE_REVOKED, or the device when it is known. */
async function deviceOf(
  { devices, audit }: SignInParts,
  id: string | undefined,
): Promise<Result<DeviceDocument | null>> {
  const device = id === undefined ? null : await devices.find(id);
  if (!device || device.revokedAtUtc === null) return done(device);
  const outcome = 'DEVICE_REVOKED';
  audit.record({ event: 'device.contact', account: device.account, target: id, outcome });
  return failed(outcome);
}

function closedTo(account: AccountDocument | null, session: SessionDocument): Problem | null {
  if (!account || !isOfPassword(session, account.passwordChangedAtUtc))
    return problem('SESSION_EXPIRED');
  if (account.disabled) return problem('ACCOUNT_DISABLED');
  return null;
}

const subjects = new WeakMap<AccountDocument, Subject>();

/** One subject per remembered account, so that the policy's own memory works across requests. */
function subjectFor(account: AccountDocument): Subject {
  const held = subjects.get(account) ?? subjectOf(account);
  subjects.set(account, held);
  return held;
}
