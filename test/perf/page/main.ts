/** Runs in the browser: the product's local data, PouchDB and bare operations, called by the benchmarks from outside. */
import { openLocalData, type TokenProvider } from '../../../renderer/data/local/index.ts';
import { testSealer } from '../../helpers/test-sealer.ts';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { done, failed } from '../../../shared/errors/index.ts';
import type { BenchPage, Credentials, DownloadResult } from './bench-page.ts';
import { bareLookups, bareSearches, keepText } from './bare.ts';
import { replicatePouch } from './pouch.ts';

let port: DataPort | null = null;
let requests: string[] = [];

function opened(): DataPort {
  if (!port) throw new Error('no port is open');
  return port;
}

const countingFetch: typeof fetch = (input, init) => {
  requests.push(input instanceof Request ? input.url : String(input));
  return fetch(input, init);
};

function tokensOf(token: string): TokenProvider {
  return {
    current: () => Promise.resolve(done(token)),
    renew: () => Promise.resolve(failed('SESSION_EXPIRED')),
  };
}

async function open({ account, token }: Credentials, databaseName: string): Promise<void> {
  port = await openLocalData({
    databaseName,
    sealer: await testSealer(databaseName),
    serverUrl: location.origin,
    account,
    tokens: tokensOf(token),
    fetch: countingFetch,
    onError: (error) => console.error(error),
  });
}

async function firstSync(credentials: Credentials, expected: number): Promise<number> {
  const startedMs = performance.now();
  await open(credentials, 'first');
  await opened().sync.syncNow();
  const tookMs = performance.now() - startedMs;
  const { total } = await opened().dossiers({ offset: 0, limit: 1 });
  if (total !== expected) throw new Error(`first sync: ${total} of ${expected} dossiers`);
  return tookMs;
}

/** The requests of a first sync again, their answers thrown away. */
async function download(token: string, bodies: readonly string[]): Promise<DownloadResult> {
  const startedMs = performance.now();
  let bytes = 0;
  for (const body of bodies) {
    const answer = await fetch('/api/sync/pull', {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    bytes += (await answer.arrayBuffer()).byteLength;
  }
  return { ms: performance.now() - startedMs, bytes };
}

async function quiet(): Promise<void> {
  await opened().sync.syncNow();
  // What the live line had to say has been asked for by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

async function nothingNew() {
  requests = [];
  const startedMs = performance.now();
  await opened().sync.syncNow();
  return { ms: performance.now() - startedMs, requests };
}

async function bareGet(token: string): Promise<number> {
  const startedMs = performance.now();
  const answer = await fetch('/api/about', { headers: { authorization: `Bearer ${token}` } });
  await answer.text();
  return performance.now() - startedMs;
}

async function search(texts: readonly string[]): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const text of texts) {
    const startedMs = performance.now();
    await opened().dossiers({ text, offset: 0, limit: 50 });
    taken.push(performance.now() - startedMs);
  }
  return taken;
}

async function openDossiers(ids: readonly string[]): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const id of ids) {
    const startedMs = performance.now();
    const view = await opened().dossier(id);
    taken.push(performance.now() - startedMs);
    if (!view?.dossier) throw new Error(`${id} is not on this disk`);
  }
  return taken;
}

async function save(drafts: Parameters<DataPort['submit']>[0]): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const draft of drafts) {
    const startedMs = performance.now();
    const [result] = await opened().submit([draft]);
    taken.push(performance.now() - startedMs);
    if (!result?.ok) throw new Error(`not saved: ${result?.problem.code ?? 'no answer'}`);
  }
  return taken;
}

const page: BenchPage = {
  open,
  firstSync,
  replicatePouch,
  download,
  quiet,
  nothingNew,
  bareGet,
  search,
  bareSearches,
  openDossiers,
  keepText,
  bareLookups,
  save,
  close: async () => {
    await port?.close();
    port = null;
  },
};
Object.assign(window, { bench: page });
