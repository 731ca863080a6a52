/**
 * The change feed as text, piece by piece, so that a database of any size is sent without being
 * held: `normal` to its end, `longpoll` until there is something, `continuous` until the client
 * goes, the time runs out or the right to read is withdrawn.
 */
import { StoreError } from '../../store/document-store.ts';
import type {
  ChangeRow,
  ChangesOptions,
  ChangesPage,
  DocumentStore,
  Sequence,
} from '../../store/document-store.ts';
import { waitForChanges } from './change-waiter.ts';
import { jsonRows } from './json-rows.ts';

export type Feed = 'normal' | 'longpoll' | 'continuous';

export interface FeedRequest {
  readonly database: string;
  readonly feed: Feed;
  readonly options: ChangesOptions;
  /** How long to wait for a change; unlimited when there is a heartbeat. */
  readonly timeoutMs: number;
  readonly heartbeatMs: number | null;
  readonly signal: AbortSignal;
  /** Asked now and then during a long feed. */
  readonly stillAllowed: () => Promise<boolean>;
}

const PAGE_ROWS = 500;
const ALLOWED_FOR_MS = 60_000;

/** Fails before the first piece when the request is at fault, so that it can still have a status. */
export async function openFeed(
  store: DocumentStore,
  request: FeedRequest,
): Promise<AsyncIterable<string>> {
  const waiter =
    request.feed === 'normal' ? null : waitForChanges(store, request.database, request.signal);
  try {
    const walk = createWalk(store, request);
    const first = await walk.page();
    return request.feed === 'continuous'
      ? continuous(request, walk, first, waiter)
      : finite(request, walk, first, waiter);
  } catch (error) {
    waiter?.stop();
    throw error;
  }
}

type Waiter = ReturnType<typeof waitForChanges> | null;

interface Walk {
  /** The next page; null when the limit is reached. */
  page(): Promise<ChangesPage | null>;
  last(): Sequence;
}

/** Goes through the changes in pages, whatever the asked limit. */
function createWalk(store: DocumentStore, { database, options }: FeedRequest): Walk {
  let since = options.since ?? 0;
  let left = options.limit === undefined ? Infinity : Math.max(1, options.limit);
  let pages = 0;
  return {
    last: () => since,
    async page() {
      // Going down there is no place to go on from: one page holds it all.
      if (left <= 0 || (options.descending && pages > 0)) return null;
      const size = options.attachments ? PAGE_ROWS / 10 : PAGE_ROWS;
      const limit = options.descending ? left : Math.min(left, size);
      const asked = Number.isFinite(limit) ? { ...options, since, limit } : { ...options, since };
      const page = await store.changes(database, asked);
      pages += 1;
      left -= page.results.length;
      since = page.last_seq;
      return page;
    },
  };
}

async function* finite(
  request: FeedRequest,
  walk: Walk,
  first: ChangesPage | null,
  waiter: Waiter,
): AsyncGenerator<string> {
  try {
    yield '{"results":[\n';
    let rows = 0;
    let pending = 0;
    let page = first;
    while (page && !request.signal.aborted) {
      pending = page.pending;
      yield* jsonRows(page.results, rows);
      rows += page.results.length;
      if (page.results.length > 0 && page.pending > 0) page = await walk.page();
      else if (rows > 0 || !waiter) page = null;
      else page = yield* pause(request, walk, waiter);
    }
    yield `\n],\n"last_seq":${JSON.stringify(walk.last())},"pending":${pending}}\n`;
  } finally {
    waiter?.stop();
  }
}

async function* continuous(
  request: FeedRequest,
  walk: Walk,
  first: ChangesPage | null,
  waiter: Waiter,
): AsyncGenerator<string> {
  try {
    // Sends the headers at once: a client that waits for them knows that it is listening.
    yield '\n';
    let page = first;
    while (page && waiter && !request.signal.aborted) {
      for (const row of page.results) yield line(row);
      page = page.results.length > 0 ? await walk.page() : yield* pause(request, walk, waiter);
    }
    yield line({ last_seq: walk.last(), pending: 0 });
  } finally {
    waiter?.stop();
  }
}

function line(row: ChangeRow | { readonly last_seq: Sequence; readonly pending: number }): string {
  return `${JSON.stringify(row)}\n`;
}

/** Waits, with heartbeats, for the next page that holds something; null when the feed is over. */
async function* pause(
  request: FeedRequest,
  walk: Walk,
  waiter: NonNullable<Waiter>,
): AsyncGenerator<string, ChangesPage | null> {
  const startedMs = performance.now();
  let allowedMs = startedMs;
  while (!request.signal.aborted) {
    const leftMs =
      request.heartbeatMs === null
        ? request.timeoutMs - (performance.now() - startedMs)
        : request.heartbeatMs;
    if (leftMs <= 0) return null;
    if (await waiter.next(Math.min(leftMs, ALLOWED_FOR_MS))) {
      const page = await pageIfThere(walk);
      if (!page || page.results.length > 0) return page;
    } else if (request.heartbeatMs !== null) yield '\n';
    if (performance.now() - allowedMs < ALLOWED_FOR_MS) continue;
    if (!(await request.stillAllowed())) return null;
    allowedMs = performance.now();
  }
  return null;
}

/** A database removed during the feed ends it. */
async function pageIfThere(walk: Walk): Promise<ChangesPage | null> {
  try {
    return await walk.page();
  } catch (error) {
    if (error instanceof StoreError && error.status === 404) return null;
    throw error;
  }
}
