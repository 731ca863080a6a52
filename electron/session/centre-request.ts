/**
 * One HTTP request to the centre, and what its answer means. Only the centre's own word counts as
 * a refusal; a proxy's page, a captive portal or a fault at the centre is "no line": it says
 * nothing about the password and must neither lock a clerk out nor let anybody in.
 */
import type { z } from 'zod';
import { errorBodySchema } from '../../shared/contract/problem.ts';
import { problem, type Problem } from '../../shared/errors/index.ts';
import { parseJson } from '../disk/parse-json.ts';

export type CentreAnswer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'unreachable' };

/** What we use of fetch; Electron's net.fetch knows the PC's proxy and certificates, Node's does not. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface CentreCall {
  readonly method: 'POST' | 'DELETE';
  readonly url: string;
  /** Sent as JSON; absent: no body. */
  readonly body?: unknown;
  readonly accessToken?: string;
  readonly timeoutMs: number;
}

const maxAnswerBytes = 256 * 1024;

/** These speak of the account even when the body cannot be read. */
const refusals: ReadonlySet<number> = new Set([401, 403, 423]);

export async function askCentre<T>(
  fetch: Fetch,
  call: CentreCall,
  answer: z.ZodType<T>,
): Promise<CentreAnswer<T>> {
  const received = await send(fetch, call);
  if (received === undefined) return { kind: 'unreachable' };
  const { status, text } = received;
  if (status >= 200 && status < 300) {
    const parsed = answer.safeParse(text === '' ? null : parseJson(text));
    return parsed.success ? { kind: 'answered', value: parsed.data } : { kind: 'unreachable' };
  }
  const body = errorBodySchema.safeParse(parseJson(text));
  if (status >= 400 && status < 500 && body.success) {
    const { code, message, details } = body.data.error;
    return { kind: 'refused', status, problem: { code, message, ...(details && { details }) } };
  }
  if (refusals.has(status)) {
    const code = status === 423 ? 'ACCOUNT_LOCKED' : 'SIGN_IN_FAILED';
    return { kind: 'refused', status, problem: problem(code) };
  }
  return { kind: 'unreachable' };
}

interface Received {
  readonly status: number;
  readonly text: string;
}

/** `undefined`: no connection, no answer in time, a redirection, or more than an answer can be. */
async function send(fetch: Fetch, call: CentreCall): Promise<Received | undefined> {
  const { method, url, body, accessToken, timeoutMs } = call;
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (accessToken) headers.authorization = `Bearer ${accessToken}`;
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A password is never sent on to where somebody else points.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await limitedText(response);
    return text === undefined ? undefined : { status: response.status, text };
  } catch {
    // fetch has one way to fail for everything the network does (refused, reset, time, TLS, DNS).
    return undefined;
  }
}

/** `undefined`: more than an answer can be. */
export async function limitedText(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    bytes += value.byteLength;
    if (bytes > maxAnswerBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
