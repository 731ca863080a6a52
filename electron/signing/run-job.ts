/** From an untrusted message to a result. The PIN lives in `job` alone and is gone with it. */
import { assertNever, failed, type Result } from '../../shared/errors/index.ts';
import { signingJobSchema } from './messages.ts';
import { listTokens, signContent } from './operations.ts';
import type { SignedCms, TokenList } from './types.ts';

export async function runJob(
  message: unknown,
  now: () => Date,
): Promise<Result<TokenList | SignedCms>> {
  const parsed = signingJobSchema.safeParse(message);
  if (!parsed.success) {
    // Path and kind of the fault only: zod's own text may quote what was sent.
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    return failed('INVALID_INPUT', { path, reason: issue?.code ?? 'invalid' });
  }
  const job = parsed.data;
  switch (job.kind) {
    case 'list':
      return listTokens(job);
    case 'sign':
      return signContent(job, now);
    default:
      return assertNever(job);
  }
}
