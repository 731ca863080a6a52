/**
 * What crosses between the gateway's thread and the store's worker. Documents cross as JSON text:
 * copying a string is far cheaper than cloning an object, and SQLite wants text anyway.
 */
import type {
  AllDocsRow,
  AttachmentEntry,
  BulkGetItem,
  BulkGetRow,
  ChangesOptions,
  DatabaseInfo,
  ReadOptions,
  Sequence,
  WriteResult,
} from '../document-store.ts';

/** A document to write, checked and taken apart. */
export interface WireWrite {
  readonly id: string;
  /** The revision built upon (new edits) or the revision itself (replication). */
  readonly rev: string | null;
  /** Replication only: the ancestry, newest first, `rev`'s own hash included. */
  readonly ancestry: readonly string[];
  readonly deleted: boolean;
  /** The fields without underscore, as one JSON object. */
  readonly json: string;
  readonly attachments: Readonly<Record<string, AttachmentEntry>> | null;
}

/** A document read: `json` is the stored body, the rest CouchDB's underscore fields. */
export interface WireRead {
  readonly id: string;
  readonly rev: string;
  readonly deleted: boolean;
  readonly json: string;
  readonly revisions?: { readonly start: number; readonly ids: readonly string[] };
  readonly conflicts?: readonly string[];
  readonly attachments?: Readonly<Record<string, AttachmentEntry>>;
}

export interface WireChange {
  readonly seq: Sequence;
  readonly id: string;
  readonly revs: readonly string[];
  readonly deleted: boolean;
  readonly doc?: WireRead;
}

/** A bounded stretch of a scan; `next` is where to go on, null when the scan reached its end. */
export interface ChangesSlice {
  readonly rows: readonly WireChange[];
  readonly last: Sequence;
  readonly next: number | null;
  readonly pending: number;
}

export interface KeyRange {
  readonly start: string | null;
  readonly startExclusive: boolean;
  readonly end: string | null;
  readonly endExclusive: boolean;
  readonly descending: boolean;
  readonly limit: number;
  readonly skip: number;
}

export type WireAllDocsRow =
  | Extract<AllDocsRow, { error: string }>
  | {
      readonly id: string;
      readonly rev: string;
      readonly deleted: boolean;
      readonly doc?: WireRead;
    };

export interface AllDocsSlice {
  readonly rows: readonly WireAllDocsRow[];
  readonly total: number;
  readonly offset: number;
  readonly next: string | null;
}

export interface FindSlice {
  readonly docs: readonly WireRead[];
  readonly next: string | null;
}

export type WireOpenRev = { readonly ok: WireRead } | { readonly missing: string };

export type WireBulkGetRow =
  { readonly ok: WireRead } | Exclude<BulkGetRow, { readonly ok: unknown }>;

export interface WireAttachment {
  readonly contentType: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** The store's worker, as its thread sees it: synchronous, one call at a time. */
export interface Engine {
  createDatabase(name: string): void;
  deleteDatabase(name: string): void;
  databaseNames(): readonly string[];
  info(database: string): DatabaseInfo;
  get(database: string, id: string, options: ReadOptions): WireRead;
  openRevs(
    database: string,
    id: string,
    revs: 'all' | readonly string[],
    options: ReadOptions,
  ): readonly WireOpenRev[];
  bulkDocs(
    database: string,
    writes: readonly WireWrite[],
    newEdits: boolean,
  ): readonly WriteResult[];
  bulkGet(
    database: string,
    items: readonly BulkGetItem[],
    options: ReadOptions,
  ): readonly (readonly WireBulkGetRow[])[];
  revsDiff(
    database: string,
    revisions: readonly (readonly [id: string, revs: readonly string[]])[],
  ): readonly (readonly [id: string, missing: string[], possibleAncestors: string[]])[];
  changes(database: string, options: ChangesOptions, from: number | null): ChangesSlice;
  changesOfMany(
    requests: readonly { readonly database: string; readonly options: ChangesOptions }[],
  ): readonly ChangesSlice[];
  allDocs(
    database: string,
    range: KeyRange,
    includeDocs: boolean,
    conflicts: boolean,
  ): AllDocsSlice;
  allDocsOfKeys(
    database: string,
    keys: readonly string[],
    includeDocs: boolean,
    conflicts: boolean,
  ): AllDocsSlice;
  find(
    database: string,
    selector: Readonly<Record<string, unknown>>,
    after: string,
    limit: number,
  ): FindSlice;
  getLocal(database: string, id: string): WireRead;
  putLocal(database: string, write: WireWrite): WriteResult;
  deleteLocal(database: string, id: string): void;
  getSecurity(database: string): string;
  putSecurity(database: string, json: string): void;
  getAttachment(database: string, id: string, name: string, rev: string | null): WireAttachment;
}

export type Method = keyof Engine;

/** Those that write: they share a transaction, each in its own savepoint. */
export const WRITES: ReadonlySet<Method> = new Set<Method>([
  'createDatabase',
  'deleteDatabase',
  'bulkDocs',
  'putLocal',
  'deleteLocal',
  'putSecurity',
]);

export interface Request {
  readonly ticket: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly ticket: number; readonly value: unknown }
  | {
      readonly ticket: number;
      readonly status: number;
      readonly error: string;
      readonly reason: string;
    };

export type ToWorker = Request | 'close';

export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'replies';
      readonly replies: readonly Reply[];
      readonly wrote: readonly string[];
    }
  | { readonly kind: 'closed' };
