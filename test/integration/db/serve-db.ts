/** A `/db` on loopback over an embedded store in a temporary folder, for tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { DbInterfaceOptions } from '../../../sync-server/http/db/register-db-interface.ts';
import {
  DB_ROUTER_OPTIONS,
  registerDbInterface,
} from '../../../sync-server/http/db/register-db-interface.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/open-embedded-store.ts';

export interface ServedDb {
  readonly store: DocumentStore;
  /** Without credentials: `http://127.0.0.1:<port>/db`. */
  readonly url: string;
  /** With an administrator's credentials in it. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** `admin:pw` may all, `reader:pw` may read, `writer:pw` may read and write; nobody else is known. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  admin: ['read', 'write', 'admin'],
  writer: ['read', 'write'],
  reader: ['read'],
};

export const authorizeForTests: DbInterfaceOptions['authorize'] = async (request) => {
  const given = /^Basic (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [name = '', password] = Buffer.from(given, 'base64').toString().split(':');
  const allowed = MAY[name];
  if (!allowed || password !== 'pw') return null;
  return { name, roles: [], may: (action) => allowed.includes(action) };
};

export async function serveDb(
  options: Partial<Omit<DbInterfaceOptions, 'store' | 'prefix'>> = {},
): Promise<ServedDb> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-db-'));
  const store = await openEmbeddedStore({ file: join(folder, 'store.sqlite') });
  const app = Fastify({ routerOptions: DB_ROUTER_OPTIONS, forceCloseConnections: true });
  await registerDbInterface(app, {
    authorize: authorizeForTests,
    ...options,
    store,
    prefix: '/db',
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    store,
    url: `${origin}/db`,
    adminUrl: `${origin.replace('http://', 'http://admin:pw@')}/db`,
    async stop() {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
