/**
 * The CouchDB HTTP interface under `/db`: the part that PouchDB, CouchDB's replicator and
 * couchbackup need (docs/db-interface.md lists what is left out). Apache CouchDB 3.5's recorded
 * answers are the measure. It decides nothing about rights: `authorize` and `admit` do.
 */
import type { FastifyInstance } from 'fastify';
import type { DocumentStore } from '../../store/document-store.ts';
import { registerAllDocs } from './all-docs-routes.ts';
import { answerErrors } from './answer-error.ts';
import { registerAttachments } from './attachment-routes.ts';
import { registerBulk } from './bulk-routes.ts';
import { registerChanges } from './changes-routes.ts';
import { createCookieSession } from './cookie-session.ts';
import type { CookieSession } from './cookie-session.ts';
import { registerDatabases } from './database-routes.ts';
import { registerDocuments } from './document-routes.ts';
import { registerFind } from './find-routes.ts';
import { registerIndexes } from './index-routes.ts';
import { registerLocalDocuments } from './local-routes.ts';
import { createAccess } from './principal.ts';
import type { Access, Admit, Authorize } from './principal.ts';
import { acceptBodies } from './request-body.ts';
import { registerServer } from './server-routes.ts';
import { createDocumentWriter } from './write-documents.ts';
import type { WriteDocuments } from './write-documents.ts';

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
  /** For one request, unpacked. A single document is limited to 8 MB by the store. */
  readonly bodyLimitBytes?: number;
}

/** What every group of routes is given. */
export interface DbContext {
  readonly store: DocumentStore;
  readonly access: Access;
  readonly session: CookieSession;
  readonly write: WriteDocuments;
  /** Aborted when the server closes: open feeds then end. */
  readonly closing: AbortSignal;
}

export async function registerDbInterface(
  app: FastifyInstance,
  options: DbInterfaceOptions,
): Promise<void> {
  const closing = new AbortController();
  const session = createCookieSession(options.prefix);
  const context: DbContext = {
    store: options.store,
    access: createAccess(options.authorize, session),
    session,
    write: createDocumentWriter(options.store, options.admit),
    closing: closing.signal,
  };
  await app.register(
    async (scope) => {
      acceptBodies(scope, options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES);
      answerErrors(scope);
      scope.addHook('preClose', async () => closing.abort());
      for (const register of ROUTES) register(scope, context);
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
