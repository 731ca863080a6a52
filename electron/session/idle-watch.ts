/**
 * Tells once when nobody has touched the window for too long. The clock and what counts as a touch are
 * the main process's own: a page cannot put it off. Time that the PC slept counts.
 */

export interface IdleWatch {
  /** Somebody typed, clicked or moved the mouse in the window, or has just signed in. */
  touched(): void;
  close(): void;
}

export interface IdleParts {
  /** Must not stand still while the PC sleeps. */
  readonly nowMs: () => number;
  /** Asked each time: the rule of the day. */
  readonly limitMs: () => number;
  readonly onIdle: () => void;
  readonly everyMs?: number;
}

/** How much later than the limit it may be noticed. */
const defaultEveryMs = 5_000;

export function idleWatch({ nowMs, limitMs, onIdle, everyMs }: IdleParts): IdleWatch {
  let touchedMs = nowMs();
  let told = false;
  const look = (): void => {
    // A clock that was set back must not make the wait longer.
    const idleMs = Math.abs(nowMs() - touchedMs);
    if (told || idleMs < limitMs()) return;
    told = true;
    onIdle();
  };
  const timer = setInterval(look, everyMs ?? defaultEveryMs);
  return {
    touched: () => {
      touchedMs = nowMs();
      told = false;
    },
    close: () => {
      clearInterval(timer);
    },
  };
}
