/** One centre and three threads of two PCs each; made once for many runs, each of which has a place of its own. */
import { openCentre, type Centre } from './centre/centre.ts';
import type { Place } from './centre/orders.ts';
import { openOfficeThread, type OfficeThread } from './office/office-thread.ts';
import type { Trust } from './office/calls.ts';

export interface World {
  readonly centre: () => Centre;
  /** The thread in which a PC stands. */
  thread(seat: number): OfficeThread;
  readonly threads: readonly OfficeThread[];
  /** A commune that nobody has used, and its number. */
  freshPlace(): Promise<{ readonly place: Place; readonly number: number }>;
  close(): Promise<void>;
}

const seatsPerThread = 2;
/** A centre grows with each run, and copying it takes longer. */
const placesPerCentre = 25;

export async function openWorld(): Promise<World> {
  const threads = Array.from({ length: 3 }, openOfficeThread);
  const [first] = threads;
  if (!first) throw new Error('no thread');
  const trust: Trust = await first.makeSigner();
  let centre = await openCentre(trust);
  let used = 0;
  return {
    centre: () => centre,
    threads,
    thread: (seat) => {
      const thread = threads[Math.floor(seat / seatsPerThread)];
      if (!thread) throw new Error(`no thread for PC ${seat}`);
      return thread;
    },
    freshPlace: async () => {
      if (used > 0 && used % placesPerCentre === 0) {
        await centre.close();
        centre = await openCentre(trust);
      }
      used += 1;
      await centre.forgetCopy();
      return { place: await centre.place(used), number: used };
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
      await centre.close();
    },
  };
}
