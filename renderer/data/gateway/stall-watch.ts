/**
 * A limit on silence, not on time: over a 64 kbit/s line an honest answer takes minutes, and a dead line is
 * one on which nothing comes at all.
 */

export interface StallWatch {
  readonly signal: AbortSignal;
  /** Something came: the limit begins anew. */
  alive(): void;
  hasStalled(): boolean;
  end(): void;
}

/** Slower than this, a line is as good as none: one byte in a millisecond. */
const leastBytesPerMs = 1;

/**
 * @param stallMs longest silence
 * @param bodyBytes what goes up first, of which nothing is heard until it is there
 */
export function startStallWatch(stallMs: number, bodyBytes: number): StallWatch {
  const stalled = new AbortController();
  const stop = () => stalled.abort();
  let timer = setTimeout(stop, stallMs + bodyBytes / leastBytesPerMs);
  return {
    signal: stalled.signal,
    alive: () => {
      clearTimeout(timer);
      timer = setTimeout(stop, stallMs);
    },
    hasStalled: () => stalled.signal.aborted,
    end: () => clearTimeout(timer),
  };
}
