/**
 * One stream of the centre into one mirror. The next page is asked for while this one is written. Cursors are
 * put down after their page, so a crash costs pulling a page again, never passing one over.
 */
import { cursorsSchema, type Cursors, type StreamName } from '../../../../shared/contract/sync.ts';
import { rowsFromPull, type FreshDocuments } from '../store/documents.ts';
import type { MetaStore } from '../store/meta-store.ts';
import { writeMirror } from '../store/mirror-writer.ts';
import type { Mirror } from '../store/open-database.ts';
import type { Sealer } from '../store/sealer.ts';
import type { PullDesk, StreamPage } from './pull-desk.ts';

export interface StreamReplication {
  readonly stream: StreamName;
  /** Pulls all that is new; resolves when it is on the disk, or the disk failed. */
  cycle(): Promise<void>;
  /** Forgets how far it had come: the next cycle goes through everything. */
  rewind(): Promise<void>;
  /** No page is written any more once this resolves. */
  close(): Promise<void>;
}

export interface StreamParts {
  readonly stream: StreamName;
  readonly mirror: Mirror;
  readonly meta: MetaStore;
  readonly desk: PullDesk;
  readonly sealer: Sealer;
  readonly fresh: FreshDocuments;
  /** Sees each page before it is written. */
  readonly onPage: (stream: StreamName, page: StreamPage) => Promise<void>;
  /** Whether the disk may take another page. */
  readonly hasRoom: () => Promise<boolean>;
  /** The disk did not take what came. */
  readonly onDamage: (error: unknown) => void;
}

/** The next page that says something, over pages that hold nothing for this stream. */
async function nextPage({ stream, desk }: StreamParts, from: Cursors): Promise<StreamPage | null> {
  let page = await desk.pull(stream, from);
  while (page && page.documents.length === 0 && page.more) {
    page = await desk.pull(stream, page.cursors);
  }
  return page;
}

export function openStreamReplication(parts: StreamParts): StreamReplication {
  const { stream, mirror, meta, desk, sealer, fresh } = parts;
  const metaId = `cursors:${stream}`;
  let reached: Cursors | null = null;
  let closed = false;
  let running: Promise<void> = Promise.resolve();

  async function take(page: StreamPage): Promise<void> {
    // Nothing came, but how far we have looked is worth remembering until the program ends.
    if (page.documents.length > 0) {
      await parts.onPage(stream, page);
      await writeMirror(mirror, await rowsFromPull(stream, page.documents, sealer, fresh));
      await meta.write(metaId, page.cursors);
    }
    reached = page.cursors;
  }

  async function pullAll(): Promise<void> {
    reached ??= (await meta.read(metaId, cursorsSchema)) ?? {};
    let page = await nextPage(parts, reached);
    // Without room the cycle ends here; the cursors say where it goes on.
    while (page && !closed && (await parts.hasRoom())) {
      const following = page.more ? nextPage(parts, page.cursors) : null;
      if (!following) desk.leave(stream);
      // It is waited for below, unless this page fails first.
      following?.catch(() => undefined);
      await take(page);
      page = await following;
    }
  }

  async function cycle(): Promise<void> {
    try {
      await pullAll();
    } catch (error) {
      parts.onDamage(error);
    } finally {
      desk.leave(stream);
    }
  }

  return {
    stream,
    cycle: () => {
      if (!closed) running = cycle();
      return running;
    },
    rewind: async () => {
      reached = {};
      await meta.remove(metaId);
    },
    close: async () => {
      closed = true;
      await running;
    },
  };
}
