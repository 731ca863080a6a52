/** Managing accounts (shared/contract/accounts.ts). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  accountsQuerySchema,
  certificateRequestSchema,
  newAccountRequestSchema,
  passwordResetRequestSchema,
} from '../../../shared/contract/accounts.ts';
import { createAccountManagement } from '../../accounts/account-management.ts';
import { createCertificateRegistry } from '../../accounts/certificate-registry.ts';
import { principalOf } from '../authentication.ts';
import { parsed, valueOf } from '../errors.ts';
import type { Services } from '../services.ts';

const userOf = ({ params }: FastifyRequest): string =>
  parsed(z.object({ user: z.string().max(80) }), params).user;

export function registerAccountRoutes(scope: FastifyInstance, services: Services): void {
  const management = createAccountManagement(services);
  const certificates = createCertificateRegistry(services);

  scope.get('/api/accounts', async (request) => {
    const { unit } = parsed(accountsQuerySchema, request.query);
    return { accounts: valueOf(await management.list(principalOf(request), unit)) };
  });
  scope.post('/api/accounts', async (request, reply) => {
    const input = parsed(newAccountRequestSchema, request.body);
    const created = valueOf(await management.create(principalOf(request), input));
    return reply.status(201).send(created);
  });
  scope.post('/api/accounts/:user/unlock', async (request) =>
    valueOf(await management.unlock(principalOf(request), userOf(request))),
  );
  scope.post('/api/accounts/:user/disable', async (request) =>
    valueOf(await management.disable(principalOf(request), userOf(request))),
  );
  scope.post('/api/accounts/:user/password-reset', async (request) => {
    const { password } = parsed(passwordResetRequestSchema, request.body);
    const by = principalOf(request);
    return valueOf(await management.resetPassword(by, userOf(request), password));
  });
  scope.post('/api/accounts/:user/certificates', async (request) => {
    const { pem, holderConfirmed } = parsed(certificateRequestSchema, request.body);
    const by = principalOf(request);
    return valueOf(await certificates.register(by, userOf(request), pem, holderConfirmed));
  });
  scope.delete('/api/accounts/:user/certificates/:sha256', async (request) => {
    const digest = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
    const { sha256 } = parsed(digest, request.params);
    const by = principalOf(request);
    return valueOf(await certificates.withdraw(by, userOf(request), sha256));
  });
}
