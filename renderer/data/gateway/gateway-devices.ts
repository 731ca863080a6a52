/** Devices over HTTP; the same for both adapters. */
import { accountsResponseSchema } from '../../../shared/contract/accounts.ts';
import { deviceSchema, devicesResponseSchema } from '../../../shared/contract/devices.ts';
import type { Devices } from '../port/devices.ts';
import type { GatewayClient } from './gateway-client.ts';
import { orThrow } from './or-throw.ts';

export function gatewayDevices(client: GatewayClient): Devices {
  return {
    list: async (account) => {
      const query = account === undefined ? '' : `?account=${encodeURIComponent(account)}`;
      return orThrow(await client.get(`/api/devices${query}`, devicesResponseSchema)).devices;
    },
    rename: (id, name) => client.post(`/api/devices/${id}/name`, { name }, deviceSchema),
    revoke: (id) => client.post(`/api/devices/${id}/revoke`, {}, deviceSchema),
    people: async (unit) => {
      const path = `/api/accounts?unit=${encodeURIComponent(unit)}`;
      return orThrow(await client.get(path, accountsResponseSchema)).accounts;
    },
  };
}
