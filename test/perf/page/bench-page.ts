/** What the page offers to the benchmarks; every argument and answer crosses as JSON. Times are milliseconds. */
import type { ChangeDraft } from '../../../renderer/data/port/data-port.ts';
import type { SessionAccount } from '../../../shared/account/account.ts';

export interface Credentials {
  readonly account: SessionAccount;
  readonly token: string;
}
export interface DownloadResult {
  readonly ms: number;
  readonly bytes: number;
}

export interface BenchPage {
  open(credentials: Credentials, databaseName: string): Promise<void>;
  /** From opening an empty disk to the list with everything in it. */
  firstSync(credentials: Credentials, expected: number): Promise<number>;
  replicatePouch(token: string, database: string, expected: number): Promise<number>;
  download(token: string, bodies: readonly string[]): Promise<DownloadResult>;
  /** Lets what is under way come to its end. */
  quiet(): Promise<void>;
  /** One sync, and the addresses it asked. */
  nothingNew(): Promise<{ readonly ms: number; readonly requests: readonly string[] }>;
  bareGet(token: string): Promise<number>;
  search(texts: readonly string[]): Promise<readonly number[]>;
  /** `Array.filter` with `includes` over texts as long as those of the index. */
  bareSearches(lines: readonly string[], texts: readonly string[]): Promise<readonly number[]>;
  openDossiers(ids: readonly string[]): Promise<readonly number[]>;
  keepText(ids: readonly string[], text: string): Promise<void>;
  /** One IndexedDB `get` and `JSON.parse` each, of what `keepText` put there. */
  bareLookups(ids: readonly string[]): Promise<readonly number[]>;
  save(drafts: readonly ChangeDraft[]): Promise<readonly number[]>;
  close(): Promise<void>;
}
