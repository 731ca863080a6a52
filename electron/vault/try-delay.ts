/**
 * Slows down guessing at the sign-in screen while there is no line: after three wrong passwords
 * the waiting time doubles up to a minute. In memory only: whoever can restart the program at will
 * can also copy the vault file, and there argon2id is what slows guessing.
 */

const freeTries = 3;
const longestMs = 60_000;

export interface TryDelay {
  /** Milliseconds to wait before this key may be tried again; 0: now. */
  waitMs(key: string): number;
  wrong(key: string): void;
  right(key: string): void;
}

/** `clockMs` must not go back (not the wall clock). */
export function tryDelay(clockMs: () => number): TryDelay {
  const tries = new Map<string, { readonly count: number; readonly nextMs: number }>();
  return {
    waitMs: (key) => Math.max(0, (tries.get(key)?.nextMs ?? 0) - clockMs()),
    wrong: (key) => {
      const count = (tries.get(key)?.count ?? 0) + 1;
      const delayMs = count < freeTries ? 0 : Math.min(longestMs, 1000 * 2 ** (count - freeTries));
      tries.set(key, { count, nextMs: clockMs() + delayMs });
    },
    right: (key) => {
      tries.delete(key);
    },
  };
}
