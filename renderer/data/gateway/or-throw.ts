/** Reads of the port have no Result: what fails there is thrown as the one exception that may cross. */
import { isProblemCode, ProblemError, type Result } from '../../../shared/errors/index.ts';

export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, details } = result.problem;
  if (isProblemCode(code)) throw new ProblemError(code, details);
  throw new ProblemError('INTERNAL', { incident: code });
}
