/** The sync state that a screen watches: one value, and who wants to hear when it changes. */
import type { SyncPhase, SyncState } from '../port/data-port.ts';

export function observedSyncState(first: SyncPhase) {
  const listeners = new Set<() => void>();
  let state: SyncState = {
    phase: first,
    waiting: 0,
    refused: 0,
    lacking: 0,
    lastContactUtc: null,
    received: 0,
    progress: null,
    clockErrorMs: 0,
    problem: null,
  };
  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set: (next: Partial<SyncState>) => {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    close: () => {
      listeners.clear();
    },
  };
}
