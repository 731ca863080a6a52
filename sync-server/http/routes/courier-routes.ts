/** `POST /api/courier/bundles`: a bundle that somebody brought on a stick (shared/contract/courier.ts). */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { mayAnywhere } from '../../../shared/account/policy.ts';
import type { TakenBundle } from '../../../shared/contract/courier.ts';
import { courierLimits } from '../../../shared/courier/limits.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { takesBundles } from '../../courier/take-for-services.ts';
import type { Contacts } from '../../documents/contacts.ts';
import { principalOf } from '../authentication.ts';
import { parsed, valueOf } from '../errors.ts';
import type { Services } from '../services.ts';

export function registerCourierRoutes(
  scope: FastifyInstance,
  services: Services,
  contacts: Contacts,
): void {
  const take = takesBundles(services);
  const limit = { bodyLimit: courierLimits.fileBytes };

  scope.post('/api/courier/bundles', limit, async (request): Promise<TakenBundle> => {
    const { subject, account } = principalOf(request);
    if (!mayAnywhere(subject, 'courier.carry')) throw new ProblemError('FORBIDDEN');
    const file = parsed(z.string().min(1), request.body);
    const taken = valueOf(await take(file, account.account));
    const sender = await services.accounts.find(taken.account);
    contacts.note(sender?.grants.map(({ unit }) => unit) ?? []);
    return taken;
  });
}
