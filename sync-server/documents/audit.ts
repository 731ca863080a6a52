/**
 * The audit trail: who did what when, as ids and codes; no names, no identity numbers, no content
 * (QCVN 12:2026/BCA, 3.7.2.4). Entries are gathered and written in batches, so that admission stays fast.
 */
import { randomBytes } from 'node:crypto';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { serverDatabases } from './databases.ts';

const gatherMs = 30;

export interface AuditEntry {
  readonly event: string;
  readonly account: string;
  readonly session?: string;
  readonly target?: string;
  /** `done`, or the code of the problem. */
  readonly outcome: string;
  /** For a batch: one short line per row, `id outcome`. */
  readonly rows?: readonly string[];
}

export interface Audit {
  record(entry: AuditEntry): void;
  /** Resolves when everything recorded so far is durable. */
  flush(): Promise<void>;
}

export function openAudit(
  store: DocumentStore,
  onFailure: (error: unknown) => void,
  nowMs: () => number = Date.now,
): Audit {
  let gathered: StoredDocument[] = [];
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function writeAll(): Promise<void> {
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      try {
        await store.bulkDocs(serverDatabases.audit, batch);
      } catch (error) {
        onFailure(error);
        return;
      }
    }
  }
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  return {
    record(entry) {
      const at = nowMs();
      const suffix = randomBytes(8).toString('hex');
      const atUtc = new Date(at).toISOString();
      gathered.push({ _id: `audit:${at}:${suffix}`, type: 'audit', atUtc, ...entry });
      // A little later, so that entries of many requests share one write to the disk.
      timer ??= setTimeout(() => void flush(), gatherMs);
    },
    flush,
  };
}
