/**
 * One stream of the centre into one mirror. The next page is asked for while this one is written. Cursors are
 * put down after their page, so a crash costs pulling a page again, never passing one over. A page may also come
 * on a stick: one page is written at a time, and one that goes on from where the stream no longer is, is dropped.
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
  /** How far it has come on the disk; what a stick carries goes on from there. */
  durableCursors(): Promise<Cursors>;
  /** Writes a page that came on a stick. False: the stream is no longer where the page goes on from. */
  takeCarried(from: Cursors, page: StreamPage): Promise<boolean>;
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
  /** It is on the disk; its cursors are not yet. */
  readonly onWritten: () => Promise<void>;
  /** It will be pulled from its beginning. */
  readonly onRewind: (stream: StreamName) => void;
  /** Whether the disk may take another page. */
  readonly hasRoom: () => Promise<boolean>;
  /** The disk did not take what came. */
  readonly onDamage: (error: unknown) => void;
}

export function sameCursors(one: Cursors, other: Cursors): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
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

  const durableCursors = async () => (await meta.read(metaId, cursorsSchema)) ?? {};
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  }

  async function write({ documents, ...page }: StreamPage): Promise<void> {
    await parts.onPage(stream, { documents, ...page });
    await writeMirror(mirror, await rowsFromPull(stream, documents, sealer, fresh));
    await parts.onWritten();
    await meta.write(metaId, page.cursors);
  }

  /** @param from what the page was asked from. False: the stream has moved on or back meanwhile. */
  const take = (page: StreamPage, from: Cursors): Promise<boolean> =>
    inTurn(async () => {
      if (reached !== from) return false;
      // Nothing came, but how far we have looked is worth remembering until the program ends.
      if (page.documents.length > 0) await write(page);
      reached = page.cursors;
      return true;
    });

  async function pullAll(): Promise<void> {
    reached ??= await durableCursors();
    let from = reached;
    let page = await nextPage(parts, from);
    // Without room the cycle ends here; the cursors say where it goes on.
    while (page && !closed && (await parts.hasRoom())) {
      const current: boolean = reached === from;
      const following = current && page.more ? nextPage(parts, page.cursors) : null;
      if (current && !following) desk.leave(stream);
      // It is waited for below, unless this page fails first.
      following?.catch(() => undefined);
      const taken = current && (await take(page, from));
      from = taken ? page.cursors : reached;
      page = taken ? await following : await askAgain(following, from);
    }
  }

  /** A stick came while the line was asked: what the line said goes on from somewhere else. */
  async function askAgain(
    following: Promise<StreamPage | null> | null,
    from: Cursors,
  ): Promise<StreamPage | null> {
    await following?.catch(() => null);
    desk.begin([stream]);
    return nextPage(parts, from);
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
    durableCursors: () => inTurn(durableCursors),
    takeCarried: (from, page) =>
      inTurn(async () => {
        if (closed || !sameCursors(await durableCursors(), from)) return false;
        await write(page);
        reached = page.cursors;
        return true;
      }),
    rewind: () =>
      inTurn(async () => {
        parts.onRewind(stream);
        reached = {};
        await meta.remove(metaId);
      }),
    close: async () => {
      closed = true;
      await running;
      await last;
    },
  };
}
