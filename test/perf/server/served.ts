/** A seeded installation behind a running gateway that also serves the benchmark's page. */
import type { Unit } from '../../../shared/unit/unit.ts';
import type { BenchContext } from '../measure/row.ts';
import { openBrowser, type BenchBrowser } from '../page/browser.ts';
import { buildPage } from '../page/build.ts';
import { makeInstallation, type SeedAccount, type SignedIn } from '../seed/installation.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { startBenchServer, type Server } from './start.ts';

export interface Served {
  readonly server: Server;
  signedIn(user: string): SignedIn;
  /** A browser with an empty disk. */
  browser(): Promise<BenchBrowser>;
}

export async function serve(
  context: BenchContext,
  plan: {
    readonly units: readonly Pick<Unit, 'code' | 'kind' | 'parent'>[];
    readonly accounts: readonly SeedAccount[];
    readonly seed: (store: DocumentStore) => Promise<void>;
    /** Bundled only where a browser will ask for it. */
    readonly page: boolean;
  },
): Promise<Served> {
  const dataDir = await context.folder();
  const { store, signedIn } = await makeInstallation(dataDir, plan.units, plan.accounts);
  await plan.seed(store);
  await store.close();
  const page = plan.page ? await context.folder() : undefined;
  if (page !== undefined) await buildPage(page);
  const server = await startBenchServer(dataDir, page);
  context.atEnd(() => server.stop());
  return {
    server,
    signedIn,
    browser: async () => openBrowser(server.url, await context.folder()),
  };
}

export async function post(
  url: string,
  path: string,
  token: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(url + path, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  return { status: answer.status, text: await answer.text() };
}

/** An answer that must be good. */
export async function ask(
  url: string,
  path: string,
  token: string,
  body: string,
): Promise<unknown> {
  const { status, text } = await post(url, path, token, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
