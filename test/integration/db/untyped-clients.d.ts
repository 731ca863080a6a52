/** The parts of two clients that these tests use; the packages carry no types of their own. */
declare module 'pouchdb' {
  interface Row {
    readonly id: string;
    readonly value: { readonly rev: string };
    readonly doc?: Readonly<Record<string, unknown>>;
  }
  interface Replication extends Promise<{ readonly ok: boolean; readonly docs_written: number }> {
    on(event: 'change' | 'paused', listener: () => void): this;
    on(event: 'error' | 'denied', listener: (error: unknown) => void): this;
    cancel(): void;
  }
  interface ReplicationOptions {
    readonly live?: boolean;
    readonly retry?: boolean;
    readonly batch_size?: number;
  }
  export default class PouchDB {
    constructor(name: string, options?: { readonly skip_setup?: boolean });
    put(document: object): Promise<{ readonly rev: string }>;
    get(id: string, options?: object): Promise<Record<string, unknown> & { _rev: string }>;
    remove(id: string, rev: string): Promise<unknown>;
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    allDocs(options?: object): Promise<{ readonly rows: readonly Row[] }>;
    putAttachment(
      id: string,
      name: string,
      rev: string,
      content: Buffer,
      type: string,
    ): Promise<{ readonly rev: string }>;
    getAttachment(id: string, name: string): Promise<Buffer>;
    close(): Promise<void>;
    readonly replicate: {
      from(source: PouchDB | string, options?: ReplicationOptions): Replication;
      to(target: PouchDB | string, options?: ReplicationOptions): Replication;
    };
  }
}

declare module '@cloudant/couchbackup' {
  import type { Readable, Writable } from 'node:stream';
  type Done = (error: Error | null, result?: { readonly total: number }) => void;
  interface Options {
    readonly bufferSize?: number;
    readonly parallelism?: number;
    readonly mode?: 'full' | 'shallow';
    readonly log?: string;
  }
  const couchbackup: {
    backup(source: string, target: Writable, options: Options, done: Done): unknown;
    restore(source: Readable, target: string, options: Options, done: Done): unknown;
  };
  export default couchbackup;
}
