/** Wires the engine: pulling, pushing, the live signal, the network card, and what the person sees of it. */
import type { SessionAccount } from '../../../shared/account/account.ts';
import { streams } from '../../../shared/contract/sync.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { gatewayBackOff, type BackOff } from '../gateway/back-off.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { openLiveSignal, type LiveSignal } from '../gateway/live-signal.ts';
import type { SyncMonitor } from '../port/data-port.ts';
import type { ScanPort } from '../port/scan-port.ts';
import { mirrorOf } from './store/open-database.ts';
import type { LocalStore } from './open-store.ts';
import { createBundleDesk, type BundleDesk } from './courier/bundle-desk.ts';
import { bundleNotes } from './courier/bundle-notes.ts';
import { lackingNow } from './work/at-risk.ts';
import { createConnection, type Connection } from './sync/connection.ts';
import type { BackupKnown } from './backup-mark.ts';
import type { OfficeClock } from './office-clock.ts';
import { createEpochRecovery } from './sync/epoch-recovery.ts';
import { createPullDesk } from './sync/pull-desk.ts';
import { createPushPump } from './sync/push-pump.ts';
import { openStreamReplication } from './sync/stream-replication.ts';
import { createSyncEngine, type SyncEngine } from './sync/sync-engine.ts';
import { createSyncStatus, type SyncStatus } from './sync/sync-status.ts';

export interface SyncParts {
  readonly store: LocalStore;
  /** The engine's own client: a pause cuts what it asks, and nothing that a screen asks. */
  readonly client: (paused: () => AbortSignal) => GatewayClient;
  readonly clock: OfficeClock;
  readonly backup: BackupKnown;
  readonly scans: Pick<ScanPort, 'reopen'>;
  /** Looks closer at a line that gave nothing. */
  readonly explain?: ((problem: Problem) => Promise<Problem | null>) | undefined;
  readonly account: SessionAccount;
  /** Whether there is a centre at all. */
  readonly online: boolean;
  readonly backOff?: BackOff;
  readonly nowMs: () => number;
  readonly nowUtc: () => string;
  readonly onError: (error: unknown) => void;
}

export interface LocalSync {
  readonly monitor: SyncMonitor;
  /** Bundles on a stick; null when there is no centre at all. */
  readonly bundles: BundleDesk | null;
  close(): Promise<void>;
}

/** Several signals of one moment are one pull. */
const debounceMs = 100;
/** Should a signal be lost, news are no later than this. */
const pollMs = 60_000;

function countWork({ work, heldView }: LocalStore, status: SyncStatus): void {
  status.counts({
    waiting: work.waiting().length,
    refused: work.refused().length,
    lacking: lackingNow(work, heldView).length,
  });
}

interface Exchange {
  readonly engine: SyncEngine;
  readonly connection: Connection;
  readonly client: GatewayClient;
  readonly bundles: BundleDesk;
}

