/**
 * The HTTP server without its routes: how much and how long a request may be, how JSON is read, how errors and requests
 * are told. Whoever sends a byte a second holds no line open.
 */
import { fastify, LogController, type FastifyInstance } from 'fastify';
import { DB_ROUTER_OPTIONS } from './db/register-db-interface.ts';
import { mapErrors } from './errors.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createLogger, logRequests, requestId } from './logging.ts';

const jsonLimitBytes = 256 * 1024;
/** For a request to come in whole: who sends a byte a second holds no line open. Answers may take longer. */
const requestTimeoutMs = 60_000;
const headersTimeoutMs = 15_000;
/** Several for each person of a province's offices at once; file descriptors end at some number, too. */
const mostConnections = 4000;
export function makeApp(options: GatewayOptions): FastifyInstance {
  const logger = createLogger(options.log ?? process.stderr, options.logLevel);
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: jsonLimitBytes,
    requestTimeout: options.requestTimeoutMs ?? requestTimeoutMs,
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 1000 },
    trustProxy: options.trustProxy ? [...options.trustProxy] : false,
    // Requests under way are answered; only connections that say nothing are cut.
    forceCloseConnections: 'idle',
    routerOptions: DB_ROUTER_OPTIONS,
  });
  // `remove`: one odd key in one row must not cost the other rows; the schemas refuse what is left.
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, finish) => {
    if (body === '') return finish(null, undefined);
    return parseJson(request, String(body), finish);
  });
  app.server.maxConnections = mostConnections;
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  mapErrors(app);
  logRequests(app);
  return app;
}
