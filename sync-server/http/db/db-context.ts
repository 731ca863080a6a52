import type { DocumentStore } from '../../store/document-store.ts';
import type { CookieSession } from './cookie-session.ts';
import type { Access } from './principal.ts';
import type { WriteDocuments } from './write-documents.ts';

/** What every group of routes is given. */
export interface DbContext {
  readonly store: DocumentStore;
  readonly access: Access;
  readonly session: CookieSession;
  readonly write: WriteDocuments;
  /** Aborted when the server closes: open feeds then end. */
  readonly closing: AbortSignal;
}
