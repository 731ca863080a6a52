/**
 * Who may use the CouchDB interface: accounts with the store rights at the top of the province, by session
 * token, or by name and password since replicators know nothing else. What they may depends on the database:
 * the server's own stay closed, the product's are for copying out, or in while the centre is being restored.
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { may } from '../../shared/account/policy.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import type { AccountDocument } from '../accounts/account-document.ts';
import { referenceDatabase } from '../../shared/unit/unit.ts';
import { serverDatabases } from '../documents/databases.ts';
import { subjectOf } from '../accounts/account-document.ts';
import { normalUser } from '../accounts/account-directory.ts';
import { isLocked } from '../accounts/lock.ts';
import { checkPassword, ruleToday } from '../accounts/passwords.ts';
import { outcomeOf } from '../accounts/sign-in.ts';
import { bearerToken } from './authentication.ts';
import { clearSectionOf } from '../sensitive/stored-form.ts';
import type { Admit, Authorize, DbAction, DbPrincipal, OnChange } from './db/principal.ts';
import type { RequestLimits } from './request-limits.ts';
import type { Services } from './services.ts';

/** A replicator sends its password with every request; hashing it each time would stop the server. */
const rememberMs = 60_000;

const rights = { read: 'store.read', write: 'store.write', admin: 'store.admin' } as const;
const closed: readonly string[] = Object.values(serverDatabases);

/** `null` is the server as a whole: lists and ids, nothing of any database. Names with an underscore are CouchDB's own, users among them. */
function openTo(action: DbAction, database: string | null, restoring: boolean): boolean {
  if (database === null) return true;
  if (closed.includes(database) || database.startsWith('_')) return false;
  const product = database === referenceDatabase || /^(records|desk)-/.test(database);
  return !product || restoring || action === 'read';
}

function principalFor(account: AccountDocument, province: string, restoring: boolean): DbPrincipal {
  const subject = subjectOf(account);
  const holds = (action: DbAction) => may(subject, rights[action], { unit: province });
  return {
    name: account.account,
    roles: [],
    may: (action, database) => holds(action) && openTo(action, database, restoring),
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
  { limits, restoring }: { readonly limits: RequestLimits; readonly restoring: boolean },
): {
  readonly authorize: Authorize;
  readonly admit: Admit;
  readonly onChange: OnChange;
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
    const open =
      standing !== null &&
      !standing.disabled &&
      !isLocked(standing, ruleToday(nowMs()).value, nowMs());
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
          : principalFor(account, settings.province, restoring);
      } catch (error) {
        // Here a token that has ended is simply nobody: this interface answers in CouchDB's words.
        if (error instanceof ProblemError && error.code === 'SESSION_EXPIRED') return null;
        throw error;
      }
    },
    onChange(principal, { action, route, database, status }) {
      const outcome = status < 400 ? 'done' : `${status}`;
      const target = database === null ? route : `${database} ${route}`;
      audit.record({ event: `db.${action}`, account: principal.name, target, outcome });
    },
    // Raw writes are replication and restore: whoever may do that writes what was admitted elsewhere.
    async admit(principal, database, documents) {
      const refusal = { reason: 'Không được ghi trực tiếp vào kho này.' };
      audit.demandRoom();
      const allowed = principal.may('write', database);
      const outcome = allowed ? 'done' : 'FORBIDDEN';
      const rows = documents.map(({ _id }) => _id);
      audit.record({
        event: 'db.documents',
        account: principal.name,
        target: database,
        outcome,
        rows,
      });
      return documents.map((doc) => {
        if (!allowed) return refusal;
        // A copy of this product holds none; what does would lie readable in every backup.
        const clear = clearSectionOf(doc) !== null;
        return clear ? { reason: 'Mục nhạy cảm phải ở dạng đã mã hóa.' } : null;
      });
    },
  };
}
