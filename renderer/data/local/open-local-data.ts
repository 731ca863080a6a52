/**
 * The data port over RxDB, for the desktop window: reads and saves on this disk at once, and exchanges
 * with the centre whenever there is a line. Needs no React; a bare page can open it.
 */
import { removeRxDatabase } from 'rxdb';
import { newSalt } from '../authoring/ids.ts';
import type { SessionAccount } from '../../../shared/account/account.ts';
import type { BackOff } from '../gateway/back-off.ts';
import type { TokenProvider } from '../gateway/token-provider.ts';
import type { DataPort } from '../port/data-port.ts';
import { backupCalls } from '../gateway/backup-calls.ts';
import { editAtCentre } from '../gateway/catalogue-calls.ts';
import { createGatewayClient, type GatewayClient } from '../gateway/gateway-client.ts';
import type { ScanPort } from '../port/scan-port.ts';
import { noScans } from './no-scans.ts';
import { readCatalogues } from './catalogue-shelf.ts';
import { localConflicts } from './local-conflicts.ts';
import { officeCourier } from './courier/office-courier.ts';
import type { Stick } from './courier/stick.ts';
import { gatewayCarrier } from '../gateway/gateway-carrier.ts';
import { gatewayDevices } from '../gateway/gateway-devices.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { openOfficeClock, type OfficeClock } from './office-clock.ts';
import { openBackupKnown } from './backup-mark.ts';
import { localReads } from './local-reads.ts';
import { localWrites } from './local-writes.ts';
import { createKeeping, type ReadRoom } from './keeping.ts';
import { openStore, type WipeDatabase } from './open-store.ts';
import { openSync } from './open-sync.ts';
import { unfinishedForms } from './unfinished-forms.ts';
import type { ReachPoint } from './store/fault-points.ts';
import { noJournal, type Journal } from './store/journal.ts';
import type { LocalStorage } from './store/open-database.ts';
import type { Sealer } from './store/sealer.ts';

export interface LocalDataOptions {
  /** One database per account and PC. */
  readonly databaseName: string;
  /** Null before the address of the centre was set: works on this disk alone. */
  readonly serverUrl: string | null;
  readonly account: SessionAccount;
  readonly tokens: TokenProvider;
  /** There is no other: nothing is written unsealed. */
  readonly sealer: Sealer;
  readonly journal?: Journal;
  /** Who keeps scans; a bare page has nobody for that. */
  readonly scans?: (client: GatewayClient) => ScanPort;
  /** Writes bundles on a stick and reads their answers; a bare page has nobody for that. */
  readonly stick?: Stick;
  /** Dexie when absent. */
  readonly storage?: LocalStorage;
  /** Deletes the database from that storage. */
  readonly wipe?: WipeDatabase;
  /** The room on the disk; null where nobody can say. */
  readonly readRoom?: ReadRoom;
  /** For tests of sudden ends. */
  readonly reach?: ReachPoint;
  readonly fetch?: typeof fetch;
  readonly backOff?: BackOff;
  readonly nowMs?: () => number;
  /** Longest silence on the line. */
  readonly stallMs?: number;
  /** Looks closer at a line that gave nothing: a captive portal, a certificate, a wrong clock. */
  readonly explainLine?: (problem: Problem) => Promise<Problem | null>;
  /** Defects that cost nothing but time; for the log. */
  readonly onError?: (error: unknown) => void;
}

const wipeOf =
  (storage: LocalStorage): WipeDatabase =>
  async (name) => {
    await removeRxDatabase(name, storage, false);
  };

async function browserStorage(): Promise<{ storage: LocalStorage; wipe: WipeDatabase }> {
  const { dexieStorage, wipeIndexedDb } = await import('./store/dexie-storage.ts');
  return { storage: dexieStorage(), wipe: wipeIndexedDb };
}

const closingPatienceMs = 1_500;

export async function openLocalData(options: LocalDataOptions): Promise<DataPort> {
  const { account, tokens, serverUrl, nowMs = Date.now, onError = () => undefined } = options;
  // Before the disk is open nothing is stamped; then the learnt offset is there.
  let clock: OfficeClock | null = null;
  const nowUtc = () => new Date(clock?.nowMs() ?? nowMs()).toISOString();
  const journal = options.journal ?? noJournal;
  const keeping = createKeeping(options.readRoom ?? (() => Promise.resolve(null)));
  const { storage, wipe } = options.storage
    ? { storage: options.storage, wipe: options.wipe ?? wipeOf(options.storage) }
    : await browserStorage();
  const store = await openStore({
    databaseName: options.databaseName,
    sealer: options.sealer,
    journal,
    storage,
    wipe,
    keeping,
    nowUtc,
    onError,
    ...(options.reach && { reach: options.reach }),
  });
  const ended = new AbortController();
  const clientUnless = (stopped: () => AbortSignal) =>
    createGatewayClient({
      serverUrl: serverUrl ?? '',
      tokens,
      stopped,
      ...(options.fetch && { fetch: options.fetch }),
      ...(options.stallMs !== undefined && { stallMs: options.stallMs }),
    });
  const client = clientUnless(() => ended.signal);
  clock = await openOfficeClock(store.meta, nowMs, onError);
  const backup = await openBackupKnown(store.meta, () => store.news.tell('changes'), onError);
  const scans = options.scans?.(client) ?? noScans;
  const sync = openSync({
    store,
    backup,
    scans,
    client: (paused) => clientUnless(() => AbortSignal.any([ended.signal, paused()])),
    clock,
    explain: options.explainLine,
    account,
    online: serverUrl !== null,
    nowMs,
    nowUtc,
    onError,
    ...(options.backOff && { backOff: options.backOff }),
  });
  const parts = {
    account,
    client,
    scans,
    mirror: store.mirror,
    summaries: store.summaries,
    work: store.work,
    held: store.held,
    heldView: store.heldView,
    context: () => ({ account, nowUtc: nowUtc(), newSalt }),
    carriedSince: async () => (await sync.bundles?.carriedSince()) ?? new Map<string, string>(),
    lastContactUtc: () => sync.monitor.state().lastContactUtc,
    backupAtUtc: backup.atUtc,
  };
  return {
    place: 'local',
    account,
    sync: sync.monitor,
    ...backupCalls(client),
    keeping,
    scans,
    catalogues: { documents: () => readCatalogues(store.mirror), edit: editAtCentre(client) },
    ...localReads(parts),
    ...localWrites(parts),
    ...localConflicts(parts),
    unfinished: unfinishedForms({ ...store, journal, onError }),
    devices: gatewayDevices(client),
    courier:
      sync.bundles && options.stick
        ? officeCourier({ stick: options.stick, bundles: sync.bundles, scans, work: store.work })
        : null,
    carrier: gatewayCarrier(client),
    subscribe: store.news.subscribe,
    close: async () => {
      // An answer under way is worth a moment: what it confirms need not be sent again.
      const patience = setTimeout(() => ended.abort(), closingPatienceMs);
      await sync.close();
      clearTimeout(patience);
      await store.close();
      keeping.close();
    },
  };
}
