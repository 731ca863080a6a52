/**
 * How often one may ask, per minute. Until a token has proved good the caller is an address; from then on it is
 * the session, since a whole office may sit behind one address. What an address wastes costs no session anything.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../shared/errors/index.ts';
import { bearerToken } from './authentication.ts';

export interface RequestLimits {
  /** Strict, per address and user name, and looser per address: guessing is slow before an account locks. */
  signIn(request: FastifyRequest, user: string): Promise<void>;
  /** @param session the id in the refresh token; only whoever holds that token wears this bucket out */
  refresh(request: FastifyRequest, session: string): Promise<void>;
  /** Bundles are large and taken in one after another. */
  bundle(request: FastifyRequest, account: string): Promise<void>;
}

export interface LimitOptions {
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  /** The session of a good access token; null for any other. */
  readonly sessionOf: (token: string) => Promise<string | null>;
}

/** Its caller is known only from the body. */
export const refreshPath = '/api/session/refresh';
const refreshesPerMinute = 30;
/** A courier with a bag full of sticks. */
const bundlesPerMinute = 60;
/** Sign-ins of one address for one of a user: an office in the morning, not a list of names. */
const usersOfAnAddress = 10;
/** Callers remembered per bucket. */
const most = 20_000;

export async function registerRequestLimits(
  app: FastifyInstance,
  { requestsPerMinute, signInsPerMinute, sessionOf }: LimitOptions,
): Promise<RequestLimits> {
  await app.register(rateLimit, { global: false, cache: most });
  const general = bucket(app, requestsPerMinute);
  const ofUser = bucket(app, signInsPerMinute);
  const ofAddress = bucket(app, signInsPerMinute * usersOfAnAddress);
  const refreshes = bucket(app, refreshesPerMinute);
  const bundles = bucket(app, bundlesPerMinute);

  // Of the application itself, so that it comes before whatever a route does to know its caller.
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.url === refreshPath) return;
    const token = bearerToken(request);
    const session = token === null ? null : await sessionOf(token);
    await general(request, session === null ? `address ${request.ip}` : `session ${session}`);
  });

  return {
    async signIn(request, user) {
      await ofAddress(request, request.ip);
      await ofUser(request, `${request.ip} ${user}`);
    },
    refresh: (request, session) => refreshes(request, session),
    bundle: (request, account) => bundles(request, account),
  };
}

/** @returns counts one request for a key. It throws ProblemError TOO_MANY_REQUESTS. */
function bucket(app: FastifyInstance, max: number) {
  const keys = new WeakMap<FastifyRequest, string>();
  const keyGenerator = (request: FastifyRequest): string => keys.get(request) ?? '';
  const count = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator });
  return async (request: FastifyRequest, key: string): Promise<void> => {
    keys.set(request, key);
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded)
      throw new ProblemError('TOO_MANY_REQUESTS', { seconds: Math.max(1, counted.ttlInSeconds) });
  };
}
