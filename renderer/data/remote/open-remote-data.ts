/** The data port over HTTP, for browsers: everything lives at the centre. */
import { newSalt } from '../authoring/ids.ts';
import { failed } from '../../../shared/errors/index.ts';
import { referenceDatabase } from '../../../shared/unit/unit.ts';
import { backupCalls } from '../gateway/backup-calls.ts';
import { createGatewayClient } from '../gateway/gateway-client.ts';
import { gatewayCarrier } from '../gateway/gateway-carrier.ts';
import { gatewayDevices } from '../gateway/gateway-devices.ts';
import { openLiveSignal, type LiveSignal } from '../gateway/live-signal.ts';
import type { DataPort, KeepingMonitor, Topic } from '../port/data-port.ts';
import { remoteReceipt } from './remote-receipt.ts';
import { createKnownChanges } from './known-changes.ts';
import { remoteCatalogues } from './remote-catalogues.ts';
import { remoteConflicts } from './remote-conflicts.ts';
import { remoteReads } from './remote-reads.ts';
import { createRemoteMonitor } from './remote-monitor.ts';
import { remoteScans } from './remote-scans.ts';
import type { RemoteSession } from './remote-session.ts';
import { remoteWrites } from './remote-writes.ts';
import { topicsOf } from './topics.ts';
import { unfinishedInMemory } from './unfinished-in-memory.ts';

/** A browser keeps nothing: there is no disk to watch. */
const kept = { room: 'enough', freeBytes: null, rebuilding: false, unreadable: 0 } as const;
const alwaysKept: KeepingMonitor = {
  state: () => kept,
  subscribe: () => () => undefined,
};

type Listener = (topics: ReadonlySet<Topic>) => void;

export function openRemoteData(session: RemoteSession): DataPort {
  const { options, account, tokens } = session;
  const listeners = new Set<Listener>();
  const tell = (topics: ReadonlySet<Topic>) => {
    for (const listener of listeners) listener(topics);
  };
  const client = createGatewayClient({ serverUrl: options.serverUrl ?? '', tokens, ...options });
  const monitor = createRemoteMonitor(() => live.poke());
  const live: LiveSignal = openLiveSignal({
    client,
    listener: {
      opened: () => {
        monitor.contact();
        catalogues.refresh();
        tell(topicsOf([]));
      },
      changed: (databases) => {
        monitor.contact();
        if (databases.includes(referenceDatabase)) catalogues.refresh();
        tell(topicsOf(databases));
      },
      lost: (problem) => monitor.trouble(problem),
    },
  });
  const catalogues = remoteCatalogues(client, () => tell(new Set(['catalogues'])));
  const known = createKnownChanges(client);
  const context = () => ({ account, nowUtc: new Date().toISOString(), newSalt });
  const stored = () => tell(new Set<Topic>(['units', 'dossiers', 'changes', 'approvals']));

  const scans = remoteScans(client);
  const writes = { client, known, scans, context, stored };

  return {
    place: 'remote',
    account,
    sync: monitor,
    ...backupCalls(client),
    keeping: alwaysKept,
    scans,
    catalogues: catalogues.port,
    ...remoteReads(client, (rows) => known.remember(rows)),
    ...remoteWrites(writes),
    ...remoteConflicts(writes),
    // What a browser has was accepted by the centre, else the person saw the refusal at once.
    delivery: (ids) => Promise.resolve(new Map(ids.map((id) => [id, 'atCentre']))),
    receipt: (id) => remoteReceipt(client, known, id),
    atRisk: () => Promise.resolve([]),
    refused: () => Promise.resolve([]),
    mend: () => Promise.resolve(failed('NOT_FOUND')),
    discard: () => Promise.resolve(),
    unfinished: unfinishedInMemory(),
    devices: gatewayDevices(client),
    courier: null,
    carrier: gatewayCarrier(client),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      live.close();
      listeners.clear();
      return Promise.resolve();
    },
  };
}
