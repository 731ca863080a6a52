/** Runs a batch of calls: reads as they come, writes together in one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { passFaultPoint } from '../../../fault-points.ts';
import { StoreError } from '../../document-store.ts';
import { WRITES } from '../protocol.ts';
import type { Engine, Reply, Request } from '../protocol.ts';

type Answer = (replies: readonly Reply[], wrote: readonly string[]) => void;

/** Answers every request exactly once: reads before the first write at once, the rest after commit. */
export function runBatch(
  db: DatabaseSync,
  engine: Engine,
  batch: readonly Request[],
  answer: Answer,
): void {
  const firstWrite = batch.findIndex((request) => WRITES.has(request.method));
  const early = firstWrite < 0 ? batch : batch.slice(0, firstWrite);
  for (const request of early) answer([attempt(engine, request)], []);
  const rest = firstWrite < 0 ? [] : batch.slice(firstWrite);
  if (rest.length > 0) runTransaction(db, engine, rest, answer);
}

function runTransaction(
  db: DatabaseSync,
  engine: Engine,
  requests: readonly Request[],
  answer: Answer,
): void {
  const wrote = new Set<string>();
  try {
    db.exec('BEGIN IMMEDIATE');
    const replies = requests.map((request) => {
      if (!WRITES.has(request.method)) return attempt(engine, request);
      const reply = attemptWrite(db, engine, request);
      if ('value' in reply) wrote.add(String(request.args[0]));
      return reply;
    });
    if (wrote.size > 0) passFaultPoint('store.beforeCommit');
    db.exec('COMMIT');
    if (wrote.size > 0) passFaultPoint('store.afterCommit');
    answer(replies, [...wrote]);
  } catch (error) {
    // The commit (or the disk) failed: nobody's write is durable, so everybody hears so.
    if (db.isTransaction) db.exec('ROLLBACK');
    answer(
      requests.map((request) => failed(request, error)),
      [],
    );
  }
}

function attemptWrite(db: DatabaseSync, engine: Engine, request: Request): Reply {
  db.exec('SAVEPOINT one');
  const reply = attempt(engine, request);
  // A full disk makes SQLite roll the whole transaction back by itself.
  if (!db.isTransaction) throw new StoreError(507, 'insufficient_storage', reasonOf(reply));
  if (!('value' in reply)) db.exec('ROLLBACK TO one');
  db.exec('RELEASE one');
  return reply;
}

function attempt(engine: Engine, { ticket, method, args }: Request): Reply {
  try {
    // `WorkerLink.call` has checked the arguments against this method's parameters.
    const call = engine[method] as (...given: readonly unknown[]) => unknown;
    return { ticket, value: call(...args) };
  } catch (error) {
    return failed({ ticket }, error);
  }
}

function failed({ ticket }: Pick<Request, 'ticket'>, error: unknown): Reply {
  if (error instanceof StoreError)
    return { ticket, status: error.status, error: error.error, reason: error.reason };
  const reason = error instanceof Error ? error.message : String(error);
  if (isFull(error)) return { ticket, status: 507, error: 'insufficient_storage', reason };
  return { ticket, status: 500, error: 'internal_server_error', reason };
}

/** SQLITE_FULL, and SQLITE_IOERR_SHMSIZE: the index of the log found no room. The disk, not the request. */
const faultsOfRoom: readonly unknown[] = [13, 4874];

function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && faultsOfRoom.includes(error.errcode);
}

function reasonOf(reply: Reply): string {
  return 'reason' in reply ? reply.reason : 'The transaction was rolled back.';
}
