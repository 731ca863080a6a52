/**
 * Speaks HTTP to a CouchDB: the account from the address, a time limit on every request, and
 * another try for reads alone. A write that got no answer may have been done: the caller decides.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject } from '../document-shape.ts';
import { StoreError } from '../document-store.ts';

export type Fetch = typeof globalThis.fetch;

export interface CouchRequest {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  /** Reads only: tried again when the network or the node fails. */
  readonly read?: boolean;
}

export interface CouchHttp {
  json(request: CouchRequest): Promise<unknown>;
  bytes(request: CouchRequest): Promise<{ readonly bytes: Uint8Array; readonly headers: Headers }>;
  /** Lines of a continuous feed, until the signal or the server ends it. */
  lines(
    request: CouchRequest,
    signal: AbortSignal,
    /** Done when the feed is open, before its first line. */
    opened?: (() => Promise<void>) | null,
  ): AsyncGenerator<string>;
}

const TIMEOUT_MS = 60_000;
const PAUSES_MS = [100, 500] as const;
const PASSING_STATUS = new Set([408, 429, 502, 503, 504]);

export function createCouchHttp(address: string, fetch: Fetch, closing: AbortSignal): CouchHttp {
  const url = new URL(address);
  const account = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...(url.username ? { authorization: `Basic ${Buffer.from(account).toString('base64')}` } : {}),
  };
  const root = `${url.origin}${url.pathname.replace(/\/$/u, '')}`;
  const send = async (request: CouchRequest, signal: AbortSignal): Promise<Response> => {
    const response = await fetch(`${root}${request.path}${queryText(request.query)}`, {
      method: request.method ?? 'GET',
      headers,
      signal,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  };
  const once = async <T>(
    request: CouchRequest,
    read: (response: Response) => Promise<T>,
  ): Promise<T> => {
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), closing]);
    try {
      return await read(await send(request, signal));
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (closing.aborted) throw new StoreError(503, 'store_stopped', 'The store is closed.');
      throw new StoreError(
        503,
        'store_unreachable',
        `The database did not answer: ${textOf(error)}`,
      );
    }
  };
  const attempt = async <T>(
    request: CouchRequest,
    read: (response: Response) => Promise<T>,
  ): Promise<T> => {
    for (const pauseMs of request.read ? PAUSES_MS : []) {
      try {
        return await once(request, read);
      } catch (error) {
        if (closing.aborted || !(error instanceof StoreError) || !PASSING_STATUS.has(error.status))
          throw error;
        await sleep(pauseMs);
      }
    }
    return once(request, read);
  };
  return {
    json: (request) => attempt<unknown>(request, (response) => response.json()),
    bytes: (request) =>
      attempt(request, async (response) => ({
        bytes: new Uint8Array(await response.arrayBuffer()),
        headers: response.headers,
      })),
    lines: (request, signal, opened) =>
      linesOf(() => send(request, AbortSignal.any([signal, closing])), opened),
  };
}

/** `undefined` parameters are left out. */
function queryText(query: CouchRequest['query']): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) text.set(name, String(value));
  return text.size > 0 ? `?${text.toString()}` : '';
}

async function errorOf(response: Response): Promise<StoreError> {
  const text = await response.text();
  // A 401 is about the server's own account; passed on, it would ask the person for a password.
  if (response.status === 401 || response.status === 403)
    return new StoreError(502, 'store_refused', 'The database refused the account of this server.');
  const body = parse(text);
  const error =
    isObject(body) && typeof body['error'] === 'string' ? body['error'] : 'bad_response';
  const reason =
    isObject(body) && typeof body['reason'] === 'string' ? body['reason'] : text.slice(0, 200);
  return new StoreError(response.status, error, reason);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // A proxy's HTML page, say: the status tells enough.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

async function* linesOf(
  open: () => Promise<Response>,
  opened?: (() => Promise<void>) | null,
): AsyncGenerator<string> {
  const response = await open();
  await opened?.();
  const decoder = new TextDecoder();
  let rest = '';
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    const parts = `${rest}${decoder.decode(chunk, { stream: true })}`.split('\n');
    rest = parts.pop() ?? '';
    // Empty lines are heartbeats.
    yield* parts.filter((line) => line.trim() !== '');
  }
}
