/** Devices (shared/contract/devices.ts). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  deviceIdSchema,
  deviceRegistrationSchema,
  deviceRenameSchema,
  devicesQuerySchema,
} from '../../../shared/contract/devices.ts';
import { createDeviceManagement } from '../../accounts/device-management.ts';
import { principalOf } from '../authentication.ts';
import { parsed, valueOf } from '../errors.ts';
import type { Services } from '../services.ts';

const idOf = ({ params }: FastifyRequest): string =>
  parsed(z.object({ id: deviceIdSchema }), params).id;

export function registerDeviceRoutes(scope: FastifyInstance, services: Services): void {
  const management = createDeviceManagement(services);

  scope.get('/api/devices', async (request) => {
    const by = principalOf(request);
    const { account = by.account.account } = parsed(devicesQuerySchema, request.query);
    return { devices: valueOf(await management.list(by, account)) };
  });
  scope.post('/api/devices', async (request, reply) => {
    const asked = parsed(deviceRegistrationSchema, request.body);
    const device = valueOf(await management.register(principalOf(request), asked));
    const { shown: centre } = await services.courierKeys();
    return reply.status(201).send({ ...device, centre });
  });
  scope.post('/api/devices/:id/name', async (request) => {
    const { name } = parsed(deviceRenameSchema, request.body);
    return valueOf(await management.rename(principalOf(request), idOf(request), name));
  });
  scope.post('/api/devices/:id/revoke', async (request) =>
    valueOf(await management.revoke(principalOf(request), idOf(request))),
  );
}
