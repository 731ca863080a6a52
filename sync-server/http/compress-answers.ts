/**
 * Answers of a route as gzip where the client takes it: dossiers are text that says the same words again and
 * again, and an office may sit behind 64 kbit/s. Only for routes that answer no secret beside what a stranger
 * wrote (BREACH). The fastest level: it gives most of the gain, and a province pulls all day.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { onSendAsyncHookHandler } from 'fastify';

const compress = promisify(gzip);
/** Below this the header eats the gain. */
const leastBytes = 1400;

const takesGzip = (accepted: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$|\s))/.test(String(accepted ?? ''));

export const gzipAnswer: onSendAsyncHookHandler = async (request, reply, payload) => {
  void reply.header('vary', 'Accept-Encoding, Origin');
  const plain = typeof payload !== 'string' || payload.length < leastBytes;
  if (plain || !takesGzip(request.headers['accept-encoding'])) return payload;
  void reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return compress(payload, { level: 1 });
};
