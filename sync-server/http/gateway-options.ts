/** What a gateway may be started with. */
import type { DestinationStream } from 'pino';
import type { FailurePoint } from '../approvals/apply-approval.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { ServerKeys } from '../keys/server-keys.ts';
import type { DocumentStore } from '../store/document-store.ts';

export interface GatewayOptions {
  /** Keys, trusted certificates, the read model, and the embedded store unless `store` is given. */
  readonly dataDir: string;
  /** Used as it is and left open at the end. */
  readonly store?: DocumentStore;
  /** Where scans lie; a folder in the data folder, or by `BLOB_URL`, unless given. Left open at the end. */
  readonly blobs?: BlobStore;
  readonly keys?: ServerKeys;
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback unless said otherwise. */
  readonly host?: string;
  /** TLS is spoken in front of this server: cookies and browsers are told so. */
  readonly overTls?: boolean;
  /** Addresses of the proxies whose word on the caller's address is taken. Nobody's unless said. */
  readonly trustProxy?: readonly string[];
  /** The product's databases may be written over `/db`: only while a centre is put back from a copy. */
  readonly restoring?: boolean;
  readonly rendererDir?: string;
  /** Two gateways on one machine need one each. */
  readonly projectionFile?: string;
  readonly log?: DestinationStream;
  readonly logLevel?: string;
  readonly signInsPerMinute?: number;
  readonly requestsPerMinute?: number;
  /** For a request to come in whole; 60 seconds unless said otherwise. */
  readonly requestTimeoutMs?: number;
  readonly nowMs?: () => number;
  readonly backups?: BackupOptions;
  /** Tests end the work at a named point. */
  readonly reached?: (point: FailurePoint) => void;
}

export interface BackupOptions {
  /** Where the sets lie; beside the data folder unless said. */
  readonly place?: string;
  /** Address of the CouchDB that `store` speaks with. */
  readonly storeUrl?: string;
  /** Done every night, too, not only when asked for. */
  readonly scheduled?: boolean;
}
