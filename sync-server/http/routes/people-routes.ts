/** Whom a conflict case may be handed to: names and account names of those who enter changes for a unit. */
import type { FastifyInstance } from 'fastify';
import { mayBeAssigned } from '../../../shared/change/conflict-assignee.ts';
import { peopleQuerySchema } from '../../../shared/contract/http.ts';
import { compareNames } from '../../../shared/vietnamese/names.ts';
import { demand, principalOf } from '../authentication.ts';
import { parsed } from '../errors.ts';
import type { Services } from '../services.ts';

export function registerPeopleRoutes(scope: FastifyInstance, { people }: Services): void {
  scope.get('/api/people', async (request) => {
    const { unit } = parsed(peopleQuerySchema, request.query);
    demand(principalOf(request), 'change.return', unit);
    const fitting = (await people.all()).filter((one) => mayBeAssigned(one, { unit }));
    return {
      people: fitting
        .map(({ subject, name }) => ({ account: subject.account, name }))
        .sort((a, b) => compareNames(a.name, b.name)),
    };
  });
}
