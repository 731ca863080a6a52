/** The gateway's session routes, without a bearer token: the refresh token is the browser's HttpOnly cookie. */
import { z } from 'zod';
import { aboutSchema, type About } from '../../../shared/contract/http.ts';
import type { passwordChangeSchema } from '../../../shared/contract/session.ts';
import { sessionSchema, type Session } from '../../../shared/contract/session.ts';
import type { Result } from '../../../shared/errors/index.ts';
import { readAnswer, unreachable } from '../gateway/read-answer.ts';

export interface RemoteOptions {
  /** Without a slash at the end; empty for the origin of the page. */
  readonly serverUrl?: string;
  readonly fetch?: typeof fetch;
}

const timeoutMs = 30_000;

async function call<T>(
  options: RemoteOptions,
  path: string,
  init: RequestInit,
  schema: z.ZodType<T>,
): Promise<Result<T>> {
  const send = options.fetch ?? fetch.bind(globalThis);
  try {
    const response = await send(`${options.serverUrl ?? ''}${path}`, {
      ...init,
      credentials: 'include',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 204) return await readAnswer(Response.json(null), schema);
    return await readAnswer(response, schema);
  } catch (error) {
    return unreachable(error instanceof Error ? error.name : 'network');
  }
}

const post = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Who the centre is; open to all. */
export const readAbout = (options: RemoteOptions = {}): Promise<Result<About>> =>
  call(options, '/api/about', { method: 'GET' }, aboutSchema);

export const signIn = (
  options: RemoteOptions,
  user: string,
  password: string,
): Promise<Result<Session>> =>
  call(options, '/api/session', post({ user, password, client: 'browser' }), sessionSchema);

export const refresh = (options: RemoteOptions): Promise<Result<Session>> =>
  call(options, '/api/session/refresh', post({}), sessionSchema);

/** Refused with SESSION_EXPIRED for an old token, with SIGN_IN_FAILED for a wrong current password. */
export const changePassword = (
  options: RemoteOptions,
  accessToken: string,
  passwords: z.infer<typeof passwordChangeSchema>,
): Promise<Result<unknown>> => {
  const { method, headers, body } = post(passwords);
  const authorization = `Bearer ${accessToken}`;
  const init = { method, headers: { ...headers, authorization }, body };
  return call(options, '/api/session/password', init, z.unknown());
};

export const signOut = (options: RemoteOptions, accessToken: string): Promise<Result<unknown>> =>
  call(
    options,
    '/api/session',
    { method: 'DELETE', headers: { authorization: `Bearer ${accessToken}` } },
    z.unknown(),
  );
