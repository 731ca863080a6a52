/**
 * From an HTTP answer to a Result. On the way stand proxies, captive portals and dying servers:
 * whatever is not the gateway's own JSON counts as "the centre cannot be reached", never as data.
 */
import type { z } from 'zod';
import { errorBodySchema } from '../../../shared/contract/problem.ts';
import { done, problem, type Problem, type Result } from '../../../shared/errors/index.ts';

export type Failure = { readonly ok: false; readonly problem: Problem };

export const unreachable = (reason: string): Failure => ({
  ok: false,
  problem: problem('SERVER_UNREACHABLE', { reason }),
});

async function readJson(response: Response): Promise<Result<unknown>> {
  try {
    const body: unknown = await response.json();
    return done(body);
  } catch {
    // HTML of a proxy, or a body cut short: both throw here.
    return unreachable(`answer ${response.status} is not JSON`);
  }
}

function problemOf(status: number, body: Result<unknown>): Problem {
  const parsed = body.ok ? errorBodySchema.safeParse(body.value) : null;
  if (parsed?.success) return parsed.data.error;
  // A proxy in front answers this one itself, and in HTML.
  if (status === 413) return problem('BODY_TOO_LARGE');
  return problem('SERVER_UNREACHABLE', { reason: `status ${status}` });
}

export async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<Result<T>> {
  const body = await readJson(response);
  if (!response.ok) return { ok: false, problem: problemOf(response.status, body) };
  if (!body.ok) return body;
  const parsed = schema.safeParse(body.value);
  return parsed.success
    ? done(parsed.data)
    : unreachable(`answer not understood at ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}
