/** What a browser shows about its line to the centre. Nothing waits in a browser. */
import type { Problem } from '../../../shared/errors/index.ts';
import { needsSignIn } from '../gateway/token-provider.ts';
import type { SyncMonitor, SyncState } from '../port/data-port.ts';

export interface RemoteMonitor extends SyncMonitor {
  contact(): void;
  trouble(problem: Problem): void;
}

export function createRemoteMonitor(poke: () => void): RemoteMonitor {
  const listeners = new Set<() => void>();
  let state: SyncState = {
    phase: 'connecting',
    waiting: 0,
    refused: 0,
    lastContactUtc: null,
    received: 0,
    problem: null,
  };
  const set = (next: Partial<SyncState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    syncNow: () => {
      poke();
      return Promise.resolve();
    },
    contact: () => set({ phase: 'live', lastContactUtc: new Date().toISOString(), problem: null }),
    trouble: (problem) =>
      set({ phase: needsSignIn(problem.code) ? 'signInNeeded' : 'offline', problem }),
  };
}
