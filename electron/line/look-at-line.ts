/**
 * Why does the line give nothing? A page may not see a redirection or a certificate; this process may. One
 * question that needs no session, and what its answer, or its failure, means. Null: no more is known than that
 * nothing came.
 */
import { aboutSchema } from '../../shared/contract/http.ts';
import { problem, type Problem } from '../../shared/errors/index.ts';
import { parseJson } from '../disk/parse-json.ts';
import { limitedText, type Fetch } from '../session/centre-request.ts';

const answerMs = 10_000;

export async function lookAtLine(fetch: Fetch, origin: string | null): Promise<Problem | null> {
  if (origin === null) return null;
  try {
    const response = await fetch(`${origin}/api/about`, {
      method: 'GET',
      // Whoever leads elsewhere is not the centre; following would only blur that.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(answerMs),
    });
    return ofAnswer(response.status, await limitedText(response));
  } catch (error) {
    return ofFailure(error);
  }
}

function ofAnswer(status: number, text: string | undefined): Problem | null {
  // The network says outright that it wants a sign-in.
  if (status === 511) return problem('CAPTIVE_PORTAL');
  if (status >= 500) return problem('CENTRE_IN_TROUBLE', { status });
  if (aboutSchema.safeParse(parseJson(text ?? '')).success) return null;
  const isPage = text === undefined || /^\s*</.test(text);
  return problem(isPage ? 'CAPTIVE_PORTAL' : 'ANSWER_NOT_UNDERSTOOD');
}

/** Chromium says it in the message, Node in the cause. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const inner = cause instanceof Error ? cause.message : '';
  return `${error.message} ${inner} ${code}`;
}

const failures: readonly (readonly [RegExp, () => Problem])[] = [
  [/redirect|PROXY_AUTH/i, () => problem('CAPTIVE_PORTAL')],
  [
    /ERR_CERT_DATE_INVALID|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    () => problem('CERTIFICATE_DATE_WRONG'),
  ],
  [
    /ERR_CERT_|ERR_SSL_|SELF_SIGNED|UNABLE_TO_|ALTNAME_INVALID/,
    () => problem('CERTIFICATE_NOT_TRUSTED'),
  ],
];

function ofFailure(error: unknown): Problem | null {
  const words = wordsOf(error);
  return failures.find(([pattern]) => pattern.test(words))?.[1]() ?? null;
}
