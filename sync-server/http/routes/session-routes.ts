/** Signing in and out (shared/contract/session.ts). Browsers keep the refresh token where no script reads it. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  passwordChangeSchema,
  refreshRequestSchema,
  signInRequestSchema,
  type Session,
} from '../../../shared/contract/session.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { sessionAccountOf } from '../../accounts/account-document.ts';
import { changeOwnPassword } from '../../accounts/own-password.ts';
import { normalUser } from '../../accounts/account-directory.ts';
import { sessionMs } from '../../accounts/session-directory.ts';
import type { SignedIn } from '../../accounts/sign-in.ts';
import { principalOf, requireSession } from '../authentication.ts';
import { parsed, valueOf } from '../errors.ts';
import { refreshPath, type RequestLimits } from '../request-limits.ts';
import type { Services } from '../services.ts';

export interface SessionRouteOptions {
  /** Cookies over TLS only; off for a server on this machine alone. */
  readonly secureCookies: boolean;
  readonly limits: RequestLimits;
}

const cookieName = 'hoso_refresh';
const cookiePath = '/api/session';

export function registerSessionRoutes(
  app: FastifyInstance,
  services: Services,
  options: SessionRouteOptions,
): void {
  const cookie = {
    path: cookiePath,
    httpOnly: true,
    sameSite: 'strict',
    secure: options.secureCookies,
  } as const;

  const answer = (reply: FastifyReply, signedIn: SignedIn): Session => {
    void reply.header('cache-control', 'no-store');
    if (signedIn.client === 'browser')
      void reply.setCookie(cookieName, signedIn.refreshToken, {
        ...cookie,
        maxAge: sessionMs / 1000,
      });
    return signedIn.session;
  };

  app.post('/api/session', async (request, reply) => {
    const asked = parsed(signInRequestSchema, request.body);
    await options.limits.signIn(request, normalUser(asked.user));
    return answer(reply, valueOf(await services.signIn.signIn(asked, request.ip)));
  });

  app.post(refreshPath, async (request, reply) => {
    const body = parsed(refreshRequestSchema, request.body ?? {});
    const token = body.refreshToken ?? request.cookies[cookieName];
    if (token === undefined) throw new ProblemError('SESSION_EXPIRED');
    await options.limits.refresh(request, token.split('.')[0] ?? '');
    const refreshed = await services.signIn.refresh(token);
    if (!refreshed.ok) void reply.clearCookie(cookieName, cookie);
    return answer(reply, valueOf(refreshed));
  });

  void app.register(async (scope) => {
    requireSession(scope, services.signIn, { evenWithIssuedPassword: true });
    scope.get('/api/me', async (request) => sessionAccountOf(principalOf(request).account));
    scope.delete('/api/session', async (request, reply) => {
      await services.signIn.signOut(principalOf(request));
      return reply.clearCookie(cookieName, cookie).status(204).send();
    });
    scope.post('/api/session/password', async (request, reply) => {
      const passwords = parsed(passwordChangeSchema, request.body);
      valueOf(await changeOwnPassword(services, principalOf(request), passwords));
      return reply.status(204).send();
    });
  });
}
