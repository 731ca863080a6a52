/** The code lists of the province: everybody reads the department's edits, the department makes them. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { catalogueNameSchema } from '../../../shared/catalogue/index.ts';
import { catalogueEditRequestSchema } from '../../../shared/contract/catalogues.ts';
import { editCatalogue } from '../../intake/edit-catalogue.ts';
import { demand, principalOf } from '../authentication.ts';
import { parsed, valueOf } from '../errors.ts';
import type { Services } from '../services.ts';

export function registerCatalogueRoutes(scope: FastifyInstance, services: Services): void {
  const { catalogues, audit, settings } = services;

  scope.get('/api/catalogues', async () => ({ catalogues: await catalogues.documents() }));

  scope.post('/api/catalogues/:name/edits', async (request, reply) => {
    const principal = principalOf(request);
    demand(principal, 'catalogue.edit', settings.province);
    const { name } = parsed(z.object({ name: catalogueNameSchema }), request.params);
    const input = parsed(catalogueEditRequestSchema, request.body);
    const { account } = principal.subject;
    const edited = await editCatalogue(services, { account, name: principal.name }, name, input);
    audit.record({
      event: 'catalogue.edit',
      account,
      session: principal.session,
      target: `${name}/${input.edit.code}`,
      outcome: edited.ok ? 'done' : edited.problem.code,
    });
    return reply.status(201).send(valueOf(edited));
  });
}
