/** Talks to an office that runs in a thread of its own. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Delivery, RefusedItem, SyncState } from '../../../../renderer/data/port/data-port.ts';
import type { Change, ChangeState } from '../../../../shared/change/change.ts';
import type { Result } from '../../../../shared/errors/index.ts';
import type { Person } from '../clients.ts';

export type OfficeCall =
  | {
      readonly does: 'open';
      readonly url: string;
      readonly person: string;
      readonly databaseName: string;
    }
  | { readonly does: 'submit'; readonly names: readonly string[]; readonly unit: string }
  | {
      readonly does: 'move';
      readonly ids: readonly string[];
      readonly to: ChangeState;
      readonly reason?: string;
    }
  | { readonly does: 'delivery'; readonly ids: readonly string[] }
  | { readonly does: 'changes' | 'refused' | 'state' | 'sync' | 'close' };

export type OfficeAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

export interface Office {
  submit(names: readonly string[], unit: string): Promise<readonly Result<Change>[]>;
  move(
    ids: readonly string[],
    to: ChangeState,
    reason?: string,
  ): Promise<readonly Result<Change>[]>;
  changes(): Promise<readonly Change[]>;
  delivery(ids: readonly string[]): Promise<ReadonlyMap<string, Delivery>>;
  refused(): Promise<readonly RefusedItem[]>;
  state(): Promise<SyncState>;
  sync(): Promise<void>;
  /** Closes the data and opens them again, as after a restart of the program. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(url: string, person: Person): Promise<Office> {
  const worker = new Worker(new URL('./office-worker.ts', import.meta.url));
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  worker.on('message', (answer: OfficeAnswer) => {
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  let next = 0;
  // The worker's answers are those of the data port; a thread's messages carry no types.
  const ask = <T>(call: OfficeCall): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      next += 1;
      pending.set(next, { resolve: (value) => resolve(value as T), reject });
      worker.postMessage({ id: next, call });
    });
  const databaseName = `office-${randomUUID()}`;
  const open = () => ask<null>({ does: 'open', url, person, databaseName });
  await open();
  return {
    submit: (names, unit) => ask({ does: 'submit', names, unit }),
    move: (ids, to, reason) =>
      ask({ does: 'move', ids, to, ...(reason !== undefined && { reason }) }),
    changes: () => ask({ does: 'changes' }),
    delivery: async (ids) => new Map(await ask<[string, Delivery][]>({ does: 'delivery', ids })),
    refused: () => ask({ does: 'refused' }),
    state: () => ask({ does: 'state' }),
    sync: () => ask({ does: 'sync' }),
    reopen: async () => {
      await ask({ does: 'close' });
      await open();
    },
    close: async () => {
      await ask({ does: 'close' });
      await worker.terminate();
    },
  };
}
