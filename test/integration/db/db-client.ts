/** Raw requests to `/db`, for tests: nothing is retried, nothing is thrown but a silent server. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

export interface RequestOptions {
  readonly raw?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: string | null;
  readonly timeoutMs?: number;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  options?: RequestOptions,
) => Promise<Answer>;

/** `as` names the account (password `pw`); null asks without one. */
export function dbClient(base: string): Ask {
  return async (method, path, body, options = {}) => {
    const account = options.as === undefined ? 'admin' : options.as;
    const response = await fetch(base + path, {
      method,
      signal: AbortSignal.timeout(options.timeoutMs ?? 30_000),
      headers: {
        accept: 'application/json',
        ...(account === null ? {} : { authorization: `Basic ${btoa(`${account}:pw`)}` }),
        ...(body === undefined || options.raw ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: options.raw ? rawBody(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: parsed(text), headers: response.headers };
  };
}

function rawBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  throw new TypeError('A raw body is text or bytes.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Walks into an answer: `at(json, 'rows', 0, 'id')`; undefined where there is nothing. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

export function listAt(json: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const value = at(json, ...path);
  return Array.isArray(value) ? value : [];
}
