/**
 * The one door to a database. Two adapters stand behind it: `embedded` (SQLite) and `couchdb` (HTTP).
 * Documents, revisions, sequences and conflicts mean what they mean in Apache CouchDB 3.5.
 * Who may write what is not decided here: admission is the gateway's.
 */

/** A document as it travels: CouchDB's underscore fields and any JSON beside them. */
export interface StoredDocument {
  readonly _id: string;
  readonly _rev?: string;
  readonly _deleted?: boolean;
  readonly _revisions?: { readonly start: number; readonly ids: readonly string[] };
  readonly _conflicts?: readonly string[];
  readonly _attachments?: Readonly<Record<string, AttachmentEntry>>;
  readonly [field: string]: unknown;
}

export interface AttachmentEntry {
  readonly content_type?: string;
  readonly revpos?: number;
  readonly digest?: string;
  readonly length?: number;
  readonly stub?: boolean;
  /** base64 */
  readonly data?: string;
}

/** One row of `_bulk_docs`: written, or refused with CouchDB's error name. In the order asked. */
export type WriteResult =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | {
      readonly ok?: undefined;
      readonly id: string;
      readonly error: string;
      readonly reason: string;
    };

/** A sequence is opaque: compare only for equality, hand it back as it came. */
export type Sequence = number | string;

export interface DatabaseInfo {
  readonly db_name: string;
  readonly doc_count: number;
  readonly doc_del_count: number;
  readonly update_seq: Sequence;
  readonly sizes: { readonly file: number; readonly active: number; readonly external: number };
}

export interface ReadOptions {
  readonly rev?: string;
  readonly revs?: boolean;
  readonly conflicts?: boolean;
  readonly attachments?: boolean;
  /** Let a revision that is no leaf stand for the leaves that descend from it. */
  readonly latest?: boolean;
}

export interface ChangesOptions {
  /** Everything after this; 0 from the start, 'now' from the present. */
  readonly since?: Sequence | 'now';
  readonly limit?: number;
  readonly descending?: boolean;
  readonly includeDocs?: boolean;
  readonly style?: 'main_only' | 'all_docs';
  readonly conflicts?: boolean;
  readonly attachments?: boolean;
  /** Mango selector. */
  readonly selector?: Readonly<Record<string, unknown>>;
  readonly docIds?: readonly string[];
}

export interface ChangeRow {
  readonly seq: Sequence;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: boolean;
  readonly doc?: StoredDocument | null;
}

export interface ChangesPage {
  readonly results: readonly ChangeRow[];
  readonly last_seq: Sequence;
  readonly pending: number;
}

export interface AllDocsOptions {
  readonly keys?: readonly string[];
  readonly startKey?: string;
  readonly endKey?: string;
  readonly inclusiveEnd?: boolean;
  readonly descending?: boolean;
  readonly limit?: number;
  readonly skip?: number;
  readonly includeDocs?: boolean;
  readonly conflicts?: boolean;
}

export type AllDocsRow =
  | {
      readonly id: string;
      readonly key: string;
      readonly value: { readonly rev: string; readonly deleted?: boolean };
      readonly doc?: StoredDocument | null;
    }
  | { readonly key: string; readonly error: 'not_found' };

export interface AllDocsPage {
  readonly total_rows: number;
  readonly offset: number;
  readonly rows: readonly AllDocsRow[];
}

export interface FindQuery {
  readonly selector: Readonly<Record<string, unknown>>;
  readonly fields?: readonly string[];
  readonly sort?: readonly (string | Readonly<Record<string, 'asc' | 'desc'>>)[];
  readonly limit?: number;
  readonly skip?: number;
  readonly bookmark?: string;
}

export interface BulkGetItem {
  readonly id: string;
  /** Without it: every leaf, conflicts and tombstones too (couchbackup counts on that). */
  readonly rev?: string;
}

