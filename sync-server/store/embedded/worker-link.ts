/**
 * The gateway's end of the worker: calls out, replies back, in a map of tickets. When the worker
 * dies every open call and every later one fails at once with 503: nobody waits for ever.
 */
import { Worker } from 'node:worker_threads';
import { StoreError } from '../document-store.ts';
import type { Engine, FromWorker, Method, Reply, ToWorker } from './protocol.ts';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StoreError) => void;
}

export interface WorkerLink {
  call<M extends Method>(method: M, ...args: Parameters<Engine[M]>): Promise<ReturnType<Engine[M]>>;
  close(): Promise<void>;
}

export interface LinkEvents {
  readonly onWrote: (databases: readonly string[]) => void;
  /** The worker is gone and will not come back: the process should end and be started again. */
  readonly onFailure: (error: StoreError) => void;
}

/** Resolves once the file is open and migrated. @throws StoreError 503 */
export async function startWorker(
  file: string,
  events: LinkEvents,
  script = new URL('./worker.ts', import.meta.url),
): Promise<WorkerLink> {
  const worker = new Worker(script, {
    workerData: { file },
    // The worker makes much short-lived text; a larger nursery only grows the resident memory.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const pending = new Map<number, Pending>();
  const state: { failure: StoreError | null; closing: boolean; tickets: number } = {
    failure: null,
    closing: false,
    tickets: 0,
  };
  const ready = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const fail = (reason: string): void => {
    if (state.failure) return;
    const failure = new StoreError(503, 'store_stopped', reason);
    state.failure = failure;
    for (const call of pending.values()) call.reject(failure);
    pending.clear();
    ready.reject(failure);
    closed.resolve();
    if (!state.closing) events.onFailure(failure);
  };
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') ready.resolve();
    if (message.kind !== 'replies') return;
    for (const reply of message.replies) settle(pending, reply);
    if (message.wrote.length > 0) events.onWrote(message.wrote);
  });
  worker.on('error', (error: Error) => fail(`The store's worker failed: ${error.message}`));
  worker.on('exit', () =>
    fail(state.closing ? 'The store is closed.' : "The store's worker ended."),
  );
  const post = (message: ToWorker) => worker.postMessage(message);
  await ready.promise;
  return {
    call: async <M extends Method>(method: M, ...args: Parameters<Engine[M]>) => {
      if (state.failure) throw state.failure;
      if (state.closing) throw new StoreError(503, 'store_stopped', 'The store is closing.');
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      state.tickets += 1;
      // Posted first: what cannot be copied throws here, and must leave no ticket behind.
      post({ ticket: state.tickets, method, args });
      pending.set(state.tickets, { resolve, reject });
      // The worker answers a ticket with what the method of that name returns.
      return (await promise) as ReturnType<Engine[M]>;
    },
    close: async () => {
      if (!state.closing) {
        state.closing = true;
        if (!state.failure) post('close');
      }
      await closed.promise;
    },
  };
}

function settle(pending: Map<number, Pending>, reply: Reply): void {
  const call = pending.get(reply.ticket);
  pending.delete(reply.ticket);
  if ('value' in reply) call?.resolve(reply.value);
  else call?.reject(new StoreError(reply.status, reply.error, reply.reason));
}
