/** Who is bringing a bundle just now: few at once, because each may be nearly a hundred megabytes. */
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../shared/errors/index.ts';

const mostAtOnce = 3;
const waitSeconds = 10;

export function courierTurns(most = mostAtOnce) {
  const accounts = new Set<string>();
  const held = new WeakMap<FastifyRequest, string>();
  return {
    /** @throws ProblemError TOO_MANY_REQUESTS when it is not this account's turn */
    begin(request: FastifyRequest, account: string): void {
      if (accounts.has(account) || accounts.size >= most)
        throw new ProblemError('TOO_MANY_REQUESTS', { seconds: waitSeconds });
      accounts.add(account);
      held.set(request, account);
    },
    /** May be told more than once. */
    end(request: FastifyRequest): void {
      const account = held.get(request);
      if (account !== undefined) accounts.delete(account);
      held.delete(request);
    },
  };
}
