/**
 * Requests to the gateway as Results: bearer token, one renewal after a 401, a limit on waiting,
 * parsed answers. Nothing here throws for what a network can do.
 */
import type { z } from 'zod';
import { failed, type Result } from '../../../shared/errors/index.ts';
import { readAnswer, unreachable } from './read-answer.ts';
import type { TokenProvider } from './token-provider.ts';

export interface GatewayClient {
  get<T>(path: string, schema: z.ZodType<T>): Promise<Result<T>>;
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Result<T>>;
  /** An open answer, for server-sent events. The caller ends it by the signal. */
  open(path: string, signal: AbortSignal): Promise<Result<Response>>;
}

export interface GatewayOptions {
  /** Without a slash at the end; empty for the origin of the page. */
  readonly serverUrl: string;
  readonly tokens: TokenProvider;
  readonly fetch?: typeof fetch;
  /** A stalled line must not hold a request for ever. */
  readonly timeoutMs?: number;
  /** Ends all requests under way: closing must not wait for a stalled line. */
  readonly ended?: AbortSignal;
}

/** 500 dossiers over a slow line take their time; a minute without an end is a dead line. */
const defaultTimeoutMs = 60_000;

export function createGatewayClient(options: GatewayOptions): GatewayClient {
  const { serverUrl, tokens, timeoutMs = defaultTimeoutMs } = options;
  const send = options.fetch ?? fetch.bind(globalThis);

  async function attempt(path: string, init: RequestInit, token: string) {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    try {
      return { ok: true, value: await send(serverUrl + path, { ...init, headers }) } as const;
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

  async function call<T>(path: string, init: RequestInit, schema: z.ZodType<T>) {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = options.ended ? AbortSignal.any([timeout, options.ended]) : timeout;
    const answer = await request(path, { ...init, signal });
    return answer.ok ? readAnswer(answer.value, schema) : answer;
  }

  return {
    get: (path, schema) => call(path, { method: 'GET' }, schema),
    post: (path, body, schema) =>
      call(
        path,
        {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        },
        schema,
      ),
    open: (path, signal) =>
      request(path, { method: 'GET', signal, headers: { accept: 'text/event-stream' } }),
  };
}
