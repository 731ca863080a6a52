/** How long to wait after the n-th failure in a row. */

export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** From one second to one minute. */
export const gatewayBackOff: BackOff = { firstMs: 1_000, longestMs: 60_000 };

/**
 * Doubles with each failure; the wait lies between half of it and all of it, so that a hundred
 * offices whose line came back at the same moment do not knock at the same moment.
 */
export function waitMs(failures: number, backOff: BackOff, random: () => number): number {
  const full = Math.min(backOff.longestMs, backOff.firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (random() * full) / 2);
}

/** A wait that may be cut short; it resolves either way. */
export function interruptibleWait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
}
