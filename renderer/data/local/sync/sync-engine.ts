/**
 * The one worker that pulls and pushes, in turns: everything new from the centre first, then one batch of
 * what waits here, again until there is nothing left. Signals only say what to do next; none is lost, and
 * no two rounds run at once.
 */
import type { StreamName } from '../../../../shared/contract/sync.ts';
import { problem, ProblemError, type Problem } from '../../../../shared/errors/index.ts';
import type { Connection } from './connection.ts';
import type { PullDesk } from './pull-desk.ts';
import type { PushPump } from './push-pump.ts';
import type { StreamReplication } from './stream-replication.ts';
import type { SyncStatus } from './sync-status.ts';

export interface SyncEngine {
  wantPull(): void;
  wantPush(): void;
  /** The streams' mirrors are not to be trusted: fill them anew. */
  wantRewind(streams: readonly StreamName[]): void;
  /** The disk did not take a page: wait a little, then pull it again. */
  diskFailed(): void;
  /** Resolves when there is nothing left to do, or the try failed. */
  settled(): Promise<void>;
  /** The try under way failed. */
  tryFailed(): void;
  start(): void;
  close(): Promise<void>;
}

export interface EngineParts {
  readonly streams: readonly StreamReplication[];
  readonly desk: PullDesk;
  readonly pump: Pick<PushPump, 'hasWork' | 'restMs' | 'round'>;
  readonly connection: Connection;
  readonly status: SyncStatus;
  /** All rows pulled so far are visible. */
  readonly ingested: () => Promise<void>;
  /** A pull of all streams came to its end. */
  readonly onPulled: () => Promise<void>;
  readonly onEpoch: (epoch: string) => Promise<void>;
  /** Why nothing may be received just now; null when nothing is in the way. */
  readonly noRoom: () => Promise<Problem | null>;
  readonly onError: (error: unknown) => void;
  /** Takes broken rows out of the mirrors; the streams that have to be pulled anew. */
  readonly dropDamaged: () => Promise<readonly StreamName[]>;
}

/** A round that stumbles, over a disk that took nothing for one, is shown and comes again: none may be the last. */
async function keepGoing(
  connection: Connection,
  round: () => Promise<void>,
  onStumble: (error: unknown) => void,
): Promise<void> {
  while (!connection.isClosed()) {
    try {
      await round();
    } catch (error) {
      onStumble(error);
      const known = error instanceof ProblemError ? error.problem : null;
      await connection.failed(known ?? problem('INTERNAL', { incident: 'SYNC' }));
    }
  }
}

export function createSyncEngine(parts: EngineParts): SyncEngine {
  const { streams, desk, pump, connection, status } = parts;
  let pull = true;
  let push = false;
  let pulledOnce = false;
  let diskTrouble = false;
  const rewinds = new Set<StreamName>();
  let wake = () => {};
  let running: Promise<void> = Promise.resolve();
  let waiters: (() => void)[] = [];

  const release = () => {
    const released = waiters;
    waiters = [];
    for (const waiter of released) waiter();
  };

  const wantPush = () => {
    push = true;
    wake();
  };

  /** The disk is full: what waits here may still go to the centre, but nothing comes until there is room. */
  async function pauseForRoom(noRoom: Problem): Promise<void> {
    pulledOnce = true;
    push = true;
    await connection.failed(noRoom);
    pull = true;
  }

  async function pullRound(): Promise<void> {
    const before = await parts.noRoom();
    if (before) return pauseForRoom(before);
    pull = false;
    for (const stream of await parts.dropDamaged()) rewinds.add(stream);
    status.activity('pulling');
    status.pullBegins();
    for (const stream of streams) if (rewinds.delete(stream.stream)) await stream.rewind();
    desk.begin(streams.map(({ stream }) => stream));
    await Promise.all(streams.map((stream) => stream.cycle()));
    await parts.ingested();
    if (diskTrouble) {
      diskTrouble = false;
      pull = true;
      await connection.failed((await parts.noRoom()) ?? problem('INTERNAL', { incident: 'DISK' }));
      return;
    }
    const after = await parts.noRoom();
    if (after) return pauseForRoom(after);
    if (connection.isClosed() || rewinds.size > 0) return;
    await parts.onPulled();
    // A step made on an old state is better judged against the new one.
    pulledOnce = true;
    push = true;
  }

  async function pushRound(): Promise<void> {
    if (pump.hasWork()) status.activity('pushing');
    const { stopped, epoch, more, moved } = await pump.round();
    push = more;
    if (moved) pull = true;
    if (epoch !== null) {
      connection.succeeded();
      await parts.onEpoch(epoch);
    }
    if (!stopped) return;
    push = true;
    // Much may have happened until the line is back: first hear what stands, and what time it is.
    pulledOnce = false;
    pull = true;
    await connection.failed(stopped);
  }

  async function rest(): Promise<void> {
    status.activity('live');
    release();
    const restMs = pump.restMs();
    const due = restMs === null ? null : setTimeout(() => wantPush(), restMs + 1);
    await new Promise<void>((resolve) => (wake = resolve));
    if (due) clearTimeout(due);
  }

  async function round(): Promise<void> {
    // In turns: in a busy province there is always news, and pushing must not wait for its end.
    const mayPush = push && pulledOnce;
    if (mayPush) await pushRound();
    if (connection.isClosed()) return;
    if (pull || rewinds.size > 0) await pullRound();
    else if (!mayPush) await rest();
  }

  async function run(): Promise<void> {
    await keepGoing(connection, round, (error) => {
      parts.onError(error);
      pull = true;
      push = true;
      pulledOnce = false;
    });
    release();
  }
  return {
    wantPull: () => {
      pull = true;
      wake();
    },
    wantPush,
    wantRewind: (names) => {
      for (const name of names) rewinds.add(name);
      // What waits here is judged against what the centre has now.
      pulledOnce = false;
      wake();
    },
    diskFailed: () => {
      diskTrouble = true;
    },
    settled: () => new Promise((resolve) => waiters.push(resolve)),
    tryFailed: release,
    start: () => {
      running = run();
    },
    close: async () => {
      connection.close();
      wake();
      await Promise.all(streams.map((stream) => stream.close()));
      release();
      await running;
    },
  };
}
