/** Who makes the request: the bearer token, checked at each request against the session as it stands now. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal, SignIn } from '../accounts/sign-in.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import type { Action } from '../../shared/account/roles.ts';
import { may } from '../../shared/account/policy.ts';

const principals = new WeakMap<FastifyRequest, Principal>();

export function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer (\S{1,4096})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

export const knownPrincipal = (request: FastifyRequest): Principal | undefined =>
  principals.get(request);

/** @throws ProblemError SESSION_EXPIRED */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (!principal) throw new ProblemError('SESSION_EXPIRED');
  return principal;
}

/** @throws ProblemError FORBIDDEN */
export function demand(principal: Principal, action: Action, unit: string): void {
  if (!may(principal.subject, action, { unit })) throw new ProblemError('FORBIDDEN');
}

/**
 * Guards every route of a scope.
 * @param evenWithIssuedPassword routes open before the password that was handed out has been changed
 */
export function requireSession(
  scope: FastifyInstance,
  signIn: SignIn,
  { evenWithIssuedPassword = false } = {},
): void {
  scope.addHook('onRequest', async (request) => {
    const token = bearerToken(request);
    if (token === null) throw new ProblemError('SESSION_EXPIRED');
    const principal = await signIn.authenticate(token);
    principals.set(request, principal);
    if (principal.account.mustChangePassword && !evenWithIssuedPassword)
      throw new ProblemError('PASSWORD_CHANGE_REQUIRED');
  });
}
