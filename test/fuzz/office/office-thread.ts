/** Talks to a thread with two PCs. Threads outlive runs: loading the program costs more than a run. */
import { Worker } from 'node:worker_threads';
import type { OfficeAct } from '../plan.ts';
import type { Done, OfficeAnswer, OfficeCall, SeatStart, Standing, Trust } from './calls.ts';

export interface OfficeThread {
  makeSigner(): Promise<Trust>;
  open(seat: number, start: SeatStart): Promise<void>;
  act(seat: number, act: OfficeAct): Promise<Done>;
  sync(seat: number): Promise<void>;
  calm(seat: number): Promise<void>;
  standing(seat: number): Promise<Standing>;
  /** Closes its PCs and wipes their disks. */
  end(): Promise<void>;
  close(): Promise<void>;
}

export function openOfficeThread(): OfficeThread {
  const worker = new Worker(new URL('./office-worker.ts', import.meta.url), { execArgv: [] });
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  worker.on('message', (answer: OfficeAnswer) => {
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  worker.on('error', (error) => {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  });
  // The worker answers what the call asks for; a thread's messages carry no types.
  const ask = <T>(call: OfficeCall): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      next += 1;
      pending.set(next, { resolve: (value) => resolve(value as T), reject });
      worker.postMessage({ id: next, call });
    });
  return {
    makeSigner: () => ask({ does: 'makeSigner' }),
    open: (seat, start) => ask({ does: 'open', seat, start }),
    act: (seat, act) => ask({ does: 'act', seat, act }),
    sync: (seat) => ask({ does: 'sync', seat }),
    calm: (seat) => ask({ does: 'calm', seat }),
    standing: (seat) => ask({ does: 'standing', seat }),
    end: () => ask({ does: 'end' }),
    close: async () => {
      await worker.terminate();
    },
  };
}
