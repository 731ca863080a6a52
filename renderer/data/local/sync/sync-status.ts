/** What the person sees of the synchronisation, in one place. */
import type { Problem } from '../../../../shared/errors/index.ts';
import { observedSyncState } from '../../gateway/observed-sync-state.ts';
import { needsSignIn } from '../../gateway/token-provider.ts';
import type { SyncPhase, SyncState } from '../../port/data-port.ts';

export interface SyncStatus {
  state(): SyncState;
  subscribe(listener: () => void): () => void;
  /** The centre has answered. */
  contact(): void;
  trouble(problem: Problem): void;
  /** What is being done; shown while the line holds. */
  activity(phase: SyncPhase): void;
  pullBegins(): void;
  received(documents: number): void;
  counts(counts: { readonly waiting: number; readonly refused: number }): void;
  close(): void;
}

function phaseOf(problem: Problem): SyncPhase {
  if (needsSignIn(problem.code)) return 'signInNeeded';
  return problem.code === 'SERVER_UNREACHABLE' ? 'offline' : 'error';
}

export function createSyncStatus(nowUtc: () => string, first: SyncPhase): SyncStatus {
  const { state, subscribe, set, close } = observedSyncState(first);
  let activity = first;
  return {
    state,
    subscribe,
    contact: () => set({ lastContactUtc: nowUtc(), problem: null, phase: activity }),
    trouble: (problem) => set({ phase: phaseOf(problem), problem }),
    activity: (phase) => {
      activity = phase;
      const holds = state().problem === null && state().lastContactUtc !== null;
      if (holds && phase !== state().phase) set({ phase });
    },
    pullBegins: () => set({ received: 0 }),
    received: (documents) => {
      if (documents > 0) set({ received: state().received + documents });
    },
    counts: (counts) => set(counts),
    close,
  };
}
