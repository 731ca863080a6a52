/** What browsers are told: where scripts may come from, who may ask from elsewhere, how often. */
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../shared/errors/index.ts';

/** The desktop window's origin; every other page on the web is refused by the browser. */
const desktopOrigin = 'app://bundle';

export async function registerBrowserSafety(
  app: FastifyInstance,
  options: { readonly requestsPerMinute: number; readonly overTls: boolean },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its styles into the page while it runs; no nonce reaches a static index.html.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // A promise to speak TLS only makes sense where TLS is spoken.
    strictTransportSecurity: options.overTls,
    // The desktop window is another origin and reads these answers.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  await app.register(cors, {
    origin: desktopOrigin,
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type'],
    maxAge: 600,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: rateKey,
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  });
}

/** By session where there is one: a whole office may sit behind one address. */
function rateKey(request: FastifyRequest): string {
  const token = request.headers.authorization;
  return token === undefined ? `ip ${request.ip}` : `token ${token.slice(-43)}`;
}
