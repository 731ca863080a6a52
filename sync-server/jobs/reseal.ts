/** The quiet sealing as a job: one gateway at a time, not in the first minutes after a start. */
import { withLease } from '../documents/lease.ts';
import { createQuietReseal, type QuietParts } from '../sensitive/reseal-quietly.ts';
import { repeat } from './repeat.ts';

const everyMs = 10 * 60_000;
const restMs = 250;

export interface ResealJobParts extends Omit<QuietParts, 'restMs'> {
  readonly nowMs: () => number;
}

/** Returns the way to stop; it waits for the batch under way. */
export function startReseal(parts: ResealJobParts): () => Promise<void> {
  const { store, nowMs, onFailure } = parts;
  const round = createQuietReseal({ ...parts, restMs });
  const stopping = new AbortController();
  let started = false;
  const stop = repeat({
    everyMs,
    onFailure,
    async work() {
      // A start is busy enough.
      if (started)
        await withLease({ store, name: 'reseal', nowMs, onFailure }, () => round(stopping.signal));
      started = true;
    },
  });
  return async () => {
    stopping.abort();
    await stop();
  };
}
