/**
 * Logs hold ids and codes: the route's pattern instead of the address (a search text stands in it), the
 * session instead of the person. Names, identity numbers, passwords and tokens never come here.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import { knownPrincipal } from './authentication.ts';

export function createLogger(destination: DestinationStream, level = 'info'): FastifyBaseLogger {
  return pino(
    {
      level,
      base: null,
      redact: ['req.headers', 'authorization', 'cookie', 'password', 'token'],
      serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    },
    destination,
  );
}

export const requestId = (): string => randomBytes(6).toString('hex');

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const session = knownPrincipal(request)?.session.slice(0, 8);
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(session === undefined ? {} : { session }),
      },
      'request',
    );
  });
}
