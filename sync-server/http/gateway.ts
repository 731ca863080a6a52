/** The gateway: one Fastify server over one store. Everything that asks or writes from outside comes through here. */
import { join, resolve } from 'node:path';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { serverKeys, type ServerKeys } from '../keys/server-keys.ts';
import type { FailurePoint } from '../approvals/apply-approval.ts';
import { readTrustedRoots } from '../approvals/trusted-roots.ts';
import { openBackupRuns } from '../backup/backup-runs.ts';
import { scheduleBackups } from '../backup/backup-schedule.ts';
import { backupPlaceOf } from '../backup/place.ts';
import { openContacts } from '../documents/contacts.ts';
import { ensureServerDatabases } from '../documents/databases.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { openBlobStore } from '../blobs/open-blob-store.ts';
import { openStore } from '../documents/open-store.ts';
import { readSettings } from '../documents/settings.ts';
import { watchEpoch } from '../jobs/watch-epoch.ts';
import { withLease } from '../documents/lease.ts';
import { repeat } from '../jobs/repeat.ts';
import { createSplitSettler } from '../splits/settle-splits.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { requireSession } from './authentication.ts';
import { registerBrowserSafety } from './browser-safety.ts';
import { DB_ROUTER_OPTIONS, registerDbInterface } from './db/register-db-interface.ts';
import { createDbAccess } from './db-access.ts';
import { mapErrors, placeOf } from './errors.ts';
import { createLogger, logRequests, requestId } from './logging.ts';
import { registerAccountRoutes } from './routes/account-routes.ts';
import { registerCourierRoutes } from './routes/courier-routes.ts';
import { registerDeviceRoutes } from './routes/device-routes.ts';
import { registerPeopleRoutes } from './routes/people-routes.ts';
import { registerBackupRoutes, type BackupDesk } from './routes/backup-routes.ts';
import { registerAbout, registerReadRoutes } from './routes/read-routes.ts';
import { registerScanRoutes } from './routes/scan-routes.ts';
import { registerSessionRoutes } from './routes/session-routes.ts';
import { pullPath, registerSyncRoutes } from './routes/sync-routes.ts';
import { registerUnitRoutes } from './routes/unit-routes.ts';
import { softwareVersion } from './software-version.ts';
import { registerRequestLimits } from './request-limits.ts';
import { openServices, type Services } from './services.ts';
import { registerRenderer } from './static-renderer.ts';
import { openLiveSignal } from './sync/live.ts';

export interface GatewayOptions {
  /** Keys, trusted certificates, the read model, and the embedded store unless `store` is given. */
  readonly dataDir: string;
  /** Used as it is and left open at the end. */
  readonly store?: DocumentStore;
  /** Where scans lie; a folder in the data folder, or by `BLOB_URL`, unless given. Left open at the end. */
  readonly blobs?: BlobStore;
  readonly keys?: ServerKeys;
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback unless said otherwise. */
  readonly host?: string;
  /** TLS is spoken in front of this server: cookies and browsers are told so. */
  readonly overTls?: boolean;
  /** Addresses of the proxies whose word on the caller's address is taken. Nobody's unless said. */
  readonly trustProxy?: readonly string[];
  /** The product's databases may be written over `/db`: only while a centre is put back from a copy. */
  readonly restoring?: boolean;
  readonly rendererDir?: string;
  /** Two gateways on one machine need one each. */
  readonly projectionFile?: string;
  readonly log?: DestinationStream;
  readonly logLevel?: string;
  readonly signInsPerMinute?: number;
  readonly requestsPerMinute?: number;
  /** For a request to come in whole; 60 seconds unless said otherwise. */
  readonly requestTimeoutMs?: number;
  readonly nowMs?: () => number;
  readonly backups?: BackupOptions;
  /** Tests end the work at a named point. */
  readonly reached?: (point: FailurePoint) => void;
}

export interface BackupOptions {
  /** Where the sets lie; beside the data folder unless said. */
  readonly place?: string;
  /** Address of the CouchDB that `store` speaks with. */
  readonly storeUrl?: string;
  /** Done every night, too, not only when asked for. */
  readonly scheduled?: boolean;
}

export interface Gateway {
  readonly url: string;
  /** Resolves when somebody else gave the centre a new epoch: this gateway must end and start anew. */
  readonly epochChanged: Promise<void>;
  /** Ends after the requests under way. */
  close(): Promise<void>;
}

/** Requests under way have so long to be answered. */
const closeGraceMs = 3_000;
const jsonLimitBytes = 256 * 1024;
/** For a request to come in whole: who sends a byte a second holds no line open. Answers may take longer. */
const requestTimeoutMs = 60_000;
const headersTimeoutMs = 15_000;
/** Several for each person of a province's offices at once; file descriptors end at some number, too. */
const mostConnections = 4000;
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
  const stopSplits = options.backups?.storeUrl === undefined ? noSplits : settleSplits(services);
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

/** One file has no halves. */
const noSplits = (): Promise<void> => Promise.resolve();

/** A cluster may have been split; every hour one of its gateways looks. */
function settleSplits({ store, audit, nowMs, onFailure }: Services): () => Promise<void> {
  const settle = createSplitSettler({ store, audit, nowMs });
  const lease = { store, name: 'splits', nowMs, onFailure };
  return repeat({
    everyMs: 3_600_000,
    async work() {
      await withLease(lease, settle);
    },
    onFailure,
  });
}

function makeApp(options: GatewayOptions): FastifyInstance {
  const logger = createLogger(options.log ?? process.stderr, options.logLevel);
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: jsonLimitBytes,
    requestTimeout: options.requestTimeoutMs ?? requestTimeoutMs,
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 1000 },
    trustProxy: options.trustProxy ? [...options.trustProxy] : false,
    // Requests under way are answered; only connections that say nothing are cut.
    forceCloseConnections: 'idle',
    routerOptions: DB_ROUTER_OPTIONS,
  });
  // `remove`: one odd key in one row must not cost the other rows; the schemas refuse what is left.
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, finish) => {
    if (body === '') return finish(null, undefined);
    return parseJson(request, String(body), finish);
  });
  app.server.maxConnections = mostConnections;
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  mapErrors(app);
  logRequests(app);
  return app;
}

async function makeServices(
  store: DocumentStore,
  options: GatewayOptions,
  app: FastifyInstance,
): Promise<Services> {
  await ensureServerDatabases(store);
  const settings = await readSettings(store);
  if (!settings) throw new Error('Kho dữ liệu chưa được khởi tạo (chạy lệnh init trước).');
  return openServices({
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
}

function backupDesk(services: Services, { dataDir, backups = {} }: GatewayOptions): BackupDesk {
  const { place = backupPlaceOf(dataDir), storeUrl } = backups;
  const runs = openBackupRuns({ ...services, dataDir, place, storeUrl, softwareVersion });
  return { runs, place, dataDir };
}

async function registerRoutes(
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
    registerCourierRoutes(scope, services, contacts);
    registerUnitRoutes(scope, services);
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
  const root = resolve(import.meta.dirname, '..', '..');
  await registerRenderer(app, options.rendererDir ?? resolve(root, 'out', 'renderer'));
}