function buildExchange(parts: SyncParts, status: SyncStatus): Exchange {
  const { store, account, backOff, clock } = parts;
  const connection = createConnection({
    status,
    onFailure: () => engine.tryFailed(),
    explain: parts.explain,
    ...(backOff && { backOff }),
  });
  const client = parts.client(connection.stopped);
  const recovery = createEpochRecovery({
    ...store,
    account,
    scans: parts.scans,
    backupAtUtc: parts.backup.atUtc,
  });
  const onEpoch = async (epoch: string) => {
    if (await recovery.onEpoch(epoch)) engine.wantRewind(streams);
  };
  const desk = createPullDesk({
    client,
    connection,
    onAnswer: async (answer) => {
      parts.backup.told(answer.backup);
      await onEpoch(answer.epoch);
      recovery.onAnswer(answer);
    },
    onTime: (sample) => {
      clock.learn(sample);
      status.clock(clock.errorMs());
    },
    nowMs: parts.nowMs,
  });
  const pump = createPushPump({
    client,
    work: store.work,
    beforeRound: recovery.beforePush,
    knowsEpoch: recovery.knows,
    mirrorRevs: (ids) => store.mirror.revs('change', ids),
    nowMs: parts.nowMs,
    centreNowMs: clock.nowMs,
    backOff: backOff ?? gatewayBackOff,
  });
  const replications = streams.map((stream) =>
    openStreamReplication({
      stream,
      mirror: mirrorOf(store.database, stream),
      meta: store.meta,
      desk,
      sealer: store.sealer,
      fresh: store.fresh,
      onPage: async (name, page) => {
        status.received(name, page.documents.length, page.pending);
        await store.reach('mirror.beforePage');
        await store.snapshot.unsettle();
        await recovery.onPage(name, page);
      },
      onRewind: recovery.onRewind,
      onWritten: () => store.reach('mirror.afterPage'),
      hasRoom: async () => (await store.keeping.noRoom()) === null,
      onDamage: (error) => {
        parts.onError(error);
        engine.diskFailed();
      },
    }),
  );
  /** @param whole all streams were pulled to their end; an answer on a stick brings a part */
  const onPulled = async (whole: boolean) => {
    store.fresh.clear();
    await recovery.onPulled(whole);
    store.snapshot.settle();
    await store.reach('mirror.afterPull');
    await store.filled();
  };
  const bundles = createBundleDesk({
    notes: bundleNotes(store.meta),
    work: store.work,
    streams: replications,
    pump,
    onEpoch: recovery.onEpoch,
    onTaken: async () => {
      await store.ingest.idle();
      await onPulled(false);
    },
    noRoom: store.keeping.noRoom,
    reach: store.reach,
    nowUtc: parts.nowUtc,
  });
  const engine = createSyncEngine({
    streams: replications,
    desk,
    pump,
    connection,
    status,
    ingested: store.ingest.idle,
    onPulled: () => onPulled(true),
    onEpoch,
    onError: parts.onError,
    noRoom: store.keeping.noRoom,
    dropDamaged: store.dropDamaged,
  });
  return { engine, connection, client, bundles };
}

function openSignals(parts: SyncParts, exchange: Exchange): LiveSignal {
  const { engine, connection, client } = exchange;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const pullSoon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      engine.wantPull();
    }, debounceMs);
  };
  const poll = setInterval(pullSoon, pollMs);
  const live = openLiveSignal({
    client,
    ...(parts.backOff && { backOff: parts.backOff }),
    listener: {
      opened: () => {
        connection.poke();
        pullSoon();
      },
      changed: pullSoon,
      // The pull finds out, and shows, what is wrong with the line.
      lost: pullSoon,
    },
  });
  const backOnline = () => {
    connection.poke();
    live.poke();
    pullSoon();
  };
  // A worker or Node has no network card to listen to; there the back-off does.
  const page = typeof window === 'undefined' ? null : window;
  page?.addEventListener('online', backOnline);
  return {
    poke: live.poke,
    close: () => {
      if (timer) clearTimeout(timer);
      clearInterval(poll);
      page?.removeEventListener('online', backOnline);
      live.close();
    },
  };
}

/** Without the address of a centre there is nothing to exchange with. */
function silentMonitor({ state, subscribe }: SyncStatus): SyncMonitor {
  const nothing = () => undefined;
  return { state, subscribe, syncNow: () => Promise.resolve(), pause: nothing, resume: nothing };
}

export function openSync(parts: SyncParts): LocalSync {
  const { store } = parts;
  const status = createSyncStatus(parts.nowUtc, parts.online ? 'connecting' : 'offline');
  status.clock(parts.clock.errorMs());
  countWork(store, status);
  const exchange = parts.online ? buildExchange(parts, status) : null;
  store.onWork(() => {
    countWork(store, status);
    if (store.work.waiting().length > 0) exchange?.engine.wantPush();
  });
  store.onHeld(() => {
    countWork(store, status);
  });
  if (!exchange) {
    return {
      monitor: silentMonitor(status),
      bundles: null,
      close: () => {
        status.close();
        return Promise.resolve();
      },
    };
  }
  const { engine, connection, bundles } = exchange;
  engine.start();
  let signals = openSignals(parts, exchange);
  const resume = () => {
    if (!connection.isPaused()) return;
    connection.resume();
    signals = openSignals(parts, exchange);
    engine.wantPull();
  };
  return {
    bundles,
    monitor: {
      state: status.state,
      subscribe: status.subscribe,
      syncNow: async () => {
        resume();
        connection.poke();
        signals.poke();
        engine.wantPull();
        engine.wantPush();
        await engine.settled();
      },
      pause: () => {
        connection.pause();
        signals.close();
      },
      resume,
    },
    close: async () => {
      signals.close();
      await engine.close();
      status.close();
    },
  };
}
