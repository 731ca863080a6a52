/** Waits for a database to change, without losing a change between the look and the wait. */
import type { DocumentStore } from '../../store/document-store.ts';

export interface ChangeWaiter {
  /** True when something was written since the last call; false when the time ran out or all ended. */
  next(timeoutMs: number): Promise<boolean>;
  stop(): void;
}

/** Listens from now on; `signal` ends every wait. */
export function waitForChanges(
  store: DocumentStore,
  database: string,
  signal: AbortSignal,
): ChangeWaiter {
  let dirty = false;
  let wake: (() => void) | null = null;
  const unsubscribe = store.onWrite((name) => {
    if (name !== database) return;
    dirty = true;
    wake?.();
  });
  const onAbort = () => wake?.();
  signal.addEventListener('abort', onAbort);
  return {
    async next(timeoutMs) {
      if (!dirty && !signal.aborted && timeoutMs > 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, timeoutMs);
        wake = resolve;
        await promise;
        wake = null;
        clearTimeout(timer);
      }
      const changed = dirty;
      dirty = false;
      return changed;
    },
    stop() {
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
    },
  };
}
