/**
 * Who may use the CouchDB interface: accounts with the store rights at the top of the province, by session
 * token, or by name and password since replicators know nothing else.
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { may } from '../../shared/account/policy.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import type { AccountDocument } from '../accounts/account-document.ts';
import { subjectOf } from '../accounts/account-document.ts';
import { normalUser } from '../accounts/account-directory.ts';
import { checkPassword } from '../accounts/passwords.ts';
import { outcomeOf } from '../accounts/sign-in.ts';
import { bearerToken } from './authentication.ts';
import type { Admit, Authorize, DbPrincipal } from './db/principal.ts';
import type { RequestLimits } from './request-limits.ts';
import type { Services } from './services.ts';

/** A replicator sends its password with every request; hashing it each time would stop the server. */
const rememberMs = 60_000;

function principalFor(account: AccountDocument, province: string): DbPrincipal {
  const subject = subjectOf(account);
  const rights = { read: 'store.read', write: 'store.write', admin: 'store.admin' } as const;
  return {
    name: account.account,
    roles: [],
    may: (action) => may(subject, rights[action], { unit: province }),
  };
}

interface Credentials {
  readonly user: string;
  readonly password: string;
}

function basicCredentials(request: FastifyRequest): Credentials | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(
    request.headers.authorization ?? '',
  )?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  return { user: normalUser(text.slice(0, colon)), password: text.slice(colon + 1) };
}

export function createDbAccess(
  { accounts, signIn, settings, audit, nowMs }: Services,
  limits: RequestLimits,
): {
  readonly authorize: Authorize;
  readonly admit: Admit;
} {
  const remembered = new Map<string, { readonly untilMs: number; readonly passwordHash: string }>();

  async function byPassword(
    request: FastifyRequest,
    { user, password }: Credentials,
  ): Promise<AccountDocument | null> {
    const key = createHash('sha256').update(`${user}\0${password}`).digest('hex');
    const held = remembered.get(key);
    const standing = await accounts.find(user);
    const unchanged = held !== undefined && standing?.passwordHash === held.passwordHash;
    const open = standing !== null && !standing.disabled && standing.lockedAtUtc === null;
    if (unchanged && open && nowMs() < held.untilMs) return standing;
    await limits.signIn(request, user);
    const from = request.ip;
    const checked = await checkPassword(accounts, { user, password, from }, nowMs());
    audit.record({
      event: 'db.signIn',
      account: standing === null ? 'unknown' : user,
      outcome: outcomeOf(checked),
    });
    if (!checked.ok || checked.value.mustChangePassword) return null;
    if (remembered.size > 1000) remembered.clear();
    const { passwordHash } = checked.value;
    remembered.set(key, { untilMs: nowMs() + rememberMs, passwordHash });
    return checked.value;
  }

  async function accountOf(request: FastifyRequest): Promise<AccountDocument | null> {
    const token = bearerToken(request);
    if (token !== null) return (await signIn.authenticate(token)).account;
    const basic = basicCredentials(request);
    return basic === null ? null : byPassword(request, basic);
  }

  return {
    async authorize(request) {
      try {
        const account = await accountOf(request);
        return account === null || account.mustChangePassword
          ? null
          : principalFor(account, settings.province);
      } catch (error) {
        // Here a token that has ended is simply nobody: this interface answers in CouchDB's words.
        if (error instanceof ProblemError && error.code === 'SESSION_EXPIRED') return null;
        throw error;
      }
    },
    // Raw writes are replication and restore: whoever may do that writes what was admitted elsewhere.
    async admit(principal, database, documents) {
      const refusal = { reason: 'Chỉ tài khoản quản trị hệ thống được ghi trực tiếp.' };
      const allowed = principal.may('write', database);
      const outcome = allowed ? 'done' : 'FORBIDDEN';
      const rows = documents.map(({ _id }) => _id);
      audit.record({ event: 'db.write', account: principal.name, target: database, outcome, rows });
      return documents.map(() => (allowed ? null : refusal));
    },
  };
}
