/**
 * Requests to the gateway as Results: bearer token, one renewal after a 401, a limit on silence,
 * parsed answers. Nothing here throws for what a network can do.
 */
import type { z } from 'zod';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { readAnswer, unreachable } from './read-answer.ts';
import { startStallWatch, type StallWatch } from './stall-watch.ts';
import type { TokenProvider } from './token-provider.ts';

export interface GatewayClient {
  get<T>(path: string, schema: z.ZodType<T>): Promise<Result<T>>;
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Result<T>>;
  /** The answer as it comes, for bytes: whoever asks reads it. */
  raw(path: string, init: RequestInit): Promise<Result<Response>>;
  /** An open answer, for server-sent events. The caller ends it by the signal. */
  open(path: string, signal: AbortSignal): Promise<Result<Response>>;
}

export interface GatewayOptions {
  /** Without a slash at the end; empty for the origin of the page. */
  readonly serverUrl: string;
  readonly tokens: TokenProvider;
  readonly fetch?: typeof fetch;
  /** Longest silence on the line; an answer that keeps coming may take as long as it takes. */
  readonly stallMs?: number;
  /** Ends all requests under way, those asked from now on as well: closing, a pause. */
  readonly stopped?: () => AbortSignal;
}

const defaultStallMs = 30_000;

const encoder = new TextEncoder();

const bytesOf = (text: string): number => encoder.encode(text).byteLength;

export function createGatewayClient(options: GatewayOptions): GatewayClient {
  const { serverUrl, tokens, stallMs = defaultStallMs } = options;
  const send = options.fetch ?? fetch.bind(globalThis);

  async function attempt(path: string, init: RequestInit, token: string) {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    // Nobody but a captive portal leads our routes elsewhere, and a token is not sent after it.
    const request = { ...init, headers, redirect: 'manual' } as const;
    try {
      return { ok: true, value: await send(serverUrl + path, request) } as const;
    } catch (error) {
      return unreachable(error instanceof Error ? error.name : 'network');
    }
  }

  async function request(path: string, init: RequestInit): Promise<Result<Response>> {
    const token = await tokens.current();
    if (!token.ok) return token;
    const first = await attempt(path, init, token.value);
    if (!first.ok || first.value.status !== 401) return first;
    const renewed = await tokens.renew(token.value);
    if (!renewed.ok) return renewed;
    const second = await attempt(path, init, renewed.value);
    return second.ok && second.value.status === 401 ? failed('SESSION_EXPIRED') : second;
  }

  function begin(bytes: number) {
    const watch = startStallWatch(stallMs, bytes);
    const stopped = options.stopped?.();
    const signal = stopped ? AbortSignal.any([watch.signal, stopped]) : watch.signal;
    const explain = <T>(result: Result<T>): Result<T> => {
      if (result.ok) return result;
      if (stopped?.aborted) return unreachable('stopped');
      return watch.hasStalled() ? failed('LINE_STALLED', { seconds: stallMs / 1000 }) : result;
    };
    return { watch, signal, explain };
  }

  async function call<T>(path: string, init: RequestInit, bytes: number, schema: z.ZodType<T>) {
    const { watch, signal, explain } = begin(bytes);
    try {
      const answer = await request(path, { ...init, signal });
      watch.alive();
      return explain(answer.ok ? await readAnswer(answer.value, schema, watch.alive) : answer);
    } finally {
      watch.end();
    }
  }

  async function raw(path: string, init: RequestInit): Promise<Result<Response>> {
    const { body } = init;
    const { watch, signal, explain } = begin(body instanceof Uint8Array ? body.byteLength : 0);
    const answer = await request(path, { ...init, signal });
    if (answer.ok && answer.value.body) return done(watched(answer.value, watch));
    watch.end();
    return explain(answer);
  }

  return {
    get: (path, schema) => call(path, { method: 'GET' }, 0, schema),
    post: (path, body, schema) => {
      const text = JSON.stringify(body);
      const headers = { 'content-type': 'application/json' };
      return call(path, { method: 'POST', body: text, headers }, bytesOf(text), schema);
    },
    raw,
    open: (path, signal) =>
      request(path, { method: 'GET', signal, headers: { accept: 'text/event-stream' } }),
  };
}

/** The same answer; each piece of it that is read tells the watch that the line is alive. */
function watched(answer: Response, watch: StallWatch): Response {
  watch.alive();
  const { status, statusText, headers } = answer;
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, out) => {
      watch.alive();
      out.enqueue(piece);
    },
    flush: watch.end,
  });
  return new Response(answer.body?.pipeThrough(heard), { status, statusText, headers });
}
