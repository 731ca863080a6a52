/** What a browser shows about its line to the centre. Nothing waits in a browser. */
import type { Problem } from '../../../shared/errors/index.ts';
import { observedSyncState } from '../gateway/observed-sync-state.ts';
import { phaseOf } from '../gateway/phase-of.ts';
import type { SyncMonitor } from '../port/data-port.ts';

export interface RemoteMonitor extends SyncMonitor {
  contact(): void;
  trouble(problem: Problem): void;
}

export function createRemoteMonitor(poke: () => void): RemoteMonitor {
  const { state, subscribe, set } = observedSyncState('connecting');
  return {
    state,
    subscribe,
    syncNow: () => {
      poke();
      return Promise.resolve();
    },
    contact: () => set({ phase: 'live', lastContactUtc: new Date().toISOString(), problem: null }),
    trouble: (problem) => set({ phase: phaseOf(problem), problem }),
    // Nothing runs in a browser that could be paused.
    pause: () => undefined,
    resume: () => undefined,
  };
}
