/**
 * The audit trail: who did what when, as ids and codes; no names, no identity numbers, no content
 * (QCVN 12:2026/BCA, 3.7.2.4). Entries are gathered and written in batches, so that admission stays fast.
 * What could not be written is kept and tried again; when too much is waiting, nothing more that must be on
 * record may be done.
 */
import { randomBytes } from 'node:crypto';
import { ProblemError } from '../../shared/errors/index.ts';
import type { DocumentStore, StoredDocument, WriteResult } from '../store/document-store.ts';
import { serverDatabases } from './databases.ts';

const gatherMs = 30;
/** Between tries after a failure: doubled up to the last. */
const firstRetryMs = 250;
const lastRetryMs = 60_000;
/** From here on acts that must be on record are refused; a reserve is left for what is under way. */
const mostWaiting = 10_000;
const mostKept = 2 * mostWaiting;

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
  /** Before an act that must be on record. @throws ProblemError AUDIT_UNAVAILABLE */
  demandRoom(): void;
  /** Resolves when everything recorded so far is durable, or could not be made so at this try. */
  flush(): Promise<void>;
  /** Tries once more and then no longer. */
  close(): Promise<void>;
}

export function openAudit(
  store: DocumentStore,
  onFailure: (error: unknown) => void,
  nowMs: () => number = Date.now,
): Audit {
  let gathered: StoredDocument[] = [];
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let retryMs = firstRetryMs;
  let closed = false;

  function plan(afterMs: number): void {
    if (closed) return;
    timer ??= setTimeout(() => void flush(), afterMs);
  }
  async function writeAll(): Promise<void> {
    while (gathered.length > 0) {
      const batch = gathered;
      gathered = [];
      try {
        const left = notWritten(batch, await store.bulkDocs(serverDatabases.audit, batch));
        if (left.length === 0) {
          retryMs = firstRetryMs;
          continue;
        }
        gathered = [...left, ...gathered];
        onFailure(new Error('the store refused audit entries'));
      } catch (error) {
        gathered = [...batch, ...gathered];
        onFailure(error);
      }
      plan(retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
      return;
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
      if (gathered.length >= mostKept) {
        onFailure(new Error('an audit entry was lost'));
        return;
      }
      gathered.push({ _id: `audit:${at}:${suffix}`, type: 'audit', atUtc, ...entry });
      // A little later, so that entries of many requests share one write to the disk.
      plan(gatherMs);
    },
    demandRoom() {
      if (gathered.length >= mostWaiting) throw new ProblemError('AUDIT_UNAVAILABLE');
    },
    flush,
    async close() {
      await flush();
      closed = true;
      if (timer) clearTimeout(timer);
    },
  };
}

/** Of a batch tried again some may be there already: their ids are random, so a conflict is a row that is in. */
function notWritten(
  batch: readonly StoredDocument[],
  results: readonly WriteResult[],
): readonly StoredDocument[] {
  const refused = new Set(
    results.flatMap((row) => (row.ok || row.error === 'conflict' ? [] : [row.id])),
  );
  return batch.filter(({ _id }) => refused.has(_id));
}
