/**
 * `POST /api/courier/bundles`: a bundle that somebody brought on a stick (shared/contract/courier.ts). A bundle is large,
 * so few are in memory at once and one of each account; who may not bring any is refused before it is read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayAnywhere } from '../../../shared/account/policy.ts';
import type { TakenBundle } from '../../../shared/contract/courier.ts';
import { courierLimits } from '../../../shared/courier/limits.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { takesBundles } from '../../courier/take-for-services.ts';
import type { Contacts } from '../../documents/contacts.ts';
import { principalOf } from '../authentication.ts';
import { courierTurns } from '../courier-turns.ts';
import { parsed, valueOf } from '../errors.ts';
import type { RequestLimits } from '../request-limits.ts';
import type { Services } from '../services.ts';

export function registerCourierRoutes(
  scope: FastifyInstance,
  services: Services,
  { contacts, limits }: { readonly contacts: Contacts; readonly limits: RequestLimits },
): void {
  const take = takesBundles(services);
  const turns = courierTurns();
  const options = {
    bodyLimit: courierLimits.fileBytes,
    onRequest: async (request: FastifyRequest) => {
      const { subject, account } = principalOf(request);
      if (!mayAnywhere(subject, 'courier.carry')) throw new ProblemError('FORBIDDEN');
      await limits.bundle(request, account.account);
      turns.begin(request, account.account);
    },
    onResponse: async (request: FastifyRequest) => turns.end(request),
    onRequestAbort: async (request: FastifyRequest) => turns.end(request),
  };

  scope.post('/api/courier/bundles', options, async (request): Promise<TakenBundle> => {
    const { account } = principalOf(request);
    const file = parsed(z.string().min(1), request.body);
    const taken = valueOf(await take(file, account.account));
    const sender = await services.accounts.find(taken.account);
    contacts.note(sender?.grants.map(({ unit }) => unit) ?? []);
    return taken;
  });
}
