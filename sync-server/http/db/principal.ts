/** Who asks, and what they may do. Both are the gateway's to say; this interface only obeys. */
import type { FastifyRequest } from 'fastify';
import type { StoredDocument } from '../../store/document-store.ts';
import { StoreError } from '../../store/document-store.ts';
import type { CookieSession } from './cookie-session.ts';

/**
 * `read`: documents, changes, and the `_local` checkpoints of a replicator; `write`: documents;
 * `admin`: design documents, `_security`, making and removing databases.
 */
export type DbAction = 'read' | 'write' | 'admin';

export interface DbPrincipal {
  /** Shown by `_session`. */
  readonly name: string;
  readonly roles?: readonly string[];
  may(action: DbAction, database: string | null): boolean;
}

/** Null when nobody could be made out: the answer is 401. */
export type Authorize = (request: FastifyRequest) => Promise<DbPrincipal | null>;

export interface Admission {
  /** Answered as `{id, error: 'forbidden', reason}`. */
  readonly reason: string;
}

/** For each document, in order: null to let it through, or why not. */
export type Admit = (
  principal: DbPrincipal,
  database: string,
  documents: readonly StoredDocument[],
) => Promise<readonly (Admission | null)[]>;

export interface Changed {
  readonly action: 'write' | 'admin' | 'checkpoint';
  /** Method and pattern, never the path itself: an id may stand in it. */
  readonly route: string;
  readonly database: string | null;
  readonly status: number;
}

/** Told of every request that changed something or tried to, once it has been answered. */
export type OnChange = (principal: DbPrincipal, change: Changed) => void;

export interface Access {
  /** For the scope of the known: tells `onChange`. */
  tell(request: FastifyRequest, status: number): void;
  /** Names the caller and remembers the principal for guard and handler. @throws StoreError 401 */
  demand(request: FastifyRequest): Promise<void>;
  /** Checks the action for `:db`; `demand` came before. */
  guard(action: DbAction): (request: FastifyRequest) => Promise<void>;
  principal(request: FastifyRequest): DbPrincipal;
  /** Null when nobody is known; for `_session` and for feeds that go on. */
  identify: Authorize;
}

/** CouchDB reads by POST, too. */
const READING =
  /_(?:all_docs|design_docs|changes|find|explain|bulk_get|revs_diff|missing_revs|dbs_info|ensure_full_commit)$/u;

function changeOf(request: FastifyRequest): Omit<Changed, 'status'> | null {
  const { method } = request;
  const { url = '' } = request.routeOptions;
  if (method === 'GET' || method === 'HEAD' || (method === 'POST' && READING.test(url)))
    return null;
  const base = { route: `${method} ${url}`, database: databaseOf(request) };
  if (url.includes('/_local/')) return { action: 'checkpoint', ...base };
  const whole = url.endsWith('/:db') && method !== 'POST';
  const settings = /_(?:security|revs_limit|index|compact|view_cleanup)\b|_design/u.test(url);
  return { action: whole || settings ? 'admin' : 'write', ...base };
}

export function createAccess(
  authorize: Authorize,
  session: CookieSession,
  onChange?: OnChange,
): Access {
  const known = new WeakMap<FastifyRequest, DbPrincipal>();
  const identify: Authorize = async (request) => {
    session.unseal(request);
    return authorize(request);
  };
  const principalOf = (request: FastifyRequest): DbPrincipal => {
    const principal = known.get(request);
    if (!principal) throw new StoreError(500, 'internal_server_error', 'The route has no guard.');
    return principal;
  };
  return {
    tell(request, status) {
      const principal = known.get(request);
      const change = principal ? changeOf(request) : null;
      if (principal && change) onChange?.(principal, { ...change, status });
    },
    async demand(request) {
      const principal = await identify(request);
      if (!principal)
        throw new StoreError(401, 'unauthorized', 'You are not authorized to access this db.');
      known.set(request, principal);
    },
    guard: (action) => async (request) => {
      if (!principalOf(request).may(action, databaseOf(request)))
        throw new StoreError(403, 'forbidden', 'You are not allowed to access this db.');
    },
    principal: principalOf,
    identify,
  };
}

/** The `:db` of the route, or null on the server's own routes. */
export function databaseOf(request: FastifyRequest): string | null {
  return parameterOf(request, 'db');
}

/** A parameter of the path, decoded. */
export function parameterOf(request: FastifyRequest, name: string): string | null {
  const parameters: unknown = request.params;
  if (typeof parameters !== 'object' || parameters === null) return null;
  const value: unknown = Reflect.get(parameters, name);
  return typeof value === 'string' ? value : null;
}

export function requiredParameter(request: FastifyRequest, name: string): string {
  const value = parameterOf(request, name);
  if (value === null) throw new StoreError(400, 'bad_request', `The path has no ${name}.`);
  return value;
}
