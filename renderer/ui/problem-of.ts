/** A thrown value as a problem, for screens: what is not in the catalogue reads as a failed connection. */
import { problem, ProblemError, type Problem } from '../../shared/errors/index.ts';

export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (thrown instanceof TypeError && /fetch|network/i.test(thrown.message)) {
    return problem('SERVER_UNREACHABLE');
  }
  return problem('INTERNAL', { incident: thrown instanceof Error ? thrown.name : 'unknown' });
}
