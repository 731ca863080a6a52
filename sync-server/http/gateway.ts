/** The gateway: one Fastify server over one store. Everything that asks or writes from outside comes through here. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readTrustedRoots } from '../approvals/trusted-roots.ts';
import { openBackupRuns } from '../backup/backup-runs.ts';
import { scheduleBackups } from '../backup/backup-schedule.ts';
import { backupPlaceOf } from '../backup/place.ts';
import { openBlobStore } from '../blobs/open-blob-store.ts';
import { ensureServerDatabases } from '../documents/databases.ts';
import { openStore } from '../documents/open-store.ts';
import { readSettings } from '../documents/settings.ts';
import { lookForSplits } from '../jobs/look-for-splits.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { watchEpoch } from '../jobs/watch-epoch.ts';
import { serverKeys } from '../keys/server-keys.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { registerBrowserSafety } from './browser-safety.ts';
import { placeOf } from './errors.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { makeApp } from './make-app.ts';
import { registerRoutes } from './routes/register-routes.ts';
import type { BackupDesk } from './routes/backup-routes.ts';
import { openServices, type Services } from './services.ts';
import { softwareVersion } from './software-version.ts';

export interface Gateway {
  readonly url: string;
  /** Resolves when somebody else gave the centre a new epoch: this gateway must end and start anew. */
  readonly epochChanged: Promise<void>;
  /** Ends after the requests under way. */
  close(): Promise<void>;
}

/** Requests under way have so long to be answered. */
const closeGraceMs = 3_000;
export const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const host = options.host ?? '127.0.0.1';
  const store = options.store ?? (await openStore({ dataDir: options.dataDir }));
  const app = makeApp(options);
  const services = await makeServices(store, options, app);
  const overTls = options.overTls ?? !loopback.includes(host);
  await registerBrowserSafety(app, { overTls });
  const desk = backupDesk(services, options);
  await registerRoutes(app, services, { ...options, overTls, desk });
  const stopJobs = startJobs(services);
  // One file has no halves.
  const clustered = options.backups?.storeUrl !== undefined;
  const stopSplits = clustered ? lookForSplits(services) : () => Promise.resolve();
  const stopBackups = options.backups?.scheduled
    ? scheduleBackups({ ...services, runs: desk.runs })
    : () => desk.runs.stop();
  const epoch = Promise.withResolvers<void>();
  const { settings, onFailure } = services;
  const stopWatching = watchEpoch({
    store,
    epoch: settings.epoch,
    onChanged: () => epoch.resolve(),
    onFailure,
  });
  await app.listen({ port: options.port, host });
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${port}`,
    epochChanged: epoch.promise,
    async close() {
      // Sockets that never asked anything count as neither idle nor busy and would hold us for a minute.
      const cut = setTimeout(() => app.server.closeAllConnections(), closeGraceMs);
      await app.close();
      clearTimeout(cut);
      stopWatching();
      await stopSplits();
      await stopBackups();
      await stopJobs();
      await services.projection.close();
      await services.audit.close();
      if (!options.blobs) await services.blobs.close();
      if (!options.store) await store.close();
    },
  };
}

async function makeServices(
  store: DocumentStore,
  options: GatewayOptions,
  app: FastifyInstance,
): Promise<Services> {
  await ensureServerDatabases(store);
  const settings = await readSettings(store);
  if (!settings) throw new Error('Kho dữ liệu chưa được khởi tạo (chạy lệnh init trước).');
  const services = openServices({
    store,
    blobs: options.blobs ?? (await openBlobStore(options.dataDir)),
    settings,
    keys: options.keys ?? (await serverKeys(options.dataDir)),
    roots: await readTrustedRoots(options.dataDir),
    nowMs: options.nowMs ?? Date.now,
    onFailure: (error) => app.log.error(placeOf(error), 'background failure'),
    projectionFile: options.projectionFile ?? join(options.dataDir, 'read-model.sqlite'),
    reached: options.reached,
  });
  await services.catalogues.documents();
  return services;
}

function backupDesk(services: Services, { dataDir, backups = {} }: GatewayOptions): BackupDesk {
  const { place = backupPlaceOf(dataDir), storeUrl } = backups;
  const runs = openBackupRuns({ ...services, dataDir, place, storeUrl, softwareVersion });
  return { runs, place, dataDir };
}