export type BulkGetRow =
  | { readonly ok: StoredDocument }
  | {
      readonly error: {
        readonly id: string;
        readonly rev: string;
        readonly error: string;
        readonly reason: string;
      };
    };

/** An error in CouchDB's terms; the `/db` interface answers it as it stands. */
export class StoreError extends Error {
  readonly status: number;
  readonly error: string;
  readonly reason: string;

  constructor(status: number, error: string, reason: string) {
    super(`${error}: ${reason}`);
    this.name = 'StoreError';
    this.status = status;
    this.error = error;
    this.reason = reason;
  }
}

export interface DocumentStore {
  /** Creates a database. @throws StoreError 412 file_exists, 400 illegal_database_name */
  createDatabase(name: string): Promise<void>;
  /** @throws StoreError 404 not_found */
  deleteDatabase(name: string): Promise<void>;
  databaseNames(): Promise<readonly string[]>;
  /** @throws StoreError 404 not_found */
  info(database: string): Promise<DatabaseInfo>;

  /** One document. @throws StoreError 404 (`missing` or `deleted`) */
  get(database: string, id: string, options?: ReadOptions): Promise<StoredDocument>;
  /** Leaves of a document: all, or the revisions asked for. */
  openRevs(
    database: string,
    id: string,
    revs: 'all' | readonly string[],
    options?: ReadOptions,
  ): Promise<readonly ({ readonly ok: StoredDocument } | { readonly missing: string })[]>;
  /**
   * Writes a batch in order; durable (fsynced) when it resolves.
   * `newEdits: false` stores the revisions as given (replication): rows that went well are then left out.
   */
  bulkDocs(
    database: string,
    documents: readonly StoredDocument[],
    options?: { readonly newEdits?: boolean },
  ): Promise<readonly WriteResult[]>;
  bulkGet(
    database: string,
    items: readonly BulkGetItem[],
    options?: ReadOptions,
  ): Promise<readonly { readonly id: string; readonly docs: readonly BulkGetRow[] }[]>;
  revsDiff(
    database: string,
    revisions: Readonly<Record<string, readonly string[]>>,
  ): Promise<
    Readonly<
      Record<
        string,
        { readonly missing: readonly string[]; readonly possible_ancestors?: readonly string[] }
      >
    >
  >;
  allDocs(database: string, options?: AllDocsOptions): Promise<AllDocsPage>;
  changes(database: string, options?: ChangesOptions): Promise<ChangesPage>;
  /** Many databases in one round trip; a database that does not exist gives an empty page. */
  changesOfMany(
    requests: readonly { readonly database: string; readonly options: ChangesOptions }[],
  ): Promise<readonly ChangesPage[]>;
  find(
    database: string,
    query: FindQuery,
  ): Promise<{ readonly docs: readonly StoredDocument[]; readonly bookmark: string }>;

  /** `_local` documents: never replicated. @throws StoreError 404 */
  getLocal(database: string, id: string): Promise<StoredDocument>;
  putLocal(database: string, document: StoredDocument): Promise<WriteResult>;
  deleteLocal(database: string, id: string): Promise<void>;

  getSecurity(database: string): Promise<Readonly<Record<string, unknown>>>;
  putSecurity(database: string, security: Readonly<Record<string, unknown>>): Promise<void>;

  getAttachment(
    database: string,
    id: string,
    name: string,
    rev?: string,
  ): Promise<{ readonly contentType: string; readonly digest: string; readonly bytes: Uint8Array }>;

  /**
   * Calls the listener after each durable write to any database (also writes by another gateway
   * over the same CouchDB). Returns the way to stop.
   */
  onWrite(listener: (database: string) => void): () => void;
  /** Ends after the writes under way; nothing acknowledged is lost. */
  close(): Promise<void>;
}

/** What copying a store needs of it. */
export type ReadableStore = Pick<
  DocumentStore,
  'databaseNames' | 'info' | 'getSecurity' | 'changes' | 'bulkGet' | 'close'
>;
