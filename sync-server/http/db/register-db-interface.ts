/**
 * The CouchDB HTTP interface under `/db`: the part that PouchDB, CouchDB's replicator and
 * couchbackup need (docs/db-interface.md lists what is left out). Apache CouchDB 3.5's recorded
 * answers are the measure. It decides nothing about rights: `authorize` and `admit` do.
 *
 * Whoever is not known yet is heard out for 4 KB at most: of all other routes no body is read, let alone
 * unpacked, before `authorize` has named the caller.
 */
import type { FastifyInstance } from 'fastify';
import type { DocumentStore } from '../../store/document-store.ts';
import { registerAllDocs } from './routes/all-docs-routes.ts';
import { answerErrors } from './answer-error.ts';
import { registerAttachments } from './routes/attachment-routes.ts';
import { registerBulk } from './routes/bulk-routes.ts';
import { registerChanges } from './routes/changes-routes.ts';
import { createCookieSession } from './cookie-session.ts';
import type { DbContext } from './db-context.ts';
import { registerDatabases } from './routes/database-routes.ts';
import { registerDocuments } from './routes/document-routes.ts';
import { registerFind } from './routes/find-routes.ts';
import { registerIndexes } from './routes/index-routes.ts';
import { registerLocalDocuments } from './routes/local-routes.ts';
import { createAccess } from './principal.ts';
import type { Admit, Authorize, OnChange } from './principal.ts';
import { acceptBodies, acceptSmallBodies } from './request-body.ts';
import { registerOpenRoutes, registerServer } from './routes/server-routes.ts';
import { createDocumentWriter } from './write-documents.ts';

/**
 * What the root Fastify must be made with: CouchDB's replicator asks for `/db/name/`, and document
 * ids, which stand in the path, may be long. Fastify takes router options at its root only.
 */
export const DB_ROUTER_OPTIONS = { ignoreTrailingSlash: true, maxParamLength: 8192 } as const;

const DEFAULT_BODY_LIMIT_BYTES = 64 * 1024 * 1024;

export interface DbInterfaceOptions {
  readonly store: DocumentStore;
  readonly authorize: Authorize;
  readonly prefix: string;
  readonly admit?: Admit;
  readonly onChange?: OnChange;
  /** TLS is spoken in front: the session cookie goes over TLS only. */
  readonly secureCookies?: boolean;
  /** For one request, unpacked. A single document is limited to 8 MB by the store. */
  readonly bodyLimitBytes?: number;
}

export async function registerDbInterface(
  app: FastifyInstance,
  options: DbInterfaceOptions,
): Promise<void> {
  const closing = new AbortController();
  const session = createCookieSession(options.prefix, { secure: options.secureCookies ?? false });
  const context: DbContext = {
    store: options.store,
    access: createAccess(options.authorize, session, options.onChange),
    session,
    write: createDocumentWriter(options.store, options.admit),
    closing: closing.signal,
  };
  await app.register(
    async (scope) => {
      acceptSmallBodies(scope);
      answerErrors(scope);
      scope.addHook('preClose', async () => closing.abort());
      registerOpenRoutes(scope, context);
      await scope.register(async (known) => {
        known.addHook('onRequest', context.access.demand);
        known.addHook('onResponse', async (request, reply) =>
          context.access.tell(request, reply.statusCode),
        );
        acceptBodies(known, options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES);
        for (const register of ROUTES) register(known, context);
      });
    },
    { prefix: options.prefix },
  );
}

const ROUTES: readonly ((scope: FastifyInstance, context: DbContext) => void)[] = [
  registerServer,
  registerDatabases,
  registerBulk,
  registerAllDocs,
  registerChanges,
  registerFind,
  registerIndexes,
  registerLocalDocuments,
  registerDocuments,
  registerAttachments,
];
