/**
 * From an HTTP answer to a Result. On the way stand proxies, captive portals and dying servers: whatever is
 * not the gateway's own JSON is a problem of the line or of the centre, each by its own name, never data.
 */
import type { z } from 'zod';
import { errorBodySchema } from '../../../shared/contract/problem.ts';
import { done, failed, problem, type Problem, type Result } from '../../../shared/errors/index.ts';

export type Failure = { readonly ok: false; readonly problem: Problem };

export const unreachable = (reason: string): Failure => ({
  ok: false,
  problem: problem('SERVER_UNREACHABLE', { reason }),
});

/** @throws whatever the line throws; `heard` is told of each piece that came */
async function readText(response: Response, heard: () => void): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  let text = '';
  for (;;) {
    const { done: ended, value } = await reader.read();
    heard();
    if (ended) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

function parsedJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // HTML of a proxy, or a body cut short: told apart by `notJson`.
    return null;
  }
}

const isHtml = (response: Response, text: string): boolean =>
  (response.headers.get('content-type') ?? '').includes('html') ||
  /^\s*<(!doctype|html)/i.test(text);

/** The gateway's routes never lead elsewhere; a network that wants a sign-in does. */
const leadsElsewhere = ({ status, type }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400);

/** A proxy that wants a password, or a network that says outright that it does. */
const wantsSignIn = new Set([407, 511]);

function notJson(response: Response, text: string): Problem {
  const { status } = response;
  if (status === 413) return problem('BODY_TOO_LARGE');
  if (leadsElsewhere(response) || wantsSignIn.has(status)) return problem('CAPTIVE_PORTAL');
  if (status >= 500) return problem('CENTRE_IN_TROUBLE', { status });
  if (isHtml(response, text)) return problem('CAPTIVE_PORTAL');
  const begun = text === '' || /^\s*[[{]/.test(text);
  return problem(begun && response.ok ? 'ANSWER_CUT_SHORT' : 'ANSWER_NOT_UNDERSTOOD');
}

function refusalOf(response: Response, body: unknown): Problem {
  const parsed = errorBodySchema.safeParse(body);
  if (parsed.success) return parsed.data.error;
  return notJson(response, '?');
}

export async function readAnswer<T>(
  response: Response,
  schema: z.ZodType<T>,
  heard: () => void = () => undefined,
): Promise<Result<T>> {
  let text: string;
  try {
    text = leadsElsewhere(response) ? '' : await readText(response, heard);
  } catch {
    return failed('ANSWER_CUT_SHORT');
  }
  const json = parsedJson(text);
  if (!json) return { ok: false, problem: notJson(response, text) };
  if (!response.ok) return { ok: false, problem: refusalOf(response, json.value) };
  const parsed = schema.safeParse(json.value);
  return parsed.success ? done(parsed.data) : failed('ANSWER_NOT_UNDERSTOOD');
}
