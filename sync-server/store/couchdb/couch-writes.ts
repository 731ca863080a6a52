/**
 * Tells of writes to any database, by whichever gateway. CouchDB says so in `_db_updates` where it
 * keeps that feed; a single node without `_global_changes` answers 404, and then the sequences of
 * all databases are compared every two seconds. A listener may be told of a write it knows of.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../document-store.ts';
import { answers, readAnswer } from './couch-answers.ts';
import type { CouchHttp } from './couch-http.ts';

const POLL_MS = 2000;
const RECONNECT_MS = 1000;
const INFO_BATCH = 100;

export type Listener = (database: string) => void;

export interface WriteWatch {
  listen(listener: Listener): () => void;
  /** A write of our own: told at once. */
  tell(database: string): void;
}

export function watchWrites(http: CouchHttp, closing: AbortSignal): WriteWatch {
  const listeners = new Set<Listener>();
  const tell = (database: string) => {
    for (const listener of listeners) listener(database);
  };
  let watching: AbortController | null = null;
  return {
    tell,
    listen(listener) {
      const own: Listener = (database) => listener(database);
      listeners.add(own);
      if (!watching) {
        watching = new AbortController();
        void watch(http, tell, AbortSignal.any([watching.signal, closing]));
      }
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        watching?.abort();
        watching = null;
      };
    },
  };
}

async function watch(http: CouchHttp, tell: Listener, signal: AbortSignal): Promise<void> {
  for (let first = true; !signal.aborted; first = false) {
    // What was written between two lines is not told by either: then any database may have been.
    const outcome = await follow(http, tell, signal, first ? null : () => tellAll(http, tell));
    if (outcome === 'unsupported') return poll(http, tell, signal);
    await pause(RECONNECT_MS, signal);
  }
}

async function tellAll(http: CouchHttp, tell: Listener): Promise<void> {
  const names = readAnswer(answers.names, await http.json({ path: '/_all_dbs', read: true }));
  for (const name of names) tell(name);
}

async function follow(
  http: CouchHttp,
  tell: Listener,
  signal: AbortSignal,
  opened: (() => Promise<void>) | null,
): Promise<'ended' | 'unsupported'> {
  const query = { feed: 'continuous', since: 'now', heartbeat: 15_000 };
  try {
    for await (const line of http.lines({ path: '/_db_updates', query }, signal, opened)) {
      const update = answers.databaseUpdate.safeParse(JSON.parse(line));
      if (update.success) tell(update.data.db_name);
    }
    return 'ended';
  } catch (error) {
    const refused = error instanceof StoreError && [400, 404, 501, 502].includes(error.status);
    return refused ? 'unsupported' : 'ended';
  }
}

async function poll(http: CouchHttp, tell: Listener, signal: AbortSignal): Promise<void> {
  let before: ReadonlyMap<string, string> | null = null;
  while (!signal.aborted) {
    const now = await sequences(http);
    if (now && before) for (const [name, seq] of now) if (before.get(name) !== seq) tell(name);
    before = now ?? before;
    await pause(POLL_MS, signal);
  }
}

/** Null when the node is away for the moment: the next round will see. */
async function sequences(http: CouchHttp): Promise<ReadonlyMap<string, string> | null> {
  const found = new Map<string, string>();
  try {
    const names = readAnswer(answers.names, await http.json({ path: '/_all_dbs', read: true }));
    for (let at = 0; at < names.length; at += INFO_BATCH) {
      const body = { keys: names.slice(at, at + INFO_BATCH) };
      const request = { method: 'POST', path: '/_dbs_info', body, read: true } as const;
      for (const { key, info } of readAnswer(answers.databaseInfos, await http.json(request)))
        if (info) found.set(key, String(info.update_seq));
    }
    return found;
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // Woken by the end of the watch: the loop sees the signal.
    if (!signal.aborted) throw error;
  }
}
