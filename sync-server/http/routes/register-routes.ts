/** Everything that may be asked of a gateway, and behind which door: without a session, with one, as a database. */
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openContacts } from '../../documents/contacts.ts';
import { requireSession } from '../authentication.ts';
import { registerDbInterface } from '../db/register-db-interface.ts';
import { createDbAccess } from '../db-access.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { registerRequestLimits } from '../request-limits.ts';
import { registerAccountRoutes } from './account-routes.ts';
import { registerBackupRoutes, type BackupDesk } from './backup-routes.ts';
import { registerCatalogueRoutes } from './catalogue-routes.ts';
import { registerCourierRoutes } from './courier-routes.ts';
import { registerDeviceRoutes } from './device-routes.ts';
import { registerPeopleRoutes } from './people-routes.ts';
import { registerAbout, registerReadRoutes } from './read-routes.ts';
import { registerScanRoutes } from './scan-routes.ts';
import { registerSessionRoutes } from './session-routes.ts';
import { pullPath, registerSyncRoutes } from './sync-routes.ts';
import { registerUnitRoutes } from './unit-routes.ts';
import type { Services } from '../services.ts';
import { registerRenderer } from '../static-renderer.ts';
import { openLiveSignal } from '../sync/live.ts';

export async function registerRoutes(
  app: FastifyInstance,
  services: Services,
  { overTls, desk, ...options }: GatewayOptions & { overTls: boolean; desk: BackupDesk },
): Promise<void> {
  const { store, nowMs } = services;
  const live = openLiveSignal(services);
  app.addHook('preClose', async () => live.close());
  const contacts = openContacts(store, nowMs, services.onFailure);
  const limits = await registerRequestLimits(app, {
    requestsPerMinute: options.requestsPerMinute ?? 6000,
    signInsPerMinute: options.signInsPerMinute ?? 20,
    sessionOf: services.signIn.sessionOf,
  });
  registerAbout(app, services);
  registerSessionRoutes(app, services, { secureCookies: overTls, limits });
  await app.register(async (scope) => {
    requireSession(scope, services.signIn);
    // What is written must be on record; pulling writes nothing.
    scope.addHook('preHandler', async ({ method, routeOptions }) => {
      if (method !== 'GET' && routeOptions.url !== pullPath) services.audit.demandRoom();
    });
    registerSyncRoutes(scope, services, live, contacts);
    registerReadRoutes(scope, services);
    registerAccountRoutes(scope, services);
    registerDeviceRoutes(scope, services);
    registerCourierRoutes(scope, services, { contacts, limits });
    registerUnitRoutes(scope, services);
    registerCatalogueRoutes(scope, services);
    registerBackupRoutes(scope, services, desk);
    registerPeopleRoutes(scope, services);
    registerScanRoutes(scope, services);
  });
  const dbAccess = createDbAccess(services, { limits, restoring: options.restoring ?? false });
  await registerDbInterface(app, {
    store,
    prefix: '/db',
    secureCookies: overTls,
    ...dbAccess,
  });
  const root = resolve(import.meta.dirname, '..', '..', '..');
  await registerRenderer(app, options.rendererDir ?? resolve(root, 'out', 'renderer'));
}
