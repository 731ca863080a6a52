/**
 * One stream of the centre into one mirror, on RxDB's replication primitives, pulling only.
 *
 * What RxDB would do by itself and must not: retry at a fixed pace (the pull desk waits with back-off
 * instead, so the handler never throws), stop paging at the first page that is not full (units are paged
 * separately at the centre), and go on past a page that the disk did not take (then we rewind).
 */
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import type { Cursors, StreamName } from '../../../../shared/contract/sync.ts';
import { rowsFromPull, type FreshDocuments } from '../store/documents.ts';
import type { Mirror } from '../store/open-database.ts';
import type { MirrorRow } from '../store/rows.ts';
import type { Sealer } from '../store/sealer.ts';
import type { PullDesk, StreamPage } from './pull-desk.ts';

interface Checkpoint {
  readonly cursors: Cursors;
}

export interface StreamReplication {
  readonly stream: StreamName;
  /** Pulls all that is new; resolves when it is on the disk. */
  cycle(): Promise<void>;
  /** Forgets how far it had come: the next cycle goes through everything. */
  rewind(): Promise<void>;
  close(): Promise<void>;
}

export interface StreamParts {
  readonly stream: StreamName;
  readonly mirror: Mirror;
  readonly desk: PullDesk;
  readonly sealer: Sealer;
  readonly fresh: FreshDocuments;
  /** Sees each page before it is written. */
  readonly onPage: (stream: StreamName, page: StreamPage) => Promise<void>;
  /** The disk did not take what came. */
  readonly onDamage: (stream: StreamName, error: unknown) => void;
}

type Replication = RxReplicationState<MirrorRow, Checkpoint>;

/** The next page that says something, over pages that hold nothing for this stream. */
async function nextPage({ stream, desk }: StreamParts, from: Cursors): Promise<StreamPage | null> {
  let page = await desk.pull(stream, from);
  while (page && page.documents.length === 0 && page.more) {
    page = await desk.pull(stream, page.cursors);
  }
  return page;
}

export function openStreamReplication(parts: StreamParts): StreamReplication {
  const { stream, mirror, desk, sealer, fresh } = parts;
  const resync$ = new Subject<'RESYNC'>();
  let replication: Replication | null = null;
  let ended = () => {};
  let closed = false;
  /** The last page said that nothing follows: RxDB's next question is answered without asking. */
  let exhausted = false;

  async function handler(checkpoint: Checkpoint | undefined) {
    const cursors = checkpoint?.cursors ?? {};
    const page = exhausted ? null : await nextPage(parts, cursors);
    exhausted = false;
    if (!page || page.documents.length === 0) {
      desk.leave(stream);
      ended();
      return { documents: [], checkpoint };
    }
    if (!page.more) {
      exhausted = true;
      desk.leave(stream);
    }
    await parts.onPage(stream, page);
    const documents = await rowsFromPull(stream, page.documents, sealer, fresh);
    return { documents, checkpoint: { cursors: page.cursors } };
  }

  function start(): Replication {
    exhausted = false;
    const started = replicateRxCollection<MirrorRow, Checkpoint>({
      replicationIdentifier: `hoso-${stream}`,
      collection: mirror,
      live: true,
      waitForLeadership: false,
      pull: {
        // RxDB stops at a page with fewer documents than this; pages are sized at the pull desk.
        batchSize: 1,
        stream$: resync$,
        handler,
      },
    });
    started.error$.subscribe((error) => parts.onDamage(stream, error));
    return started;
  }

  return {
    stream,
    cycle: async () => {
      // A cancelled replication would never come to the end of a cycle.
      if (closed) return;
      const end = new Promise<void>((resolve) => (ended = resolve));
      // A new replication pulls by itself; a running one is asked to.
      if (replication) resync$.next('RESYNC');
      replication ??= start();
      await end;
      await replication.internalReplicationState?.streamQueue.down;
    },
    rewind: async () => {
      const old = replication ?? start();
      replication = null;
      await old.remove();
    },
    close: async () => {
      closed = true;
      ended();
      await replication?.cancel();
    },
  };
}
